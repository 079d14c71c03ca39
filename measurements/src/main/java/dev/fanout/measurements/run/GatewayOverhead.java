package dev.fanout.measurements.run;

/**
 * What the gateway itself adds: a latency margin above it cannot see the gateway at all and is
 * called coarse.
 */
public record GatewayOverhead(long p50ThroughNanos, long p50DirectNanos) {
  public GatewayOverhead {
    Checks.notNegative("p50ThroughNanos", p50ThroughNanos);
    Checks.notNegative("p50DirectNanos", p50DirectNanos);
  }

  /** May be negative when noise hides the gateway. */
  public long nanos() {
    return p50ThroughNanos - p50DirectNanos;
  }
}
