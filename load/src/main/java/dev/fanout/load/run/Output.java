package dev.fanout.load.run;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which files a run writes.
 *
 * @param folder made if it is not there
 * @param requestRows so many requests get a line each in {@link #REQUESTS}; empty for none
 */
public record Output(Optional<Path> folder, OptionalLong requestRows) {
  /** Histograms of each second, in HdrHistogram's interval log. */
  public static final String INTERVAL_HISTOGRAMS = "intervals.hlog";

  /** A manifest, then the counts of each second, one JSON object a line. */
  public static final String INTERVALS = "intervals.jsonl";

  /** Histograms of each trial and each of its APIs. */
  public static final String TRIAL_HISTOGRAMS = "apis.hlog";

  public static final String REQUESTS = "requests.csv";

  /** No file at all. */
  public static final Output NONE = new Output(Optional.empty(), OptionalLong.empty());

  private static final long MOST_ROWS = 10_000_000;

  public Output {
    long rows = requestRows.orElse(1);
    if (rows < 1 || rows > MOST_ROWS) {
      throw new IllegalArgumentException("requestRows " + rows + " is not in 1..10,000,000");
    }
    if (requestRows.isPresent() && folder.isEmpty()) {
      throw new IllegalArgumentException("rows of requests need a folder");
    }
  }

  /** All but the requests themselves. */
  public static Output in(Path folder) {
    return new Output(Optional.of(folder), OptionalLong.empty());
  }
}
