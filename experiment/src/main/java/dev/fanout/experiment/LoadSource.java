package dev.fanout.experiment;

import dev.fanout.load.TrialObserver;
import dev.fanout.load.TrialPlan;
import dev.fanout.load.TrialResult;

/** Plays one trial at a time; {@link dev.fanout.load.LoadRunner#run} is one. */
@FunctionalInterface
public interface LoadSource {
  TrialResult run(TrialPlan plan, TrialObserver observer) throws InterruptedException;
}
