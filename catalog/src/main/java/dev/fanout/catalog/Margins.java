package dev.fanout.catalog;

import java.time.Duration;
import java.util.Optional;

/**
 * How much of a difference does not matter; what is absent, the plan decides.
 *
 * @param p50 above 0, at most 10 s
 * @param p95 above 0, at most 10 s
 * @param cpuRatio of CPU per request, above 0 and below 1: 0.1 is ± 10 %
 * @param throughputRatio of throughput (closed model), above 0 and below 1
 * @param errorRate a difference of shares of failed requests, above 0 and below 1: 0.001 is 0.1
 *     points
 */
public record Margins(
    Optional<Duration> p50,
    Optional<Duration> p95,
    Optional<Double> cpuRatio,
    Optional<Double> throughputRatio,
    Optional<Double> errorRate) {
  /** Every margin as the plan has it. */
  public static final Margins STANDARD =
      new Margins(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public Margins {
    checkDuration("p50 margin", p50);
    checkDuration("p95 margin", p95);
    checkShare("CPU margin", cpuRatio);
    checkShare("throughput margin", throughputRatio);
    checkShare("error margin", errorRate);
  }

  private static void checkDuration(String name, Optional<Duration> value) {
    value.ifPresent(
        duration -> {
          if (duration.isNegative()
              || duration.isZero()
              || duration.compareTo(Duration.ofSeconds(10)) > 0) {
            throw new IllegalArgumentException(
                name + " " + duration + " is not above 0 and at most 10 s");
          }
        });
  }

  private static void checkShare(String name, Optional<Double> value) {
    value.ifPresent(
        share -> {
          if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException(name + " " + share + " is not between 0 and 1");
          }
        });
  }
}
