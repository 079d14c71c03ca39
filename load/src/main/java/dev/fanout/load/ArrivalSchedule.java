package dev.fanout.load;

import java.util.Arrays;
import java.util.SplittableRandom;

/** The intended starts of an open model, drawn before the trial so that it only reads them. */
final class ArrivalSchedule {
  private ArrivalSchedule() {}

  /**
   * A Poisson process: gaps are exponential with mean {@code 1 / ratePerSecond}.
   *
   * @return nanoseconds after the trial's start, ascending, all below {@code horizonNanos}
   */
  static long[] poisson(double ratePerSecond, long horizonNanos, SplittableRandom random) {
    double meanGapNanos = 1e9 / ratePerSecond;
    double expected = horizonNanos / meanGapNanos;
    long[] starts = new long[(int) (expected + 6 * Math.sqrt(expected) + 16)];
    int count = 0;
    double at = 0;
    while (true) {
      // 1 - nextDouble() is in (0, 1], so the logarithm is finite.
      at -= meanGapNanos * Math.log(1 - random.nextDouble());
      if (at >= horizonNanos) {
        return Arrays.copyOf(starts, count);
      }
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count + count / 8 + 16);
      }
      starts[count++] = (long) at;
    }
  }
}
