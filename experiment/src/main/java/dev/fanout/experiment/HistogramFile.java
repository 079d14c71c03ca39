package dev.fanout.experiment;

import dev.fanout.experiment.TrialRunner.Place;
import dev.fanout.experiment.TrialRunner.TrialLog;
import dev.fanout.experiment.process.EnvironmentFailure;
import dev.fanout.load.ApiResult;
import dev.fanout.load.TrialResult;
import dev.fanout.measurements.HistogramLogAppender;
import dev.fanout.measurements.HistogramTag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.IntCountsHistogram;

/**
 * All histograms of a run, trial by trial, in two interval logs: whole trials in {@value #NAME},
 * the share of each API in {@value #APIS}.
 */
final class HistogramFile implements TrialLog, AutoCloseable {
  static final String NAME = "trials.hlog";
  static final String APIS = "apis.hlog";

  private final Log trials;
  private final Log apis;
  private final StopSignal signal;

  private HistogramFile(Log trials, Log apis, StopSignal signal) {
    this.trials = trials;
    this.apis = apis;
    this.signal = signal;
  }

  private record Log(Path file, HistogramLogAppender appender) {
    static Log open(Path file, Instant runStart) throws EnvironmentFailure {
      try {
        return new Log(file, HistogramLogAppender.open(file, runStart));
      } catch (IOException e) {
        throw failure(file, e, e);
      }
    }

    void close() throws EnvironmentFailure {
      try {
        appender.close();
      } catch (IOException e) {
        throw failure(file, e, e);
      }
    }

    static EnvironmentFailure failure(Path file, IOException why, Throwable cause) {
      return new EnvironmentFailure("cannot write " + file + ": " + RunFolder.why(why), cause);
    }
  }

  static HistogramFile open(Path folder, Instant runStart, StopSignal signal)
      throws EnvironmentFailure {
    Log trials = Log.open(folder.resolve(NAME), runStart);
    try {
      return new HistogramFile(trials, Log.open(folder.resolve(APIS), runStart), signal);
    } catch (EnvironmentFailure e) {
      trials.close();
      throw e;
    }
  }

  @Override
  public void write(Place place, Instant startedAt, Instant endedAt, TrialResult result)
      throws EnvironmentFailure {
    write(trials, ofTrial(place, result), startedAt, endedAt);
    write(apis, ofApis(place, result), startedAt, endedAt);
  }

  private void write(
      Log log, Map<HistogramTag, EncodableHistogram> histograms, Instant start, Instant end)
      throws EnvironmentFailure {
    try {
      boolean unused =
          signal.undisturbed(
              () -> {
                append(log, histograms, start, end);
                return true;
              });
    } catch (UncheckedIOException e) {
      throw Log.failure(log.file(), Objects.requireNonNull(e.getCause()), e);
    }
  }

  private static void append(
      Log log, Map<HistogramTag, EncodableHistogram> histograms, Instant start, Instant end) {
    try {
      for (Map.Entry<HistogramTag, EncodableHistogram> one : histograms.entrySet()) {
        log.appender().add(one.getKey(), start, end, one.getValue());
      }
      log.appender().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<HistogramTag, EncodableHistogram> ofTrial(Place place, TrialResult result) {
    Map<HistogramTag, EncodableHistogram> all = new LinkedHashMap<>();
    all.put(tag(place, "responseTime", Optional.empty()), result.responseTime());
    all.put(tag(place, "serviceTime", Optional.empty()), result.serviceTime());
    all.put(tag(place, "sendLag", Optional.empty()), result.sendLag());
    all.put(tag(place, "firstByte", Optional.empty()), result.firstByte());
    return all;
  }

  private static Map<HistogramTag, EncodableHistogram> ofApis(Place place, TrialResult result) {
    Map<HistogramTag, EncodableHistogram> all = new LinkedHashMap<>();
    for (ApiResult api : result.apis()) {
      Optional<String> id = Optional.of(HistogramTag.encoded(api.apiId()));
      if (api.passed() > 0) {
        all.put(tag(place, "responseTime", id), api.responseTime());
      }
      if (api.failed() > 0) {
        all.put(tag(place, "failures", id), counted(api.failed()));
      }
    }
    return all;
  }

  /** Failures are counted and not timed: that many times zero. */
  private static AbstractHistogram counted(long failed) {
    IntCountsHistogram histogram = new IntCountsHistogram(1);
    histogram.recordValueWithCount(0, Math.min(failed, Integer.MAX_VALUE));
    return histogram;
  }

  private static HistogramTag tag(Place place, String measure, Optional<String> api) {
    return new HistogramTag(
        place.variant().name(),
        HistogramTag.stage(place.stage().name()),
        place.slot() + 1,
        measure,
        api);
  }

  @Override
  public void close() throws EnvironmentFailure {
    try {
      trials.close();
    } finally {
      apis.close();
    }
  }
}
