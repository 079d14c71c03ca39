package dev.fanout.verdict;

import dev.fanout.measurements.run.Look;
import dev.fanout.measurements.run.Metric;
import dev.fanout.measurements.run.Replicate;
import dev.fanout.measurements.run.Row;
import dev.fanout.measurements.run.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Live replicates of one topology against itself, and what they say about machine and judge
 * (methodology, part 6): how far differences spread without a cause, whether they lean to a side or
 * remember their predecessor, and what the judge makes of them in other orders.
 */
public final class Archive {
  private final List<String> names;
  private final List<RowSeries> rows;
  private final int replicates;

  private Archive(List<String> names, List<RowSeries> rows, int replicates) {
    this.names = names;
    this.rows = rows;
    this.replicates = replicates;
  }

  /**
   * The valid replicates of one or more runs, in their order.
   *
   * @param runs with the same rows
   */
  public static Archive of(List<Run> runs) {
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("an archive without a run");
    }
    List<Row> rows = runs.get(0).plan().rows();
    List<Replicate> all = new ArrayList<>();
    for (Run run : runs) {
      if (!run.plan().rows().equals(rows)) {
        throw new IllegalArgumentException("the runs of an archive have different rows");
      }
      all.addAll(ValidReplicates.prefix(run));
    }
    return new Archive(
        rows.stream().map(row -> Wording.name(row, runs.get(0).plan().stages())).toList(),
        rows.stream().map(row -> PairedValues.series(row, all)).toList(),
        all.size());
  }

  /** Valid ones, of all runs together. */
  public int replicates() {
    return replicates;
  }

  /** One for each row, in the order of the plan. */
  public List<Figures> figures() {
    return IntStream.range(0, rows.size()).mapToObj(this::figures).toList();
  }

  /**
   * What one row shows.
   *
   * @param sample of d, on the row's scale; without mean when a replicate has no value
   * @param t mean ÷ its standard error: without a cause, beyond 3.4 in 1 of 1,000 rows
   * @param lagOne correlation of each d with the next: 1/√n is its standard error
   */
  public record Figures(
      Row row, String name, Sample sample, OptionalDouble t, OptionalDouble lagOne) {
    /** Standard deviation of d in units of the margin; empty where there is none. */
    public OptionalDouble spreadInMargins() {
      return sample.standardDeviation().isPresent()
          ? OptionalDouble.of(sample.standardDeviation().getAsDouble() / RowSeries.margin(row))
          : OptionalDouble.empty();
    }
  }

  private Figures figures(int index) {
    RowSeries series = rows.get(index);
    if (!series.complete(replicates)) {
      return new Figures(
          series.row(),
          names.get(index),
          Sample.of(new double[0], 0),
          OptionalDouble.empty(),
          OptionalDouble.empty());
    }
    Sample sample = Sample.of(series.differences(), replicates);
    double spread = sample.standardDeviation().orElse(0);
    return new Figures(
        series.row(),
        names.get(index),
        sample,
        spread > 0
            ? OptionalDouble.of(sample.mean().orElseThrow() / (spread / Math.sqrt(replicates)))
            : OptionalDouble.empty(),
        spread > 0
            ? OptionalDouble.of(lagOne(series.differences(), sample.mean().orElseThrow()))
            : OptionalDouble.empty());
  }

  private static double lagOne(double[] values, double mean) {
    double together = 0;
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      squares += (values[i] - mean) * (values[i] - mean);
      if (i > 0) {
        together += (values[i] - mean) * (values[i - 1] - mean);
      }
    }
    return together / squares;
  }

  /** The spread of each row but errors that has one, in units of its margin. */
  public List<Double> spreadsInMargins() {
    return figures().stream()
        .filter(figure -> figure.row().metric() != Metric.ERRORS)
        .flatMap(figure -> figure.spreadInMargins().stream().boxed())
        .toList();
  }

  /**
   * The share of experiments that end EQUIVALENT when replicates are drawn from the archive without
   * putting them back, each with A and B exchanged by the toss of a coin: with one topology on both
   * sides both are as good.
   *
   * @param looks of a plan that takes no more replicates than there are
   * @param shifted index of a row whose differences are all raised by its margin; empty for none
   */
  public double regrouped(List<Look> looks, Optional<Integer> shifted, int experiments, long seed) {
    int most = looks.get(looks.size() - 1).replicates();
    if (most > replicates) {
      throw new IllegalArgumentException(
          "a plan of " + most + " replicates from an archive of " + replicates);
    }
    DecisionProcedure judge = new DecisionProcedure(Boundaries.of(looks, rows.size()), true);
    Random random = new Random(seed);
    int[] order = IntStream.range(0, replicates).toArray();
    int equivalent = 0;
    for (int i = 0; i < experiments; i++) {
      shuffle(order, random);
      boolean[] exchanged = new boolean[most];
      for (int r = 0; r < most; r++) {
        exchanged[r] = random.nextBoolean();
      }
      List<RowSeries> drawn = new ArrayList<>(rows.size());
      for (int row = 0; row < rows.size(); row++) {
        boolean raised = shifted.isPresent() && shifted.get() == row;
        drawn.add(drawn(rows.get(row), Arrays.copyOf(order, most), exchanged, raised));
      }
      equivalent += judge.decide(drawn, most).outcome() == Decision.Outcome.EQUIVALENT ? 1 : 0;
    }
    return (double) equivalent / experiments;
  }

  private static RowSeries drawn(RowSeries all, int[] order, boolean[] exchanged, boolean raised) {
    double[] differences = new double[order.length];
    for (int r = 0; r < order.length; r++) {
      double d = all.differences()[order[r]];
      differences[r] = (exchanged[r] ? -d : d) + (raised ? all.margin() : 0);
    }
    if (all.errors().isEmpty()) {
      return RowSeries.of(all.row(), differences);
    }
    RowSeries.Errors errors = all.errors().get();
    List<ErrorTally> a = new ArrayList<>();
    List<ErrorTally> b = new ArrayList<>();
    for (int r = 0; r < order.length; r++) {
      a.add((exchanged[r] ? errors.b() : errors.a()).get(order[r]));
      b.add((exchanged[r] ? errors.a() : errors.b()).get(order[r]));
    }
    return new RowSeries(all.row(), differences, Optional.of(new RowSeries.Errors(a, b)));
  }

  private static void shuffle(int[] values, Random random) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int value = values[i];
      values[i] = values[j];
      values[j] = value;
    }
  }
}
