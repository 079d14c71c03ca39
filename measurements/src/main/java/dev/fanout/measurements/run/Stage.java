package dev.fanout.measurements.run;

import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One load level.
 *
 * @param name as outputs print it: {@code 60%}, {@code 200 VUs}
 * @param settlingNanos load before each turn, discarded
 * @param windowNanos the measured part of a trial, all turns together
 * @param turns equal parts of a trial; between them the other variant has its own, in the order
 *     {@link #firstHasTurn}; absent: one, as in runs that were made before there were turns
 */
public record Stage(
    int index,
    String name,
    StageLoad load,
    long settlingNanos,
    long windowNanos,
    OptionalInt turns) {
  public Stage {
    Checks.notNegative("index", index);
    Checks.text("name", name);
    Objects.requireNonNull(load, "load");
    Checks.notNegative("settlingNanos", settlingNanos);
    Checks.positive("windowNanos", windowNanos);
    Objects.requireNonNull(turns, "turns");
    turns.ifPresent(count -> Checks.positive("turns", count));
  }

  /** The number of turns of a trial. */
  public int turnCount() {
    return turns.orElse(1);
  }

  /**
   * Who has a turn, of the two that share a stage: the first of them or the other. The order is
   * that of Thue and Morse, 0110 1001 …, which gives both the same mean place, and from four turns
   * each the same mean square of it: a machine that gets steadily slower, or ever more quickly so,
   * favours neither.
   *
   * @param turn in 0..2 × {@link #turnCount}
   */
  public static boolean firstHasTurn(int turn) {
    return Integer.bitCount(turn) % 2 == 0;
  }

  /** The stage with its rate worked out from the capacity; a stage with a fixed load stays. */
  public Stage atCapacity(double capacityPerSecond) {
    Checks.finitePositive("capacityPerSecond", capacityPerSecond);
    if (load instanceof StageLoad.Open open && open.capacityShare().isPresent()) {
      double rate = open.capacityShare().getAsDouble() * capacityPerSecond;
      return new Stage(
          index,
          name,
          new StageLoad.Open(open.capacityShare(), OptionalDouble.of(rate)),
          settlingNanos,
          windowNanos,
          turns);
    }
    return this;
  }

  /** The stage with a window in which an open load has that many arrivals on average. */
  Stage withRequests(double requests) {
    if (load instanceof StageLoad.Open open && open.ratePerSecond().isPresent()) {
      long needed = (long) Math.ceil(requests / open.ratePerSecond().getAsDouble() * 1e9);
      return new Stage(index, name, load, settlingNanos, Math.max(windowNanos, needed), turns);
    }
    return this;
  }
}
