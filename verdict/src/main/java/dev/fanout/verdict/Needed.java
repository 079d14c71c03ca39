package dev.fanout.verdict;

import java.util.OptionalInt;

/**
 * How many replicates a new run would need to decide a row that stayed open, at the spread that was
 * seen: N = 2 + ⌈(z + 0.84)² s² ÷ (m − |d̄|)²⌉, for a power of 0.8.
 *
 * @param replicates empty when it is above {@value #MOST}: "not at this spread"
 */
public record Needed(OptionalInt replicates) {
  /** No plan with more replicates is suggested. */
  public static final int MOST = 200;

  private static final double POWER_80 = 0.84;
  private static final double ONE_SIDED_95 = 1.645;

  /**
   * The normal approximation to the size of a test (Schuirmann 1987 for the side within the margin;
   * Bonferroni over rows for the side beyond it).
   *
   * @param margin m, on the scale of the differences
   * @param rows J
   */
  static Needed of(double mean, double standardDeviation, double margin, int rows) {
    double z = Math.abs(mean) < margin ? ONE_SIDED_95 : StudentT.normalQuantile(1 - 0.05 / rows);
    double ratio = (z + POWER_80) * standardDeviation / (margin - Math.abs(mean));
    double needed = 2 + Math.ceil(ratio * ratio);
    return new Needed(needed <= MOST ? OptionalInt.of((int) needed) : OptionalInt.empty());
  }

  public String text() {
    return replicates.isPresent() ? "n = " + replicates.getAsInt() : "not at this spread";
  }
}
