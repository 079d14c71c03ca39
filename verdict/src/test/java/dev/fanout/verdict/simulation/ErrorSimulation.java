package dev.fanout.verdict.simulation;

import dev.fanout.measurements.run.Metric;
import dev.fanout.measurements.run.Row;
import dev.fanout.verdict.Boundaries;
import dev.fanout.verdict.Decision;
import dev.fanout.verdict.DecisionProcedure;
import dev.fanout.verdict.ErrorTally;
import dev.fanout.verdict.PlanLength;
import dev.fanout.verdict.RowSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/**
 * The errors row alone, at its margin: both variants fail in bursts, as many as give the margin's
 * share on average. The default plan, 20,000 requests of a variant in each replicate.
 */
public final class ErrorSimulation {
  private static final Row ROW = new Row("errors", Metric.ERRORS, OptionalInt.empty(), 0.001);
  private static final int JUDGED_ROWS = 8;
  private static final int REPLICATES = 16;
  private static final long REQUESTS = 20_000;
  private static final double WINDOW_NANOS = 4e9;

  private ErrorSimulation() {}

  /**
   * How often the judge says EQUIVALENT all the same.
   *
   * @param burst failures that come together
   * @param inFlight requests in flight on average: what the judge takes a burst for
   */
  public static int wrongEquivalents(int burst, double inFlight, int experiments, long seed) {
    DecisionProcedure judge =
        new DecisionProcedure(Boundaries.of(PlanLength.DEFAULT.looks(), JUDGED_ROWS), true);
    Random random = new Random(seed);
    int wrong = 0;
    for (int i = 0; i < experiments; i++) {
      List<ErrorTally> a = tallies(burst, inFlight, random);
      List<ErrorTally> b = tallies(burst, inFlight, random);
      double[] d = new double[REPLICATES];
      for (int r = 0; r < d.length; r++) {
        d[r] = (double) (a.get(r).failed() - b.get(r).failed()) / REQUESTS;
      }
      RowSeries series = new RowSeries(ROW, d, Optional.of(new RowSeries.Errors(a, b)));
      Decision decision = judge.decide(List.of(series), REPLICATES);
      wrong += decision.outcome() == Decision.Outcome.EQUIVALENT ? 1 : 0;
    }
    return wrong;
  }

  private static List<ErrorTally> tallies(int burst, double inFlight, Random random) {
    double expected = REQUESTS * ROW.margin() / burst;
    List<ErrorTally> tallies = new ArrayList<>();
    for (int r = 0; r < REPLICATES; r++) {
      int bursts = poisson(expected, random);
      tallies.add(
          new ErrorTally(
              REQUESTS,
              (long) bursts * burst,
              Math.min(bursts, 3),
              inFlight * WINDOW_NANOS,
              WINDOW_NANOS));
    }
    return tallies;
  }

  private static int poisson(double mean, Random random) {
    double product = random.nextDouble();
    double least = Math.exp(-mean);
    int count = 0;
    while (product > least) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }
}
