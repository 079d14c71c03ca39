package dev.fanout.load;

import org.HdrHistogram.AbstractHistogram;

/**
 * One group of APIs in one interval.
 *
 * @param name id of its API; of several, the first and the last in the order of the mix
 * @param responseTime of the requests that passed, in nanoseconds at two significant digits
 */
public record GroupInterval(
    String name, long passed, long failed, AbstractHistogram responseTime) {}
