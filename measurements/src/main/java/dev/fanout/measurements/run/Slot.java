package dev.fanout.measurements.run;

import java.util.List;
import java.util.Objects;

/**
 * The order in which one replicate runs, drawn before the run. A void replicate is repeated with
 * the same slot.
 *
 * @param index from 0
 * @param randomSeed of the arrivals and the request mix in this replicate
 * @param warmUpFirst the variant that is warmed first
 * @param portFirst the variant whose port is opened first
 * @param stages in the order in which they run
 */
public record Slot(
    int index,
    long randomSeed,
    VariantLabel warmUpFirst,
    VariantLabel portFirst,
    List<StageOrder> stages) {
  public Slot {
    Checks.notNegative("index", index);
    Objects.requireNonNull(warmUpFirst, "warmUpFirst");
    Objects.requireNonNull(portFirst, "portFirst");
    stages = List.copyOf(stages);
    if (stages.isEmpty()) {
      throw new IllegalArgumentException("slot " + index + " runs no stage");
    }
  }

  /** Which variant goes first in a stage; the other follows at once. */
  public record StageOrder(int stage, VariantLabel first) {
    public StageOrder {
      Checks.notNegative("stage", stage);
      Objects.requireNonNull(first, "first");
    }
  }
}
