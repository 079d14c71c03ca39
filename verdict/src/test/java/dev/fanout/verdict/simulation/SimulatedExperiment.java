package dev.fanout.verdict.simulation;

import dev.fanout.measurements.run.Metric;
import dev.fanout.measurements.run.Row;
import dev.fanout.verdict.ErrorTally;
import dev.fanout.verdict.RowSeries;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/**
 * Draws the differences of one experiment: for row i they are normal with mean {@code means(i)} and
 * standard deviation {@code deviation}, both in units of the row's margin. Errors never occur, and
 * there are requests enough to say so.
 */
public final class SimulatedExperiment {
  private static final ErrorTally CLEAN = new ErrorTally(100_000, 0, 0, 5e9, 1e9);

  private final List<Row> rows;
  private final IntToDoubleFunction means;
  private final double deviation;

  public SimulatedExperiment(List<Row> rows, IntToDoubleFunction means, double deviation) {
    this.rows = List.copyOf(rows);
    this.means = means;
    this.deviation = deviation;
  }

  public List<RowSeries> draw(int replicates, Random random) {
    List<RowSeries> series = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      series.add(
          rows.get(i).metric() == Metric.ERRORS
              ? errors(i, replicates)
              : normal(i, replicates, random));
    }
    return series;
  }

  private RowSeries normal(int i, int replicates, Random random) {
    double margin = RowSeries.margin(rows.get(i));
    double[] differences = new double[replicates];
    for (int r = 0; r < replicates; r++) {
      differences[r] = margin * (means.applyAsDouble(i) + deviation * random.nextGaussian());
    }
    return RowSeries.of(rows.get(i), differences);
  }

  private RowSeries errors(int i, int replicates) {
    List<ErrorTally> tallies = Collections.nCopies(replicates, CLEAN);
    return new RowSeries(
        rows.get(i), new double[replicates], Optional.of(new RowSeries.Errors(tallies, tallies)));
  }
}
