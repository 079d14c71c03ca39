package dev.fanout.report.live;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One interval in figures; latencies are nanoseconds, and absent when nothing passed.
 *
 * @param label which interval: {@code 12 s}, {@code settling}
 * @param errors since the row's trial began
 * @param inFlight requests, at the interval's end or as its mean
 */
public record Figures(
    String label,
    double passedPerSecond,
    OptionalLong p50Nanos,
    OptionalLong p95Nanos,
    OptionalLong p99Nanos,
    long errors,
    OptionalDouble inFlight) {}
