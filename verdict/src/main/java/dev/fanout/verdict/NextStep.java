package dev.fanout.verdict;

import dev.fanout.measurements.run.Slot;
import java.util.Objects;

/** What an experiment does after each replicate. */
public sealed interface NextStep {
  /** Run this slot; {@code attempt} is above 0 when a void replicate is repeated. */
  record RunReplicate(Slot slot, int attempt) implements NextStep {
    public RunReplicate {
      Objects.requireNonNull(slot, "slot");
    }
  }

  /** Judge the run: it is decided, or nothing is left to run. */
  record Stop(String reason) implements NextStep {
    public Stop {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /** Too many void replicates: the environment is not fit to measure in. */
  record Fail(String reason) implements NextStep {
    public Fail {
      Objects.requireNonNull(reason, "reason");
    }
  }
}
