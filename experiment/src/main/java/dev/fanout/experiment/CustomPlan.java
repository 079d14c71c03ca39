package dev.fanout.experiment;

import dev.fanout.measurements.run.Look;
import dev.fanout.verdict.Boundaries;
import java.util.List;
import java.util.Objects;

/**
 * Looks and rows other than those of the three plans.
 *
 * @param name as the run shows it
 * @param looks each after an even number of replicates more than the one before
 */
public record CustomPlan(String name, List<Look> looks, RowSet rows) {
  /** Fewest replicates at a look: below it no audit of chance can be asked. */
  public static final int FEWEST = 4;

  /** No plan takes more. */
  public static final int MOST = 200;

  /** Which rows are judged. */
  public enum RowSet {
    /** Those of the plan's length and load. */
    STANDARD,
    /** p50 and p95 of each stage, and errors: where CPU cannot be read, or is not the question. */
    LATENCY
  }

  public CustomPlan {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(rows, "rows");
    looks = List.copyOf(looks);
  }

  /**
   * The plan {@code custom} of a catalog.
   *
   * @param replicates at each look, rising
   * @throws IllegalArgumentException with a text for users
   */
  public static CustomPlan of(List<Integer> replicates) {
    int before = 0;
    for (int look : replicates) {
      if (look < FEWEST || look > MOST || look <= before || (look - before) % 2 != 0) {
        throw new IllegalArgumentException(
            "looks "
                + replicates
                + " are not rising even numbers in "
                + FEWEST
                + ".."
                + MOST
                + ": half of the replicates between two looks run A first");
      }
      before = look;
    }
    if (replicates.isEmpty()) {
      throw new IllegalArgumentException("a plan takes one look or more");
    }
    return new CustomPlan(
        "custom",
        Boundaries.spend(replicates.stream().mapToInt(Integer::intValue).toArray()),
        RowSet.STANDARD);
  }
}
