package dev.fanout.measurements.run;

/**
 * Response times of the successful and failed requests of one window, in nanoseconds: from the
 * intended start in the open model, from the send in the closed one.
 */
public record LatencySummary(
    double meanNanos, long p50Nanos, long p90Nanos, long p95Nanos, long p99Nanos, long maxNanos) {
  public LatencySummary {
    Checks.finiteNotNegative("meanNanos", meanNanos);
    Checks.notNegative("p50Nanos", p50Nanos);
    if (p50Nanos > p90Nanos || p90Nanos > p95Nanos || p95Nanos > p99Nanos || p99Nanos > maxNanos) {
      throw new IllegalArgumentException(
          "percentiles do not rise: "
              + p50Nanos
              + ", "
              + p90Nanos
              + ", "
              + p95Nanos
              + ", "
              + p99Nanos
              + ", "
              + maxNanos);
    }
  }
}
