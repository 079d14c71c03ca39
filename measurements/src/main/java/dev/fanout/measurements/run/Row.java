package dev.fanout.measurements.run;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * One judged comparison.
 *
 * @param id stable and unique in the plan, such as {@code p95@60%}
 * @param stage index of the stage; empty only for errors, which pool all stages
 * @param margin above 0, in the unit of {@link Metric#scale()}
 */
public record Row(String id, Metric metric, OptionalInt stage, double margin) {
  public Row {
    Checks.text("id", id);
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(stage, "stage");
    Checks.finitePositive("margin of row " + id, margin);
    if ((metric == Metric.ERRORS) == stage.isPresent()) {
      throw new IllegalArgumentException(
          "row " + id + ": errors pool all stages, every other row names one");
    }
  }

  public Row withMargin(double other) {
    return new Row(id, metric, stage, other);
  }
}
