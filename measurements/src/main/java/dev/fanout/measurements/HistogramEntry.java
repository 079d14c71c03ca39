package dev.fanout.measurements;

import java.time.Instant;
import org.HdrHistogram.Histogram;

/**
 * One line of a histogram log.
 *
 * @param start of the interval, to the millisecond
 * @param histogram of nanoseconds; the reader's own
 */
public record HistogramEntry(HistogramTag tag, Instant start, Instant end, Histogram histogram) {}
