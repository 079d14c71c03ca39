package dev.fanout.load.run;

import java.util.OptionalDouble;

/**
 * What a load must not do.
 *
 * @param allowRemote whether targets may be on other machines; they then need a cap
 * @param maxRatePerSecond of requests, whatever the model
 * @param stopErrorShare a larger share of failures ends the run, 0 to 1
 */
public record Safety(
    boolean allowRemote, OptionalDouble maxRatePerSecond, OptionalDouble stopErrorShare) {
  /** This machine only; no cap. */
  public static final Safety LOOPBACK_ONLY =
      new Safety(false, OptionalDouble.empty(), OptionalDouble.empty());

  private static final double REMOTE_ERROR_SHARE = 0.01;

  public Safety {
    if (allowRemote && maxRatePerSecond.isEmpty()) {
      throw new IllegalArgumentException("a remote target needs a highest rate per second");
    }
    double share = stopErrorShare.orElse(0);
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("stopErrorShare " + share + " is not in 0..1");
    }
  }

  /** Any machine, at most so many requests per second, and an end at 1 % failures. */
  public static Safety remote(double maxRatePerSecond) {
    return new Safety(
        true, OptionalDouble.of(maxRatePerSecond), OptionalDouble.of(REMOTE_ERROR_SHARE));
  }
}
