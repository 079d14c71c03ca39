package dev.fanout.verdict;

import dev.fanout.measurements.run.Look;
import java.util.Arrays;
import java.util.List;

/**
 * How wide the intervals of each look are, in standard errors.
 *
 * <p>The error probability 0.05 is spent as π_k = 0.05 (n_k² − n_{k−1}²) ÷ n_max² (an error
 * spending function in the sense of Kim &amp; DeMets 1987). For the schedules of the three plans
 * c^E is the exact boundary of the sequential t test, computed once and kept as a table; for other
 * schedules it is the t quantile at 1 − π_k, which is exact at the first look and on the safe side
 * afterwards (Bonferroni over looks). c^D is the t quantile at 1 − π_k ÷ J, where J counts the
 * rows.
 */
public final class Boundaries {
  private static final int[] QUICK = {6};
  private static final int[] DEFAULT = {6, 10, 16};
  private static final int[] FULL = {6, 10, 16, 24};
  private static final double[] DEFAULT_EQUIVALENT = {3.696, 2.580, 1.885};
  private static final double[] FULL_EQUIVALENT = {4.526, 3.102, 2.344, 1.847};
  private static final double[] QUICK_EQUIVALENT = {2.015};
  private static final double SAME_ALPHA = 1e-6;

  private final List<Look> looks;
  private final double[] equivalent;
  private final double[] different;

  private Boundaries(List<Look> looks, double[] equivalent, double[] different) {
    this.looks = looks;
    this.equivalent = equivalent;
    this.different = different;
  }

  /**
   * The looks at the given numbers of replicates, each with its π_k.
   *
   * @param replicates rising, each at least 2
   */
  public static List<Look> spend(int... replicates) {
    double most = replicates[replicates.length - 1];
    Look[] looks = new Look[replicates.length];
    int before = 0;
    for (int k = 0; k < replicates.length; k++) {
      double n = replicates[k];
      looks[k] = new Look(replicates[k], 0.05 * (n * n - (double) before * before) / (most * most));
      before = replicates[k];
    }
    return List.of(looks);
  }

  /**
   * @param rows J, the number of judged rows, from 1
   */
  public static Boundaries of(List<Look> looks, int rows) {
    if (rows < 1) {
      throw new IllegalArgumentException("rows " + rows + " is below 1");
    }
    double[] equivalent = exact(looks);
    double[] different = new double[looks.size()];
    for (int k = 0; k < different.length; k++) {
      Look look = looks.get(k);
      different[k] = StudentT.quantile(1 - look.alpha() / rows, look.replicates() - 1);
    }
    return new Boundaries(List.copyOf(looks), equivalent, different);
  }

  public List<Look> looks() {
    return looks;
  }

  /** c^E of a look, counted from 0. */
  public double equivalent(int look) {
    return equivalent[look];
  }

  /** c^D of a look, counted from 0. */
  public double different(int look) {
    return different[look];
  }

  private static double[] exact(List<Look> looks) {
    int[] replicates = looks.stream().mapToInt(Look::replicates).toArray();
    if (spentAsPlanned(looks, replicates)) {
      if (Arrays.equals(replicates, QUICK)) {
        return QUICK_EQUIVALENT.clone();
      }
      if (Arrays.equals(replicates, DEFAULT)) {
        return DEFAULT_EQUIVALENT.clone();
      }
      if (Arrays.equals(replicates, FULL)) {
        return FULL_EQUIVALENT.clone();
      }
    }
    return looks.stream()
        .mapToDouble(look -> StudentT.quantile(1 - look.alpha(), look.replicates() - 1))
        .toArray();
  }

  private static boolean spentAsPlanned(List<Look> looks, int[] replicates) {
    List<Look> planned = spend(replicates);
    for (int k = 0; k < replicates.length; k++) {
      if (Math.abs(planned.get(k).alpha() - looks.get(k).alpha()) > SAME_ALPHA) {
        return false;
      }
    }
    return true;
  }
}
