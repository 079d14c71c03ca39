package dev.fanout.load.summary;

import dev.fanout.measurements.HistogramLogAppender;
import dev.fanout.measurements.HistogramTag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.AbstractHistogram;

/** Writes the files of a summary into a folder. */
public final class SummaryFiles {
  private SummaryFiles() {}

  /**
   * Files of these names are replaced: {@code summary.json}, {@code summary.csv}, {@code
   * summary.txt}, {@code trials.hlog}, and {@code k6-TARGET.json} for each target.
   *
   * @return names of the files, in the order in which they were written
   */
  public static List<String> write(
      Path folder, LoadSummary summary, List<Condition.Outcome> outcomes) throws IOException {
    Files.createDirectories(folder);
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("summary.json", SummaryJson.render(summary, outcomes));
    texts.put("summary.csv", SummaryCsv.render(summary));
    texts.put("summary.txt", SummaryText.render(summary, outcomes));
    for (String target : summary.targets()) {
      texts.put(
          "k6-" + target + ".json",
          K6Summary.render(
              summary.trials().stream().filter(t -> t.target().equals(target)).toList()));
    }
    List<String> names = new ArrayList<>(texts.keySet());
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Files.writeString(folder.resolve(text.getKey()), text.getValue());
    }
    histograms(folder.resolve("trials.hlog"), summary);
    names.add("trials.hlog");
    return names;
  }

  private static void histograms(Path file, LoadSummary summary) throws IOException {
    Files.deleteIfExists(file);
    try (HistogramLogAppender log = HistogramLogAppender.open(file, summary.startedAt())) {
      for (TrialSummary trial : summary.trials()) {
        append(log, trial, "responseTime", Optional.empty(), trial.responseTime());
        append(log, trial, "serviceTime", Optional.empty(), trial.serviceTime());
        append(log, trial, "firstByte", Optional.empty(), trial.firstByte());
        append(log, trial, "sendLag", Optional.empty(), trial.sendLag());
      }
    }
  }

  private static void append(
      HistogramLogAppender log,
      TrialSummary trial,
      String measure,
      Optional<String> api,
      AbstractHistogram histogram)
      throws IOException {
    if (histogram.getTotalCount() == 0) {
      return;
    }
    Instant end = trial.startedAt().plus(trial.window());
    log.append(
        new HistogramTag(tag(trial.target()), tag(trial.stage()), 1, measure, api),
        trial.startedAt(),
        end,
        histogram);
  }

  /** Imported names may have what a tag cannot. */
  private static String tag(String name) {
    return name.replaceAll("[^!-+\\--.0-~]", "_");
  }
}
