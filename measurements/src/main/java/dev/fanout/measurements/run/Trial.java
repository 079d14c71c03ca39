package dev.fanout.measurements.run;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * One variant under one stage for one window. Differences are taken between two trials of the same
 * stage, block and gateway.
 *
 * @param block from 0; several blocks on one process are averaged into one difference
 * @param gateway name of the gateway, {@code local} on the user's machine
 * @param first whether it began before the other variant's trial
 * @param windowNanos measured length, settling excluded
 * @param requests due in the window, failed ones included
 * @param errors failed requests by kind; kinds without any may be missing
 * @param latency empty when no request ended
 * @param meanInFlight time average, over the window, of its requests that had begun, by the clock
 *     from which latency counts, and had not ended; those that end after it are followed to their
 *     end
 * @param throughputPerSecond requests that ended, per second of window
 * @param offeredPerSecond arrivals that the schedule held; empty in the closed model
 * @param achievedPerSecond of those arrivals, the ones that were sent
 * @param sendLagMeanNanos mean time from intended start to send; empty in the closed model
 * @param late requests sent later than their intended start by more than the runner's tolerance
 * @param unstarted arrivals that were never sent since too many were in flight
 * @param failedLatencyMeanNanos mean time that failed requests took, on the clock of {@code
 *     latency}; empty without such requests
 * @param dropped samples that the recorder could not keep
 * @param gatewayCpuNanos gateway CPU time in the window, JIT compilers excluded
 * @param longestPauseNanos longest time for which a core of the run stood still in the window, seen
 *     by threads that only sleep
 * @param backendInstances requests of the trial, settling included, by the backend instance that
 *     answered; empty where nobody counted
 * @param errorSamples a few error texts, at most {@value #SAMPLES}
 * @param voidReason why the trial does not count, when it does not
 */
public record Trial(
    VariantLabel variant,
    int stage,
    int block,
    String gateway,
    boolean first,
    Instant startedAt,
    long windowNanos,
    long requests,
    Map<ErrorKind, Long> errors,
    Optional<LatencySummary> latency,
    double meanInFlight,
    double throughputPerSecond,
    OptionalDouble offeredPerSecond,
    OptionalDouble achievedPerSecond,
    OptionalDouble sendLagMeanNanos,
    long late,
    long unstarted,
    OptionalDouble failedLatencyMeanNanos,
    long dropped,
    OptionalDouble gatewayCpuNanos,
    CpuShares cpu,
    Optional<PoolCounters> pool,
    OptionalLong longestPauseNanos,
    List<String> errorSamples,
    Optional<String> voidReason,
    Optional<Map<String, Long>> backendInstances) {
  /** More error texts than this are not kept. */
  public static final int SAMPLES = 5;

  public Trial {
    Objects.requireNonNull(variant, "variant");
    Checks.notNegative("stage", stage);
    Checks.notNegative("block", block);
    Checks.text("gateway", gateway);
    Objects.requireNonNull(startedAt, "startedAt");
    Checks.positive("windowNanos", windowNanos);
    Checks.notNegative("requests", requests);
    EnumMap<ErrorKind, Long> copy = new EnumMap<>(ErrorKind.class);
    copy.putAll(errors);
    copy.forEach((kind, count) -> Checks.notNegative("errors of kind " + kind, count));
    errors = Collections.unmodifiableMap(copy);
    Objects.requireNonNull(latency, "latency");
    Checks.finiteNotNegative("meanInFlight", meanInFlight);
    Checks.finiteNotNegative("throughputPerSecond", throughputPerSecond);
    optional("offeredPerSecond", offeredPerSecond);
    optional("achievedPerSecond", achievedPerSecond);
    optional("sendLagMeanNanos", sendLagMeanNanos);
    optional("failedLatencyMeanNanos", failedLatencyMeanNanos);
    Checks.notNegative("late", late);
    Checks.notNegative("unstarted", unstarted);
    Checks.notNegative("dropped", dropped);
    optional("gatewayCpuNanos", gatewayCpuNanos);
    Objects.requireNonNull(cpu, "cpu");
    Objects.requireNonNull(pool, "pool");
    Objects.requireNonNull(longestPauseNanos, "longestPauseNanos");
    errorSamples = List.copyOf(errorSamples);
    Objects.requireNonNull(voidReason, "voidReason");
    backendInstances =
        backendInstances.map(counts -> Collections.unmodifiableMap(new TreeMap<>(counts)));
    backendInstances.ifPresent(
        counts ->
            counts.forEach(
                (instance, count) -> Checks.notNegative("requests of " + instance, count)));
    long failed = copy.values().stream().mapToLong(Long::longValue).sum();
    if (failed > requests) {
      throw new IllegalArgumentException(failed + " of " + requests + " requests failed");
    }
    if (errorSamples.size() > SAMPLES) {
      throw new IllegalArgumentException(
          errorSamples.size() + " error samples, at most " + SAMPLES);
    }
  }

  /** A trial of whose backend instances nobody kept count. */
  public Trial(
      VariantLabel variant,
      int stage,
      int block,
      String gateway,
      boolean first,
      Instant startedAt,
      long windowNanos,
      long requests,
      Map<ErrorKind, Long> errors,
      Optional<LatencySummary> latency,
      double meanInFlight,
      double throughputPerSecond,
      OptionalDouble offeredPerSecond,
      OptionalDouble achievedPerSecond,
      OptionalDouble sendLagMeanNanos,
      long late,
      long unstarted,
      OptionalDouble failedLatencyMeanNanos,
      long dropped,
      OptionalDouble gatewayCpuNanos,
      CpuShares cpu,
      Optional<PoolCounters> pool,
      OptionalLong longestPauseNanos,
      List<String> errorSamples,
      Optional<String> voidReason) {
    this(
        variant,
        stage,
        block,
        gateway,
        first,
        startedAt,
        windowNanos,
        requests,
        errors,
        latency,
        meanInFlight,
        throughputPerSecond,
        offeredPerSecond,
        achievedPerSecond,
        sendLagMeanNanos,
        late,
        unstarted,
        failedLatencyMeanNanos,
        dropped,
        gatewayCpuNanos,
        cpu,
        pool,
        longestPauseNanos,
        errorSamples,
        voidReason,
        Optional.empty());
  }

  /** The same trial, with what its backend instances answered. */
  public Trial withBackendInstances(Map<String, Long> counts) {
    return new Trial(
        variant,
        stage,
        block,
        gateway,
        first,
        startedAt,
        windowNanos,
        requests,
        errors,
        latency,
        meanInFlight,
        throughputPerSecond,
        offeredPerSecond,
        achievedPerSecond,
        sendLagMeanNanos,
        late,
        unstarted,
        failedLatencyMeanNanos,
        dropped,
        gatewayCpuNanos,
        cpu,
        pool,
        longestPauseNanos,
        errorSamples,
        voidReason,
        Optional.of(counts));
  }

  /** Failed requests of all kinds. */
  public long failed() {
    return errors.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Gateway CPU time for each request; empty without requests or without the reading. */
  public OptionalDouble cpuPerRequestNanos() {
    return requests == 0 || gatewayCpuNanos.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(gatewayCpuNanos.getAsDouble() / requests);
  }

  private static void optional(String name, OptionalDouble value) {
    Objects.requireNonNull(value, name);
    value.ifPresent(number -> Checks.finiteNotNegative(name, number));
  }
}
