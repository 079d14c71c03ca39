package dev.fanout.load.run;

import dev.fanout.load.ApiResult;
import dev.fanout.load.GroupInterval;
import dev.fanout.load.RequestSink;
import dev.fanout.measurements.HistogramLogAppender;
import dev.fanout.measurements.HistogramTag;
import dev.fanout.measurements.MachineInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.EncodableHistogram;
import org.jspecify.annotations.Nullable;

/**
 * The files of a run. Each second's lines are written with one call and forced to the disk, so that
 * a killed process leaves all but the second that it died in.
 */
final class RunFiles implements AutoCloseable {
  private final @Nullable HistogramLogAppender intervals;
  private final @Nullable HistogramLogAppender trials;
  private final @Nullable IntervalLines lines;
  private final @Nullable RequestFile requests;

  private RunFiles(
      @Nullable HistogramLogAppender intervals,
      @Nullable HistogramLogAppender trials,
      @Nullable IntervalLines lines,
      @Nullable RequestFile requests) {
    this.intervals = intervals;
    this.trials = trials;
    this.lines = lines;
    this.requests = requests;
  }

  /**
   * @throws IOException when one of the files is there already, or cannot be made
   */
  static RunFiles open(LoadPlan plan, String transport, MachineInfo machine, Instant startedAt)
      throws IOException {
    if (plan.output().folder().isEmpty()) {
      return new RunFiles(null, null, null, null);
    }
    Path folder = plan.output().folder().get();
    Files.createDirectories(folder);
    List<AutoCloseable> opened = new ArrayList<>();
    try {
      IntervalLines lines =
          IntervalLines.open(folder.resolve(Output.INTERVALS), plan, transport, machine, startedAt);
      opened.add(lines);
      HistogramLogAppender intervals =
          newLog(folder.resolve(Output.INTERVAL_HISTOGRAMS), startedAt);
      opened.add(intervals);
      HistogramLogAppender trials = newLog(folder.resolve(Output.TRIAL_HISTOGRAMS), startedAt);
      opened.add(trials);
      @Nullable RequestFile requests =
          plan.output().requestRows().isEmpty()
              ? null
              : RequestFile.open(
                  folder.resolve(Output.REQUESTS), plan.output().requestRows().getAsLong());
      return new RunFiles(intervals, trials, lines, requests);
    } catch (IOException | RuntimeException e) {
      closeAll(opened);
      throw e;
    }
  }

  private static HistogramLogAppender newLog(Path file, Instant startedAt) throws IOException {
    Files.createFile(file);
    return HistogramLogAppender.open(file, startedAt);
  }

  /** Empty when no requests are wanted. */
  Optional<RequestSink> requests(LoadTarget target, LoadStage stage) {
    return requests == null ? Optional.empty() : Optional.of(requests.sink(target, stage));
  }

  void interval(Interval interval) {
    HistogramLogAppender log = intervals;
    if (log == null || lines == null) {
      return;
    }
    Instant end = interval.start().plus(interval.length());
    Place place = new Place(interval.target(), interval.stage(), interval.start(), end);
    try {
      place.add(log, "responseTime", interval.responseTime());
      place.add(log, "serviceTime", interval.serviceTime());
      place.add(log, "firstByte", interval.firstByte());
      place.add(log, "sendLag", interval.sendLag());
      for (GroupInterval group : interval.groups()) {
        if (group.passed() > 0) {
          place.add(log, "responseTime", group.name(), group.responseTime());
        }
      }
      log.flush();
      lines.interval(interval);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void trialEnded(LoadTrial trial) throws IOException {
    HistogramLogAppender log = trials;
    if (log != null) {
      Place place =
          new Place(
              trial.target().name(), trial.stage().name(), trial.startedAt(), trial.endedAt());
      place.add(log, "responseTime", trial.result().responseTime());
      place.add(log, "serviceTime", trial.result().serviceTime());
      place.add(log, "firstByte", trial.result().firstByte());
      place.add(log, "sendLag", trial.result().sendLag());
      for (ApiResult api : trial.result().apis()) {
        place.add(log, "responseTime", api.apiId(), api.responseTime());
      }
      log.flush();
    }
    if (requests != null) {
      requests.flush();
    }
  }

  @Override
  public void close() throws IOException {
    List<AutoCloseable> open = new ArrayList<>();
    for (@Nullable AutoCloseable file : new AutoCloseable[] {intervals, trials, lines, requests}) {
      if (file != null) {
        open.add(file);
      }
    }
    closeAll(open);
  }

  /** Closes the others even when one fails. */
  private static void closeAll(List<AutoCloseable> files) throws IOException {
    @Nullable IOException first = null;
    for (AutoCloseable file : files) {
      try {
        file.close();
      } catch (IOException e) {
        first = first == null ? e : first;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
    if (first != null) {
      throw first;
    }
  }

  /** What the lines of one interval, or one trial, have in common. */
  private record Place(String target, String stage, Instant start, Instant end) {
    private static final int MOST_CHARS = 256;

    void add(HistogramLogAppender log, String measure, EncodableHistogram histogram)
        throws IOException {
      log.add(new HistogramTag(target, stage, 1, measure), start, end, histogram);
    }

    void add(HistogramLogAppender log, String measure, String api, EncodableHistogram histogram)
        throws IOException {
      String name = api.replaceAll("[^!-~]|[,/]", "_");
      String cut = name.length() > MOST_CHARS ? name.substring(0, MOST_CHARS) : name;
      log.add(new HistogramTag(target, stage, 1, measure, Optional.of(cut)), start, end, histogram);
    }
  }
}
