package dev.fanout.load;

import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * About a second of a trial, when it is over. Histograms hold what ended in it and are the
 * receiver's own; added up over all intervals they are the trial's.
 *
 * @param number from 1
 * @param startNanos on {@link System#nanoTime}'s clock
 * @param settling nothing is counted yet
 * @param progress of settling and window, 0 to 1
 * @param counts in this interval
 * @param total since the window's start; {@code total.started() = total.passed() + total.failed() +
 *     inFlight} holds exactly
 * @param inFlight at the end: sent and not over
 * @param waiting at the end: due and not sent (open model)
 * @param users at the end (closed model)
 */
public record TrialInterval(
    int number,
    long startNanos,
    long lengthNanos,
    boolean settling,
    double progress,
    Counts counts,
    Counts total,
    long inFlight,
    long waiting,
    int users,
    Histogram responseTime,
    Histogram serviceTime,
    Histogram firstByte,
    Histogram sendLag,
    List<GroupInterval> groups) {
  public TrialInterval {
    groups = List.copyOf(groups);
  }
}
