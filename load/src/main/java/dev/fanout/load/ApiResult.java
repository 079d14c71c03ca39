package dev.fanout.load;

import org.HdrHistogram.AbstractHistogram;

/**
 * One API's share of a trial.
 *
 * @param requests sent; one that never got a connection belongs to no API yet
 * @param responseTime of the requests that passed, in nanoseconds at two significant digits
 */
public record ApiResult(
    String apiId, long requests, long passed, long failed, AbstractHistogram responseTime) {}
