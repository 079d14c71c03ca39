package dev.fanout.load.summary;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * One target under one stage. {@code requests = passed + failed() + unstarted + unfinished}.
 *
 * @param model in words: {@code 50 users, closed}
 * @param open whether requests arrived whatever the target did
 * @param users of a closed model, the most at a time; 0 for an open one
 * @param window measured part, settling excluded
 * @param offeredPerSecond arrivals of an open model
 * @param errors failed requests by kind; kinds without any are missing
 * @param errorSamples one sentence each
 * @param firstByte empty histogram where the engine does not tell
 * @param sendLag empty histogram where the engine does not tell
 * @param warnings sentences of the engine's check of itself
 * @param cannotSee what a model like this one hides
 */
public record TrialSummary(
    String target,
    String url,
    String stage,
    String model,
    boolean open,
    int users,
    Instant startedAt,
    Duration window,
    OptionalDouble offeredPerSecond,
    long requests,
    long passed,
    SortedMap<String, Long> errors,
    long unstarted,
    long unfinished,
    long late,
    double meanInFlight,
    Histogram responseTime,
    Histogram serviceTime,
    Histogram firstByte,
    Histogram sendLag,
    List<ApiSummary> apis,
    List<String> errorSamples,
    List<String> warnings,
    Optional<String> cannotSee) {
  public TrialSummary {
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(stage, "stage");
    errors = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Long>) errors));
    apis = List.copyOf(apis);
    errorSamples = List.copyOf(errorSamples);
    warnings = List.copyOf(warnings);
    Objects.requireNonNull(cannotSee, "cannotSee");
  }

  /** The time that a user of this model waits: response time if open, else service time. */
  public Histogram latency() {
    return open ? responseTime : serviceTime;
  }

  public long failed() {
    return errors.values().stream().mapToLong(Long::longValue).sum();
  }

  public double windowSeconds() {
    return window.toNanos() / 1e9;
  }

  public double passedPerSecond() {
    return window.isZero() ? 0 : passed / windowSeconds();
  }

  /** Failed and unanswered ones among all that were due, 0 to 1. */
  public double errorShare() {
    return requests == 0 ? 0 : (double) (failed() + unfinished) / requests;
  }
}
