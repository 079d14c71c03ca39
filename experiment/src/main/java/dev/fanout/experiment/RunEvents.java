package dev.fanout.experiment;

import dev.fanout.measurements.run.Replicate;
import dev.fanout.measurements.run.Stage;
import dev.fanout.measurements.run.Trial;

/**
 * What happens while a run goes on, for whoever shows it. Called on the thread of the run, in
 * order; must return quickly and must not throw.
 */
public interface RunEvents {
  /** Nobody looks. */
  RunEvents NONE = new RunEvents() {};

  /** A new part of the run begins; one phrase such as {@code finding the capacity}. */
  default void phase(String phrase) {}

  /** Something that a reader should know; one sentence, also kept in the run. */
  default void note(String sentence) {}

  /**
   * A replicate begins.
   *
   * @param valid replicates that count so far
   * @param most how many the plan allows
   */
  default void replicateStarted(int valid, int most) {}

  default void trialFinished(Stage stage, Trial trial) {}

  /**
   * A replicate is on disk.
   *
   * @param valid replicates that count, this one included if it does
   */
  default void replicateFinished(Replicate replicate, int valid, int most) {}

  /** The run was judged at a look: whether it goes on. */
  default void looked(int replicates, boolean goesOn) {}
}
