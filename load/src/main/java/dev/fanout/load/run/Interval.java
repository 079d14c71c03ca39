package dev.fanout.load.run;

import dev.fanout.load.Counts;
import dev.fanout.load.GroupInterval;
import dev.fanout.load.TrialInterval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * About a second of a trial, when it is over. Histograms hold nanoseconds of what passed in it.
 *
 * @param trial number of the trial, from 1
 * @param number within the trial, from 1
 * @param settling nothing is counted yet
 * @param progress of the trial, 0 to 1
 * @param counts in this interval
 * @param total since the window's start; {@code total.started() = total.passed() + total.failed() +
 *     inFlight} holds exactly
 * @param inFlight at the end: sent and not over
 * @param waiting at the end: due and not sent (open model)
 * @param users at the end (closed model)
 * @param groups of APIs, at most 32
 */
public record Interval(
    int trial,
    String target,
    String stage,
    int number,
    Instant start,
    Duration length,
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
  public Interval {
    groups = List.copyOf(groups);
  }

  static Interval of(TrialStart trial, TrialInterval interval, Instant start) {
    return new Interval(
        trial.number(),
        trial.target().name(),
        trial.stage().name(),
        interval.number(),
        start,
        Duration.ofNanos(interval.lengthNanos()),
        interval.settling(),
        interval.progress(),
        interval.counts(),
        interval.total(),
        interval.inFlight(),
        interval.waiting(),
        interval.users(),
        interval.responseTime(),
        interval.serviceTime(),
        interval.firstByte(),
        interval.sendLag(),
        interval.groups());
  }

  public double passedPerSecond() {
    return length.isZero() ? 0 : counts.passed() / (length.toNanos() / 1e9);
  }
}
