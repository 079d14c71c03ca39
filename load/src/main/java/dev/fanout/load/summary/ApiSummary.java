package dev.fanout.load.summary;

import org.HdrHistogram.AbstractHistogram;

/**
 * One API's share of a trial.
 *
 * @param latency of the requests that passed, in nanoseconds
 */
public record ApiSummary(
    String api, long requests, long passed, long failed, AbstractHistogram latency) {}
