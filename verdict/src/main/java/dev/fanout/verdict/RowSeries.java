package dev.fanout.verdict;

import dev.fanout.measurements.run.Metric;
import dev.fanout.measurements.run.Row;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The differences of one row, one for each replicate in order of slots. A missing value is NaN. The
 * array is not copied and must not change.
 *
 * @param differences on the row's scale: nanoseconds, ln(A/B), or share of requests
 * @param errors what the errors row needs besides; empty for every other row
 */
@SuppressWarnings("ArrayRecordComponent")
public record RowSeries(Row row, double[] differences, Optional<Errors> errors) {
  public RowSeries {
    Objects.requireNonNull(row, "row");
    Objects.requireNonNull(differences, "differences");
    if ((row.metric() == Metric.ERRORS) != errors.isPresent()) {
      throw new IllegalArgumentException("row " + row.id() + " and its error tallies disagree");
    }
  }

  public static RowSeries of(Row row, double[] differences) {
    return new RowSeries(row, differences, Optional.empty());
  }

  /** The margin on the scale of the differences: ln(1 + m) for ratios. */
  public double margin() {
    return margin(row);
  }

  /** As {@link #margin()}, for any row. */
  public static double margin(Row row) {
    return row.metric().scale() == Metric.Scale.RATIO ? Math.log1p(row.margin()) : row.margin();
  }

  boolean complete(int n) {
    if (differences.length < n) {
      return false;
    }
    for (int i = 0; i < n; i++) {
      if (!Double.isFinite(differences[i])) {
        return false;
      }
    }
    return true;
  }

  /** One tally for each replicate and variant. */
  public record Errors(List<ErrorTally> a, List<ErrorTally> b) {
    public Errors {
      a = List.copyOf(a);
      b = List.copyOf(b);
    }

    ErrorTally pooledA(int n) {
      return a.subList(0, n).stream().reduce(ErrorTally.NONE, ErrorTally::plus);
    }

    ErrorTally pooledB(int n) {
      return b.subList(0, n).stream().reduce(ErrorTally.NONE, ErrorTally::plus);
    }
  }
}
