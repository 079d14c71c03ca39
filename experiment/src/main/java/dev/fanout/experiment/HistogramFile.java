package dev.fanout.experiment;

import dev.fanout.experiment.TrialRunner.Place;
import dev.fanout.experiment.TrialRunner.TrialLog;
import dev.fanout.experiment.process.EnvironmentFailure;
import dev.fanout.load.TrialResult;
import dev.fanout.measurements.HistogramLogAppender;
import dev.fanout.measurements.HistogramTag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import org.HdrHistogram.EncodableHistogram;

/** All histograms of a run, trial by trial, in one interval log. */
final class HistogramFile implements TrialLog, AutoCloseable {
  static final String NAME = "trials.hlog";

  private final Path file;
  private final HistogramLogAppender appender;
  private final StopSignal signal;

  private HistogramFile(Path file, HistogramLogAppender appender, StopSignal signal) {
    this.file = file;
    this.appender = appender;
    this.signal = signal;
  }

  static HistogramFile open(Path folder, Instant runStart, StopSignal signal)
      throws EnvironmentFailure {
    Path file = folder.resolve(NAME);
    try {
      return new HistogramFile(file, HistogramLogAppender.open(file, runStart), signal);
    } catch (IOException e) {
      throw new EnvironmentFailure("cannot write " + file + ": " + RunFolder.why(e), e);
    }
  }

  @Override
  public void write(Place place, Instant startedAt, Instant endedAt, TrialResult result)
      throws EnvironmentFailure {
    try {
      boolean unused =
          signal.undisturbed(
              () -> {
                append(place, startedAt, endedAt, result);
                return true;
              });
    } catch (UncheckedIOException e) {
      Throwable cause = e.getCause();
      String why = cause instanceof IOException io ? RunFolder.why(io) : e.toString();
      throw new EnvironmentFailure("cannot write " + file + ": " + why, e);
    }
  }

  private void append(Place place, Instant startedAt, Instant endedAt, TrialResult result) {
    append(place, startedAt, endedAt, "responseTime", result.responseTime());
    append(place, startedAt, endedAt, "serviceTime", result.serviceTime());
    append(place, startedAt, endedAt, "sendLag", result.sendLag());
  }

  private void append(
      Place place,
      Instant startedAt,
      Instant endedAt,
      String measure,
      EncodableHistogram histogram) {
    HistogramTag tag =
        new HistogramTag(
            place.variant().name(),
            place.stage().name().replace(" ", "").replace("/", "-per-"),
            place.slot() + 1,
            measure);
    try {
      appender.append(tag, startedAt, endedAt, histogram);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws EnvironmentFailure {
    try {
      appender.close();
    } catch (IOException e) {
      throw new EnvironmentFailure("cannot write " + file + ": " + RunFolder.why(e), e);
    }
  }
}
