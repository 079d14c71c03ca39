package dev.fanout.verdict;

import java.util.Optional;

/**
 * Something besides the topology that may have moved the differences of a row: the order of the
 * variants, or time.
 *
 * @param estimate on the scale of the differences
 * @param standardError above 0
 * @param degreesOfFreedom from 1
 */
public record Effect(double estimate, double standardError, int degreesOfFreedom) {
  /** Fewer replicates than this tell no effect from spread. */
  public static final int LEAST = 4;

  private static final double POWER_80 = 0.84;

  /**
   * Half of mean(d, A first) − mean(d, B first), with the pooled variance of the two groups
   * (Student 1908; methodology, part 5). Whoever goes first gains the estimate.
   *
   * @param differences d of each replicate, finite
   * @param aFirst whether A went first in it; as long as {@code differences}
   * @return empty below {@value #LEAST} replicates, with fewer than two on a side, or without
   *     spread
   */
  public static Optional<Effect> ofOrder(double[] differences, boolean[] aFirst) {
    int n = differences.length;
    double[] sums = new double[2];
    int[] counts = new int[2];
    for (int i = 0; i < n; i++) {
      int side = aFirst[i] ? 0 : 1;
      sums[side] += differences[i];
      counts[side]++;
    }
    if (n < LEAST || counts[0] < 2 || counts[1] < 2) {
      return Optional.empty();
    }
    double squares = 0;
    for (int i = 0; i < n; i++) {
      int side = aFirst[i] ? 0 : 1;
      double off = differences[i] - sums[side] / counts[side];
      squares += off * off;
    }
    double variance = squares / (n - 2) * (1.0 / counts[0] + 1.0 / counts[1]);
    return of((sums[0] / counts[0] - sums[1] / counts[1]) / 2, Math.sqrt(variance) / 2, n - 2);
  }

  /**
   * What d changes by from the first replicate to the last, by the least-squares line (methodology,
   * part 5).
   *
   * @param differences d of each replicate in the order in which they ran, finite
   * @return empty below {@value #LEAST} replicates, or without spread around the line
   */
  public static Optional<Effect> ofDrift(double[] differences) {
    int n = differences.length;
    if (n < LEAST) {
      return Optional.empty();
    }
    double centre = (n - 1) / 2.0;
    double mean = Sample.of(differences, n).mean().orElseThrow();
    double together = 0;
    double apart = 0;
    for (int i = 0; i < n; i++) {
      together += (i - centre) * (differences[i] - mean);
      apart += (i - centre) * (i - centre);
    }
    double slope = together / apart;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double off = differences[i] - mean - slope * (i - centre);
      squares += off * off;
    }
    double error = Math.sqrt(squares / (n - 2) / apart);
    return of(slope * (n - 1), error * (n - 1), n - 2);
  }

  private static Optional<Effect> of(double estimate, double error, int degreesOfFreedom) {
    return error > 0
        ? Optional.of(new Effect(estimate, error, degreesOfFreedom))
        : Optional.empty();
  }

  /**
   * The two-sided t interval.
   *
   * @param level probability of missing the truth, in (0, 1)
   */
  public Interval interval(double level) {
    return Interval.around(estimate, quantile(level) * standardError);
  }

  /** Whether the interval lies wholly above {@code limit} or below its negative. */
  boolean beyond(double limit, double level) {
    return interval(level).beyond(limit) != 0;
  }

  /**
   * The size that would have been found wholly beyond {@code limit} in 8 of 10 runs like this one,
   * by the normal approximation.
   */
  double detectable(double limit, double level) {
    return limit + (quantile(level) + POWER_80) * standardError;
  }

  private double quantile(double level) {
    return StudentT.quantile(1 - level / 2, degreesOfFreedom);
  }
}
