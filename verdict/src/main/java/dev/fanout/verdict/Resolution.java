package dev.fanout.verdict;

import dev.fanout.measurements.run.Metric;
import dev.fanout.measurements.run.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a machine can resolve, by its own archive: how often each plan would answer at the spreads
 * that it shows, and which margins it could keep.
 *
 * @param plans in the order of {@link PlanLength}
 * @param rows those with a spread, in the order of the plan
 */
public record Resolution(List<PlanPower> plans, List<RowResolution> rows) {
  public Resolution {
    plans = List.copyOf(plans);
    rows = List.copyOf(rows);
  }

  /**
   * @param judgedRows J; quick judges the top stage only
   * @param power share of runs that would end EQUIVALENT if nothing differed, in 0..1
   */
  public record PlanPower(PlanLength plan, int judgedRows, double power) {}

  /**
   * @param smallest for each plan the margin that this row alone would keep with a power of {@value
   *     Power#LEAST}, on the scale of its differences
   */
  public record RowResolution(Archive.Figures figures, List<Double> smallest) {
    public RowResolution {
      smallest = List.copyOf(smallest);
    }
  }

  /** From an archive of the default plan's rows; its margins are those of the archive. */
  public static Resolution of(Archive archive) {
    List<Archive.Figures> known =
        archive.figures().stream()
            .filter(figure -> figure.row().metric() != Metric.ERRORS)
            .filter(figure -> figure.spreadInMargins().orElse(0) > 0)
            .toList();
    OptionalInt top = known.stream().mapToInt(figure -> figure.row().stage().orElse(0)).max();
    List<PlanPower> plans = new ArrayList<>();
    List<Double> widths = new ArrayList<>();
    for (PlanLength plan : PlanLength.values()) {
      List<Archive.Figures> judged =
          known.stream()
              .filter(figure -> plan != PlanLength.QUICK || isOf(figure.row(), top))
              .toList();
      int rows = judged.size() + 1; // and errors
      List<Double> spreads =
          judged.stream().map(figure -> figure.spreadInMargins().orElseThrow()).toList();
      plans.add(
          new PlanPower(
              plan, rows, spreads.isEmpty() ? 0 : Power.equivalent(plan.looks(), spreads, rows)));
      widths.add(Power.resolvableSpreads(plan.looks(), rows));
    }
    return new Resolution(
        plans,
        known.stream()
            .map(
                figure ->
                    new RowResolution(
                        figure,
                        widths.stream()
                            .map(width -> width * figure.sample().standardDeviation().orElseThrow())
                            .toList()))
            .toList());
  }

  private static boolean isOf(Row row, OptionalInt stage) {
    return row.stage().isPresent() && row.stage().equals(stage);
  }
}
