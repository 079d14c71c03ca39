package dev.fanout.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fanout.measurements.run.Metric;
import dev.fanout.measurements.run.Replicate;
import dev.fanout.measurements.run.Stage;
import dev.fanout.measurements.run.SteadyState;
import dev.fanout.measurements.run.Trial;
import dev.fanout.measurements.run.VariantLabel;
import dev.fanout.verdict.RowSeries;
import dev.fanout.verdict.RowVerdict;
import dev.fanout.verdict.Wording;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The charts of a page: what they show, in no colours yet. {@code report.js} draws them from the
 * JSON that {@link #json} gives; the page has a place for each id.
 */
final class ChartData {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ReportContent content;
  private final Judged judged;
  private final Evidence evidence;
  private final ObjectNode charts = MAPPER.createObjectNode();
  private final List<Chart> order = new ArrayList<>();

  ChartData(ReportContent content, Evidence evidence) {
    this.content = content;
    this.judged = Judged.of(content.verdict());
    this.evidence = evidence;
    curves();
    replicates();
    warmUps();
    headroom();
  }

  /** Where a chart belongs on the page. */
  enum Panel {
    CURVES,
    VALUES,
    DIFFERENCES,
    STEADY_STATE,
    HEADROOM
  }

  /**
   * @param spoken what it shows, for a screen reader
   */
  record Chart(Panel panel, String id, String title, String spoken) {}

  List<Chart> of(Panel panel) {
    return order.stream().filter(chart -> chart.panel() == panel).toList();
  }

  /** Safe within a script element: no character of it can end one. */
  String json(ObjectNode tiles) {
    ObjectNode all = MAPPER.createObjectNode();
    all.set("charts", charts);
    all.set("tiles", tiles);
    return all.toString()
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  private ObjectNode add(Panel panel, String title, String spoken, String kind) {
    String id = "chart-" + order.size();
    order.add(new Chart(panel, id, title, spoken));
    return charts.putObject(id).put("kind", kind);
  }

  private void curves() {
    for (Stage stage : judged.run().plan().stages()) {
      List<PercentileCurve> both =
          List.of(VariantLabel.values()).stream()
              .flatMap(label -> evidence.curve(stage.index(), label).stream())
              .toList();
      if (both.isEmpty()) {
        continue;
      }
      ObjectNode chart =
          add(
              Panel.CURVES,
              "Response time by percentile at " + stage.name(),
              "Response time by percentile at "
                  + stage.name()
                  + " of "
                  + content.named(VariantLabel.A)
                  + " and "
                  + content.named(VariantLabel.B)
                  + ", "
                  + content.scope()
                  + "; the table above has the figures",
              "curve");
      chart.put("yLabel", "ms").put("yDigits", 3);
      ArrayNode x = chart.putArray("x");
      PercentileCurve longest =
          both.stream()
              .max((one, other) -> one.points().size() - other.points().size())
              .orElseThrow();
      longest.points().forEach(point -> x.add(rounded(point.nines())));
      ArrayNode series = chart.putArray("series");
      for (PercentileCurve curve : both) {
        ArrayNode values =
            series(series, content.named(curve.variant()), look(curve.variant())).putArray("y");
        for (int i = 0; i < longest.points().size(); i++) {
          if (i < curve.points().size()) {
            values.add(rounded(curve.points().get(i).millis()));
          } else {
            values.addNull();
          }
        }
      }
    }
  }

  private void replicates() {
    if (judged.isEmpty()) {
      return;
    }
    for (RowVerdict row : content.verdict().rows()) {
      if (row.row().stage().isPresent() && row.differences().size() == judged.replicates().size()) {
        differences(row, row.row().stage().getAsInt());
        values(row, row.row().stage().getAsInt());
      }
    }
  }

  private void differences(RowVerdict row, int stage) {
    String unit = Wording.differenceUnit(row.row());
    ObjectNode chart =
        add(
            Panel.DIFFERENCES,
            row.name(),
            row.name()
                + ": A − B in each replicate, in order, with the margins "
                + Wording.margin(row.row())
                + ", "
                + content.scope(),
            "replicates");
    chart.put("yLabel", "A − B, " + unit).put("yDigits", 3);
    x(chart);
    double margin = shown(row, RowSeries.margin(row.row()));
    chart.putArray("band").add(rounded(-Math.abs(margin))).add(rounded(margin));
    List<Double> shown = row.differences().stream().map(d -> shown(row, d)).toList();
    ArrayNode series = chart.putArray("series");
    ArrayNode aFirst = series(series, "A went first", "aFirst").putArray("y");
    ArrayNode bFirst = series(series, "B went first", "bFirst").putArray("y");
    for (int i = 0; i < shown.size(); i++) {
      boolean first = Judged.aFirst(judged.replicates().get(i), stage);
      add(first ? aFirst : bFirst, shown.get(i));
      (first ? bFirst : aFirst).addNull();
    }
    Line fitted = Line.through(shown);
    ArrayNode fit = series(series, "fitted line", "fit").putArray("y");
    for (int i = 0; i < shown.size(); i++) {
      add(fit, fitted.at(i));
    }
  }

  /** On the scale that people read: ms, percent, points. */
  private static double shown(RowVerdict row, double difference) {
    return switch (row.row().metric().scale()) {
      case NANOS -> difference / 1e6;
      case RATIO -> Math.expm1(difference) * 100;
      case SHARE -> difference * 100;
    };
  }

  private void values(RowVerdict row, int stage) {
    Metric metric = row.row().metric();
    ObjectNode chart =
        add(
            Panel.VALUES,
            row.name(),
            row.name() + " of both variants in each replicate, in order, " + content.scope(),
            "replicates");
    chart.put("yLabel", Wording.unit(row.row())).put("yDigits", metric.latency() ? 3 : 1);
    x(chart);
    ArrayNode series = chart.putArray("series");
    for (VariantLabel label : VariantLabel.values()) {
      ArrayNode values = series(series, content.named(label), look(label)).putArray("y");
      for (Replicate replicate : judged.replicates()) {
        add(
            values,
            replicate.trials().stream()
                .filter(trial -> trial.variant() == label && trial.stage() == stage)
                .mapToDouble(trial -> value(metric, trial))
                .average()
                .orElse(Double.NaN));
      }
    }
  }

  private static double value(Metric metric, Trial trial) {
    return switch (metric) {
      case P50 -> millis(trial, latency -> latency.p50Nanos());
      case P95 -> millis(trial, latency -> latency.p95Nanos());
      case P99 -> millis(trial, latency -> latency.p99Nanos());
      case CPU_PER_REQUEST -> trial.cpuPerRequestNanos().orElse(Double.NaN) / 1_000;
      case THROUGHPUT -> trial.throughputPerSecond();
      case ERRORS -> Double.NaN;
    };
  }

  private static double millis(
      Trial trial, Function<dev.fanout.measurements.run.LatencySummary, Long> which) {
    return trial.latency().map(which).map(nanos -> nanos / 1e6).orElse(Double.NaN);
  }

  /** The last windows of each warm-up, side by side within their replicate. */
  private void warmUps() {
    windows(
        "p50 in the last seconds of each warm-up",
        "ms",
        3,
        window -> OptionalDouble.of(window.p50Nanos() / 1e6));
    windows(
        "CPU per request in the last seconds of each warm-up",
        "µs",
        1,
        window ->
            window.cpuPerRequestNanos().isPresent()
                ? OptionalDouble.of(window.cpuPerRequestNanos().getAsDouble() / 1_000)
                : OptionalDouble.empty());
  }

  private void windows(
      String title, String unit, int digits, Function<SteadyState.Window, OptionalDouble> value) {
    int most =
        judged.replicates().stream()
            .flatMap(replicate -> replicate.steadyStates().stream())
            .mapToInt(state -> state.windows().size())
            .max()
            .orElse(0);
    if (most == 0) {
      return;
    }
    ObjectNode chart =
        add(Panel.STEADY_STATE, title, title + " of each replicate, in order", "replicates");
    chart.put("yLabel", unit).put("yDigits", digits);
    ArrayNode x = chart.putArray("x");
    for (int i = 0; i < judged.replicates().size(); i++) {
      for (int k = 0; k < most; k++) {
        x.add(rounded(i + 1 + (k - (most - 1) / 2.0) * 0.25));
      }
      x.add(rounded(i + 1.5)); // without a value: no line runs on to the next replicate
    }
    ArrayNode series = chart.putArray("series");
    for (VariantLabel label : VariantLabel.values()) {
      ArrayNode values = series(series, content.named(label), look(label)).putArray("y");
      for (Replicate replicate : judged.replicates()) {
        List<SteadyState.Window> windows =
            replicate.steadyStates().stream()
                .filter(state -> state.variant() == label)
                .flatMap(state -> state.windows().stream())
                .toList();
        for (int k = 0; k < most; k++) {
          add(
              values,
              k < windows.size() ? value.apply(windows.get(k)).orElse(Double.NaN) : Double.NaN);
        }
        values.addNull();
      }
    }
  }

  private void headroom() {
    for (Stage stage : judged.run().plan().stages()) {
      boolean known =
          judged.trials(VariantLabel.A, stage).stream()
              .anyMatch(trial -> trial.cpu().busiestCore().isPresent());
      if (!known) {
        continue;
      }
      ObjectNode chart =
          add(
              Panel.HEADROOM,
              "Busiest core at " + stage.name(),
              "Share of the busiest core in each trial at "
                  + stage.name()
                  + ", in order; the limit is 85 %",
              "replicates");
      chart.put("yLabel", "%").put("yDigits", 1).put("limit", 85);
      x(chart);
      ArrayNode series = chart.putArray("series");
      for (VariantLabel label : VariantLabel.values()) {
        ArrayNode values = series(series, content.named(label), look(label)).putArray("y");
        for (Replicate replicate : judged.replicates()) {
          add(
              values,
              replicate.trials().stream()
                  .filter(trial -> trial.variant() == label && trial.stage() == stage.index())
                  .flatMapToDouble(trial -> trial.cpu().busiestCore().stream())
                  .map(share -> share * 100)
                  .average()
                  .orElse(Double.NaN));
        }
      }
    }
  }

  private void x(ObjectNode chart) {
    ArrayNode x = chart.putArray("x");
    for (Replicate replicate : judged.replicates()) {
      x.add(replicate.slot() + 1);
    }
  }

  private static ObjectNode series(ArrayNode series, String label, String look) {
    return series.addObject().put("label", label).put("look", look);
  }

  private static String look(VariantLabel label) {
    return label == VariantLabel.A ? "a" : "b";
  }

  private static void add(ArrayNode values, double value) {
    if (Double.isFinite(value)) {
      values.add(rounded(value));
    } else {
      values.addNull();
    }
  }

  /** Five digits are more than a pixel. */
  static BigDecimal rounded(double value) {
    return new BigDecimal(value).round(new MathContext(5)).stripTrailingZeros();
  }

  /** Least squares over the order of replicates; a drawing, no test. */
  private record Line(double start, double slope) {
    static Line through(List<Double> values) {
      double n = 0;
      double sumX = 0;
      double sumY = 0;
      double sumXx = 0;
      double sumXy = 0;
      for (int i = 0; i < values.size(); i++) {
        double y = values.get(i);
        if (Double.isFinite(y)) {
          n++;
          sumX += i;
          sumY += y;
          sumXx += (double) i * i;
          sumXy += i * y;
        }
      }
      double below = n * sumXx - sumX * sumX;
      double slope = below == 0 ? 0 : (n * sumXy - sumX * sumY) / below;
      return new Line(n == 0 ? Double.NaN : (sumY - slope * sumX) / n, slope);
    }

    double at(int i) {
      return start + slope * i;
    }
  }
}
