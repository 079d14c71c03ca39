package dev.fanout.report;

import dev.fanout.measurements.run.Replicate;
import dev.fanout.measurements.run.Run;
import dev.fanout.measurements.run.SteadyState;
import dev.fanout.measurements.run.VariantLabel;
import dev.fanout.report.ChartData.Chart;
import dev.fanout.report.ChartData.Panel;
import dev.fanout.report.Table.Column;
import dev.fanout.verdict.RowVerdict;
import dev.fanout.verdict.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Panels with charts: places that the page's script fills, each with its figures as text. */
final class HtmlPanels {
  private static final String HINT =
      "With a pointer or, once a chart has the focus, with the arrow keys: the figures of a point.";

  private final HtmlWriter out;
  private final ReportContent content;
  private final ChartData charts;
  private final Judged judged;

  HtmlPanels(HtmlWriter out, ReportContent content, ChartData charts) {
    this.out = out;
    this.content = content;
    this.charts = charts;
    this.judged = Judged.of(content.verdict());
  }

  /** Nothing where the panel has no chart. */
  void charts(Panel panel) {
    List<Chart> all = charts.of(panel);
    if (all.isEmpty()) {
      return;
    }
    legend(panel);
    out.raw("<div class=\"charts\">\n");
    for (Chart chart : all) {
      out.raw("<figure><figcaption>").text(chart.title()).raw("</figcaption>");
      out.raw("<div class=\"plot\" role=\"group\" tabindex=\"0\" data-chart=\"" + chart.id());
      out.raw("\" aria-label=\"").text(chart.spoken()).raw("\"></div></figure>\n");
    }
    out.raw("</div>\n");
  }

  private void legend(Panel panel) {
    out.raw("<p class=\"legend\">");
    if (panel == Panel.DIFFERENCES) {
      mark("<circle class=\"a\" cx=\"16\" cy=\"6\" r=\"4\"/>", "A went first");
      mark("<circle class=\"b\" cx=\"16\" cy=\"6\" r=\"4\"/>", "B went first");
      mark("<path class=\"fit\" d=\"M0 6H32\" stroke-dasharray=\"2 4\"/>", "fitted line");
      mark("<rect class=\"shade\" width=\"32\" height=\"12\"/>", "within the margins");
    } else {
      mark(
          "<path class=\"a\" d=\"M0 6H32\"/><circle class=\"a\" cx=\"16\" cy=\"6\" r=\"4\"/>",
          content.named(VariantLabel.A));
      mark(
          "<path class=\"b\" d=\"M0 6H32\" stroke-dasharray=\"6 4\"/>"
              + "<circle class=\"b\" cx=\"16\" cy=\"6\" r=\"4\"/>",
          content.named(VariantLabel.B));
    }
    out.raw("</p>\n");
  }

  private void mark(String shape, String name) {
    out.raw("<span><svg viewBox=\"0 0 32 12\" aria-hidden=\"true\">" + shape + "</svg>");
    out.text(name).raw("</span> ");
  }

  void replicates() {
    out.paragraph("One point is one replicate, in the order of the run. " + HINT);
    out.raw("<h3>A − B: order and drift</h3>\n");
    out.paragraph(
        "If it mattered which variant goes first, full and hollow points would part; if the machine"
            + " drifted, the fitted line would leave the level.");
    charts(Panel.DIFFERENCES);
    out.raw("<h3>Both variants over time</h3>\n");
    charts(Panel.VALUES);
    out.raw("<details><summary>All figures</summary>\n");
    out.table(differences());
    out.raw("</details>\n");
  }

  private Table differences() {
    List<RowVerdict> rows =
        content.verdict().rows().stream()
            .filter(row -> row.differences().size() == judged.replicates().size())
            .toList();
    List<Column> columns = new ArrayList<>(List.of(Column.text("replicate")));
    rows.forEach(
        row -> columns.add(Column.number(row.name() + ", " + Wording.differenceUnit(row.row()))));
    List<List<String>> cells = new ArrayList<>();
    for (int i = 0; i < judged.replicates().size(); i++) {
      List<String> line = new ArrayList<>();
      line.add(Integer.toString(judged.replicates().get(i).slot() + 1));
      for (RowVerdict row : rows) {
        double d = row.differences().get(i);
        line.add(Double.isFinite(d) ? Wording.difference(row.row(), d) : "–");
      }
      cells.add(line);
    }
    return new Table("A − B in each replicate, " + content.scope(), columns, cells);
  }

