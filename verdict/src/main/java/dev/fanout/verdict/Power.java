package dev.fanout.verdict;

import dev.fanout.measurements.run.Look;
import dev.fanout.measurements.run.Metric;
import dev.fanout.measurements.run.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;

/**
 * How often a plan would answer, at known spreads: by simulated experiments through {@link
 * DecisionProcedure} itself, with normal and independent differences (methodology, parts 4 and 6).
 * Errors and audits are left out, so the real figure is a little lower.
 */
public final class Power {
  /** Below this a plan is more likely to waste its time than to answer. */
  public static final double LEAST = 0.8;

  private static final int EXPERIMENTS = 2_000;
  private static final long RANDOM_SEED = 20_261_124L;

  private Power() {}

  /**
   * The share of experiments that end EQUIVALENT although they might not: all true differences are
   * 0. Its standard error is 0.011 at most.
   *
   * @param looks of the plan
   * @param spreads standard deviation of d for each row, in units of the row's margin (that of
   *     ratios is ln(1 + m)); 0 for a row that never varies
   * @param rows J, at least as many as {@code spreads}: rows without a known spread count, too
   */
  public static double equivalent(List<Look> looks, List<Double> spreads, int rows) {
    if (spreads.isEmpty() || spreads.size() > rows) {
      throw new IllegalArgumentException(spreads.size() + " spreads for " + rows + " rows");
    }
    DecisionProcedure judge = new DecisionProcedure(Boundaries.of(looks, rows), true);
    int most = looks.get(looks.size() - 1).replicates();
    Random random = new Random(RANDOM_SEED);
    int found = 0;
    for (int i = 0; i < EXPERIMENTS; i++) {
      found +=
          judge.decide(draw(spreads, most, random), most).outcome() == Decision.Outcome.EQUIVALENT
              ? 1
              : 0;
    }
    return (double) found / EXPERIMENTS;
  }

  /**
   * The smallest margin that a single row with this spread would keep with a power of {@value
   * #LEAST} at a true difference of 0, in units of the spread: a machine resolves so many standard
   * deviations of d.
   */
  public static double resolvableSpreads(List<Look> looks, int rows) {
    double low = 0.05;
    double high = 20;
    for (int i = 0; i < 24; i++) {
      double margin = (low + high) / 2;
      if (equivalent(looks, List.of(1 / margin), rows) >= LEAST) {
        high = margin;
      } else {
        low = margin;
      }
    }
    return high;
  }

  private static List<RowSeries> draw(List<Double> spreads, int replicates, Random random) {
    List<RowSeries> series = new ArrayList<>(spreads.size());
    for (int i = 0; i < spreads.size(); i++) {
      double[] differences = new double[replicates];
      double spread = Math.max(spreads.get(i), 1e-6);
      for (int r = 0; r < replicates; r++) {
        differences[r] = spread * random.nextGaussian();
      }
      series.add(RowSeries.of(new Row("row" + i, Metric.P50, OptionalInt.of(0), 1), differences));
    }
    return series;
  }
}
