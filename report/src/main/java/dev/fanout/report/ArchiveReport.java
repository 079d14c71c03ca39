package dev.fanout.report;

import dev.fanout.measurements.run.Metric;
import dev.fanout.measurements.run.Row;
import dev.fanout.measurements.run.Run;
import dev.fanout.verdict.Archive;
import dev.fanout.verdict.PlanLength;
import dev.fanout.verdict.Resolution;
import dev.fanout.verdict.Wording;
import java.util.Locale;
import java.util.OptionalDouble;

/** What a machine can resolve, one page of text. */
public final class ArchiveReport {
  private ArchiveReport() {}

  /**
   * Lines end in {@code \n}.
   *
   * @param run whose scope and machine are named
   */
  public static String render(Archive archive, Run run) {
    Resolution resolution = Resolution.of(archive);
    StringBuilder out = new StringBuilder();
    line(out, "");
    line(
        out,
        "  What this machine resolves (%s): %s against itself, %s",
        run.scope().sentence(),
        Escape.terminal(run.variants().get(0).topology()),
        Wording.count(archive.replicates(), "replicate"));
    line(
        out,
        "  %s, %s",
        Escape.terminal(run.manifest().machine().processorModel()),
        Wording.count(run.manifest().machine().processors(), "processor"));
    line(out, "");
    line(
        out,
        "    %-24s %12s %10s %9s %6s %6s   %s",
        "",
        "margin",
        "sd of d",
        "in margins",
        "t",
        "lag 1",
        "smallest margin: quick, default, full");
    for (Resolution.RowResolution row : resolution.rows()) {
      row(out, row);
    }
    line(out, "");
    for (Resolution.PlanPower plan : resolution.plans()) {
      line(
          out,
          "    %-8s %2d replicates at most, J = %d: EQUIVALENT in %3.0f %% of runs if nothing differs",
          plan.plan().label(),
          plan.plan().looks().get(plan.plan().looks().size() - 1).replicates(),
          plan.judgedRows(),
          plan.power() * 100);
    }
    line(out, "");
    line(
        out,
        "  sd of d: how far a replicate's difference spreads without a cause. t: the mean against");
    line(
        out,
        "  its standard error; beyond 3.4, or a lag-1 correlation beyond 3.2/√n, something leans");
    line(
        out,
        "  to a side or has a memory, and the machine was not quiet. The smallest margin is what");
    line(
        out,
        "  the row alone would keep in 8 of 10 runs. 'fanout bench --margin ROW=SIZE' sets others.");
    return out.toString();
  }

  private static void row(StringBuilder out, Resolution.RowResolution row) {
    Archive.Figures figures = row.figures();
    line(
        out,
        "    %-24s %12s %10s %9.2f %6s %6s   %s",
        figures.name(),
        Wording.margin(figures.row()),
        size(figures.row(), figures.sample().standardDeviation().orElseThrow()),
        figures.spreadInMargins().orElseThrow(),
        number(figures.t()),
        number(figures.lagOne()),
        size(figures.row(), row.smallest().get(PlanLength.QUICK.ordinal()))
            + ", "
            + size(figures.row(), row.smallest().get(PlanLength.DEFAULT.ordinal()))
            + ", "
            + size(figures.row(), row.smallest().get(PlanLength.FULL.ordinal())));
  }

  /** Time in µs below a millisecond: margins are that small. */
  private static String size(Row row, double size) {
    if (row.metric().scale() == Metric.Scale.RATIO) {
      return String.format(Locale.ROOT, "%.1f %%", Math.expm1(size) * 100);
    }
    return size < 1e6
        ? String.format(Locale.ROOT, "%.0f µs", size / 1e3)
        : String.format(Locale.ROOT, "%.2f ms", size / 1e6);
  }

  private static String number(OptionalDouble value) {
    return value.isPresent()
        ? String.format(Locale.ROOT, "%+.2f", value.getAsDouble()).replace('-', '−')
        : "–";
  }

  private static void line(StringBuilder out, String form, Object... values) {
    out.append(String.format(Locale.ROOT, form, values).stripTrailing()).append('\n');
  }
}
