package dev.fanout.load;

/**
 * Takes the intervals of a trial, in order, on one thread of the runner's own. While it works the
 * next interval gets longer; nothing is lost.
 */
@FunctionalInterface
public interface IntervalSink {
  void interval(TrialInterval interval);
}
