package dev.fanout.verdict;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/** Quantiles of Student's t and of the normal distribution. */
public final class StudentT {
  private static final NormalDistribution NORMAL = new NormalDistribution();

  private StudentT() {}

  /**
   * The value that a t-distributed variable stays below with the given probability (Student 1908,
   * "The probable error of a mean"; computed by Hipparchus).
   *
   * @param probability in (0, 1)
   * @param degreesOfFreedom at least 1
   */
  public static double quantile(double probability, int degreesOfFreedom) {
    checkProbability(probability);
    if (degreesOfFreedom < 1) {
      throw new IllegalArgumentException("degreesOfFreedom " + degreesOfFreedom + " is below 1");
    }
    return new TDistribution(degreesOfFreedom).inverseCumulativeProbability(probability);
  }

  /**
   * The same for the standard normal distribution.
   *
   * @param probability in (0, 1)
   */
  public static double normalQuantile(double probability) {
    checkProbability(probability);
    return NORMAL.inverseCumulativeProbability(probability);
  }

  private static void checkProbability(double probability) {
    if (!(probability > 0 && probability < 1)) {
      throw new IllegalArgumentException("probability " + probability + " is not in (0, 1)");
    }
  }
}
