package dev.fanout.load.imports;

import dev.fanout.load.summary.ApiSummary;
import dev.fanout.load.summary.TrialSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.IntCountsHistogram;

/** One thread group's samples, added up. */
final class JtlTrial {
  private static final long HIGHEST_NANOS = 24L * 3_600 * 1_000_000_000;
  private static final int MOST_APIS = 2_000;
  private static final int MOST_ERROR_SAMPLES = 5;

  private final String target;
  private final String stage;
  private final Duration settling;
  private final Histogram serviceTime = histogram();
  private final Histogram firstByte = histogram();
  private final Map<String, Api> apis = new LinkedHashMap<>();
  private final SortedMap<String, Long> errors = new TreeMap<>();
  private final List<String> errorSamples = new ArrayList<>();
  private Api current = new Api();
  private long firstStart = Long.MAX_VALUE;
  private long lastEnd;
  private long requests;
  private long passed;
  private long busyMillis;

  JtlTrial(String target, String stage, Duration settling) {
    this.target = target;
    this.stage = stage;
    this.settling = settling;
  }

  private static final class Api {
    final IntCountsHistogram latency = new IntCountsHistogram(1_000, HIGHEST_NANOS, 2);
    long requests;
    long passed;
  }

  /** The API of the next sample. */
  void api(String name) {
    Api known = apis.get(name);
    if (known == null) {
      if (apis.size() == MOST_APIS) {
        throw new IllegalArgumentException("more than " + MOST_APIS + " labels");
      }
      known = new Api();
      apis.put(name, known);
    }
    current = known;
  }

  void sees(JtlSample sample) {
    firstStart = Math.min(firstStart, sample.startMillis());
    lastEnd = Math.max(lastEnd, sample.startMillis() + sample.elapsedMillis());
  }

  void counts(JtlSample sample) {
    if (sample.startMillis() < windowStart()) {
      return;
    }
    requests++;
    current.requests++;
    busyMillis += sample.elapsedMillis();
    if (sample.success()) {
      passed++;
      current.passed++;
      long nanos = sample.elapsedMillis() * 1_000_000;
      serviceTime.recordValue(nanos);
      current.latency.recordValue(nanos);
      if (sample.firstByteMillis() >= 0) {
        firstByte.recordValue(sample.firstByteMillis() * 1_000_000);
      }
      return;
    }
    String kind = sample.errorKind();
    errors.merge(kind, 1L, Long::sum);
    if (errorSamples.size() < MOST_ERROR_SAMPLES) {
      String text = kind + " " + sample.label() + ": " + sample.code() + " " + sample.message();
      errorSamples.add(text.length() > 300 ? text.substring(0, 299) + "…" : text);
    }
  }

  TrialSummary summary() {
    long windowMillis = Math.max(0, lastEnd - windowStart());
    List<ApiSummary> summaries = new ArrayList<>();
    apis.forEach(
        (name, api) ->
            summaries.add(
                new ApiSummary(
                    name, api.requests, api.passed, api.requests - api.passed, api.latency)));
    return new TrialSummary(
        target,
        "",
        stage,
        "JMeter thread group",
        false,
        0,
        Instant.ofEpochMilli(windowStart()),
        Duration.ofMillis(windowMillis),
        OptionalDouble.empty(),
        requests,
        passed,
        errors,
        0,
        0,
        0,
        windowMillis == 0 ? 0 : (double) busyMillis / windowMillis,
        serviceTime,
        serviceTime,
        firstByte,
        histogram(),
        summaries,
        errorSamples,
        List.of(),
        Optional.empty());
  }

  private long windowStart() {
    return firstStart + settling.toMillis();
  }

  private static Histogram histogram() {
    return new Histogram(1_000, HIGHEST_NANOS, 3);
  }
}
