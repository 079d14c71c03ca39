package dev.fanout.verdict.simulation;

import java.util.Arrays;
import java.util.Random;

/**
 * Finds c^E of any schedule by experiments: the value that the t statistic of look k must exceed so
 * that, of all experiments at the margin, the share π_k exceeds its boundary at look k and at no
 * look before.
 */
public final class SequentialBoundaries {
  private SequentialBoundaries() {}

  /**
   * @param replicates at each look, rising, the first at least 2
   * @param alphas π_k of each look
   * @param experiments more of them give more digits: the error of c is about 1.5 ÷ √(experiments ×
   *     π_k)
   * @return c^E of each look, in standard errors
   */
  public static double[] find(int[] replicates, double[] alphas, int experiments, long seed) {
    int looks = replicates.length;
    float[][] t = new float[looks][experiments];
    Random random = new Random(seed);
    for (int i = 0; i < experiments; i++) {
      draw(replicates, t, i, random);
    }
    double[] found = new double[looks];
    boolean[] crossed = new boolean[experiments];
    for (int k = 0; k < looks; k++) {
      found[k] = boundary(t[k], crossed, alphas[k] * experiments);
      for (int i = 0; i < experiments; i++) {
        crossed[i] |= t[k][i] > found[k];
      }
    }
    return found;
  }

  /** The share of experiments that exceed the boundary of any look. */
  public static double crossing(int[] replicates, double[] boundaries, int experiments, long seed) {
    float[][] t = new float[replicates.length][1];
    Random random = new Random(seed);
    int crossed = 0;
    for (int i = 0; i < experiments; i++) {
      draw(replicates, t, 0, random);
      boolean any = false;
      for (int k = 0; k < replicates.length; k++) {
        any |= t[k][0] > boundaries[k];
      }
      crossed += any ? 1 : 0;
    }
    return (double) crossed / experiments;
  }

  private static void draw(int[] replicates, float[][] t, int column, Random random) {
    double sum = 0;
    double squares = 0;
    int n = 0;
    for (int k = 0; k < replicates.length; k++) {
      for (; n < replicates[k]; n++) {
        double d = random.nextGaussian();
        sum += d;
        squares += d * d;
      }
      double variance = (squares - sum * sum / n) / (n - 1);
      t[k][column] = (float) (sum / Math.sqrt(n * variance));
    }
  }

  /** Exceeded by so many of the experiments that have not crossed yet. */
  private static double boundary(float[] t, boolean[] crossed, double wanted) {
    float[] left = new float[t.length];
    int count = 0;
    for (int i = 0; i < t.length; i++) {
      if (!crossed[i]) {
        left[count++] = t[i];
      }
    }
    Arrays.sort(left, 0, count);
    int place = count - (int) Math.round(wanted);
    return (left[place - 1] + left[place]) / 2.0;
  }
}
