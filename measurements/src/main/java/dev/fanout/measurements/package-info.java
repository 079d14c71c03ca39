/**
 * Samples and what they cost: latency histograms on disk, the CPU time of processes, the machine.
 *
 * <p>{@link dev.fanout.measurements.HistogramLog} keeps histograms in the interval log format of
 * HdrHistogram, so that its tools read them; {@link dev.fanout.measurements.ProcessCpu} reads the
 * CPU of a process by thread at nanosecond grain; {@link dev.fanout.measurements.MachineInfo} says
 * where a figure comes from.
 */
@NullMarked
package dev.fanout.measurements;

import org.jspecify.annotations.NullMarked;
