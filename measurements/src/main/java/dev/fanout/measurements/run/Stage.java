package dev.fanout.measurements.run;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * One load level.
 *
 * @param name as outputs print it: {@code 60%}, {@code 200 VUs}
 * @param settlingNanos load before the window, discarded
 * @param windowNanos the measured part of a trial
 */
public record Stage(int index, String name, StageLoad load, long settlingNanos, long windowNanos) {
  public Stage {
    Checks.notNegative("index", index);
    Checks.text("name", name);
    Objects.requireNonNull(load, "load");
    Checks.notNegative("settlingNanos", settlingNanos);
    Checks.positive("windowNanos", windowNanos);
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
          windowNanos);
    }
    return this;
  }

  /** The stage with a window in which an open load has that many arrivals on average. */
  Stage withRequests(double requests) {
    if (load instanceof StageLoad.Open open && open.ratePerSecond().isPresent()) {
      long needed = (long) Math.ceil(requests / open.ratePerSecond().getAsDouble() * 1e9);
      return new Stage(index, name, load, settlingNanos, Math.max(windowNanos, needed));
    }
    return this;
  }
}
