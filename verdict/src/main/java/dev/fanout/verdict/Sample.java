package dev.fanout.verdict;

import java.util.OptionalDouble;

/**
 * Mean and spread of the differences of one row. Nothing is computed from fewer values than it
 * needs.
 *
 * @param n number of values
 * @param mean empty for n = 0
 * @param standardDeviation of the sample (divisor n − 1), empty for n &lt; 2; exactly 0 when all
 *     values are equal
 */
public record Sample(int n, OptionalDouble mean, OptionalDouble standardDeviation) {
  /**
   * Of the first {@code n} values (two passes; Chan, Golub &amp; LeVeque 1983, "Algorithms for
   * computing the sample variance").
   */
  public static Sample of(double[] values, int n) {
    if (n < 0 || n > values.length) {
      throw new IllegalArgumentException("n " + n + " is not in 0.." + values.length);
    }
    if (n == 0) {
      return new Sample(0, OptionalDouble.empty(), OptionalDouble.empty());
    }
    double sum = 0;
    boolean constant = true;
    for (int i = 0; i < n; i++) {
      sum += values[i];
      constant &= values[i] == values[0];
    }
    double mean = constant ? values[0] : sum / n;
    return new Sample(
        n, OptionalDouble.of(mean), n < 2 ? OptionalDouble.empty() : spread(values, n, mean));
  }

  private static OptionalDouble spread(double[] values, int n, double mean) {
    double squares = 0;
    double drift = 0;
    for (int i = 0; i < n; i++) {
      double off = values[i] - mean;
      squares += off * off;
      drift += off;
    }
    return OptionalDouble.of(Math.sqrt(Math.max(0, squares - drift * drift / n) / (n - 1)));
  }
}
