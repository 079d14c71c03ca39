package dev.fanout.measurements.run;

/** Upstream connections of one variant in one trial. {@code peak} is the most at one time. */
public record PoolCounters(long opened, long reused, long peak, long refused) {
  public PoolCounters {
    Checks.notNegative("opened", opened);
    Checks.notNegative("reused", reused);
    Checks.notNegative("peak", peak);
    Checks.notNegative("refused", refused);
  }
}
