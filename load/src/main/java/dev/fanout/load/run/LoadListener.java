package dev.fanout.load.run;

/**
 * Hears what a run does, in order, never on two threads at once. While it works the next interval
 * gets longer; nothing is lost. What it throws ends the run, and {@link LoadRun#await} throws it.
 */
public interface LoadListener {
  /** Listens to nothing. */
  LoadListener NONE = new LoadListener() {};

  default void trialStarted(TrialStart start) {}

  /** Each second of settling and window, and once more for what ended after it. */
  default void interval(Interval interval) {}

  default void trialEnded(LoadTrial trial) {}
}