  void experiment() {
    out.table(ControlledVariables.table(content));
    out.raw("<h3>Steady state before the trials</h3>\n");
    out.paragraph(
        "Each replicate begins on a fresh process, which is warmed until three windows of a second"
            + " are flat: p50 within ± 2 %, CPU per request within ± 10 %.");
    charts(Panel.STEADY_STATE);
    out.raw("<details><summary>All figures</summary>\n");
    out.table(warmUps());
    out.raw("</details>\n");
    out.raw("<h3>Headroom</h3>\n");
    out.paragraph(
        "No core may be busier than 85 %, the generator's not than 70 %: else the load, and not the"
            + " gateway, would be measured.");
    charts(Panel.HEADROOM);
    out.table(headroom());
  }

  private Table warmUps() {
    List<List<String>> cells = new ArrayList<>();
    for (Replicate replicate : judged.replicates()) {
      for (SteadyState state : replicate.steadyStates()) {
        cells.add(
            List.of(
                Integer.toString(replicate.slot() + 1),
                content.named(state.variant()),
                state.reached() ? "reached" : "not reached",
                String.format(Locale.ROOT, "%.1f s", state.waitedNanos() / 1e9),
                windows(state, window -> window.p50Nanos() / 1e6, "%.3f"),
                windows(
                    state,
                    window -> window.cpuPerRequestNanos().orElse(Double.NaN) / 1e3,
                    "%.1f")));
      }
    }
    return new Table(
        "Steady state",
        List.of(
            Column.text("replicate"),
            Column.text("variant"),
            Column.text("steady state"),
            Column.number("after"),
            Column.number("p50 ms of the last windows"),
            Column.number("CPU µs of the last windows")),
        cells);
  }

  private static String windows(
      SteadyState state, java.util.function.ToDoubleFunction<SteadyState.Window> value, String as) {
    List<String> shown = new ArrayList<>();
    for (SteadyState.Window window : state.windows()) {
      double number = value.applyAsDouble(window);
      shown.add(Double.isFinite(number) ? String.format(Locale.ROOT, as, number) : "–");
    }
    return shown.isEmpty() ? "–" : String.join(", ", shown);
  }

  private Table headroom() {
    Run run = judged.run();
    List<List<String>> cells = new ArrayList<>();
    run.plan()
        .stages()
        .forEach(
            stage -> {
              for (VariantLabel label : VariantLabel.values()) {
                Headroom room = Headroom.of(judged.trials(label, stage));
                cells.add(room.cells(stage.name(), content.named(label)));
              }
            });
    return new Table("Headroom", Headroom.COLUMNS, cells);
  }

  /** The map of APIs, once for each of what is compared. */
  void maps() {
    out.paragraph("Each tile is one API, in order of ids; an odd one has a frame. " + HINT);
    out.raw("<p class=\"legend\">");
    mark("<rect class=\"cool\" width=\"32\" height=\"12\"/>", "lower than of the other APIs");
    mark("<rect class=\"middle\" width=\"32\" height=\"12\"/>", "like them");
    mark("<rect class=\"warm\" width=\"32\" height=\"12\"/>", "higher");
    mark("<rect class=\"odd\" x=\"8\" width=\"16\" height=\"12\"/>", "odd");
    out.raw("</p>\n<div class=\"charts\">\n");
    map("d", "A − B, against that of the other APIs");
    map("a", content.named(VariantLabel.A) + ", against the other APIs");
    map("b", content.named(VariantLabel.B) + ", against the other APIs");
    out.raw("</div>\n");
  }

  private void map(String layer, String title) {
    out.raw("<figure><figcaption>").text(title).raw("</figcaption>");
    out.raw("<div class=\"plot\" role=\"group\" tabindex=\"0\" data-layer=\"" + layer);
    out.raw("\" aria-label=\"")
        .text("Map of all APIs: " + title + "; the table below has the figures");
    out.raw("\"></div></figure>\n");
  }
}
