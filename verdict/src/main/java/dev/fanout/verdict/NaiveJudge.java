package dev.fanout.verdict;

import dev.fanout.measurements.run.Metric;
import dev.fanout.measurements.run.Replicate;
import dev.fanout.measurements.run.Row;
import dev.fanout.measurements.run.RunPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Applies the published benchmark's rule (its report, "Headline comparison") to one pair. */
final class NaiveJudge {
  private NaiveJudge() {}

  /** A threshold without a value counts as not satisfied. */
  static NaiveJudgement judge(RunPlan plan, Replicate pair) {
    List<NaiveJudgement.Check> checks = new ArrayList<>();
    for (Row row : plan.rows()) {
      RowSeries series = PairedValues.series(row, List.of(pair));
      double difference = series.differences()[0];
      boolean known = Double.isFinite(difference);
      double compared =
          row.metric().scale() == Metric.Scale.RATIO ? Math.expm1(difference) : difference;
      checks.add(
          new NaiveJudgement.Check(
              "|Δ " + Wording.name(row, plan.stages()) + "|",
              known
                  ? Wording.difference(row, difference) + " " + Wording.differenceUnit(row)
                  : "no value",
              Wording.margin(row).replace("±", "≤"),
              known ? OptionalDouble.of(difference) : OptionalDouble.empty(),
              known && Math.abs(compared) <= row.margin()));
    }
    return new NaiveJudgement(checks);
  }
}
