package dev.fanout.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fanout.measurements.run.VariantLabel;
import dev.fanout.report.ApiComparison.Line;
import dev.fanout.report.Table.Column;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The APIs of a run one by one, the oddest first. */
final class ApiTable {
  /** More rows are not shown; the map has them all. */
  static final int SHOWN = 1_000;

  private static final String NONE = "–";

  private final ReportContent content;
  private final ApiComparison comparison;

  ApiTable(ReportContent content, Evidence evidence) {
    this.content = content;
    this.comparison = ApiComparison.of(evidence.apis());
  }

  boolean isEmpty() {
    return comparison.lines().isEmpty();
  }

  Table all() {
    return table("APIs, the oddest first, " + content.scope(), comparison.lines());
  }

  /** Empty when all APIs are alike. */
  Table odd() {
    return table("APIs that are not like the others, " + content.scope(), comparison.odd());
  }

  /** What was found, and what it is worth; empty without APIs. */
  Optional<String> sentence() {
    int all = comparison.lines().size();
    if (all == 0) {
      return Optional.empty();
    }
    int odd = comparison.odd().size();
    String found =
        odd == 0
            ? "None of the " + ReportContent.grouped(all) + " APIs stands out."
            : ReportContent.grouped(odd)
                + " of "
                + ReportContent.grouped(all)
                + " APIs "
                + (odd == 1 ? "stands" : "stand")
                + " out.";
    return Optional.of(
        found
            + String.format(
                Locale.ROOT,
                " An API is called odd when a request failed, or when its median at the top stage"
                    + " (on A, on B, or A − B) lies more than %.1f spreads from the median of all"
                    + " APIs. This is a hint where to look, not a verdict: no API is a row of its"
                    + " own.",
                comparison.limit()));
  }

  /** For the map, in order of ids. */
  ObjectNode json() {
    ObjectNode tiles = ChartData.object();
    if (isEmpty()) {
      return tiles;
    }
    List<Line> lines =
        comparison.lines().stream()
            .sorted(Comparator.comparing(line -> line.figures().id()))
            .toList();
    ArrayNode names = tiles.putArray("names");
    lines.forEach(line -> names.add(line.figures().id()));
    numbers(tiles.putArray("a"), lines, Line::a);
    numbers(tiles.putArray("b"), lines, Line::b);
    numbers(tiles.putArray("d"), lines, Line::difference);
    numbers(tiles.putArray("p50a"), lines, line -> millis(line.figures().a().p50Nanos()));
    numbers(tiles.putArray("p50b"), lines, line -> millis(line.figures().b().p50Nanos()));
    ArrayNode odd = tiles.putArray("odd");
    lines.forEach(line -> odd.add(line.odd() ? 1 : 0));
    ArrayNode failed = tiles.putArray("failed");
    lines.forEach(line -> failed.add(line.figures().a().failed() + line.figures().b().failed()));
    return tiles;
  }

  private static OptionalDouble millis(OptionalDouble nanos) {
    return nanos.isPresent()
        ? OptionalDouble.of(nanos.getAsDouble() / 1e6)
        : OptionalDouble.empty();
  }

  private static void numbers(
      ArrayNode array, List<Line> lines, Function<Line, OptionalDouble> value) {
    for (Line line : lines) {
      OptionalDouble known = value.apply(line);
      if (known.isPresent()) {
        array.add(ChartData.rounded(known.getAsDouble()));
      } else {
        array.addNull();
      }
    }
  }

  private Table table(String caption, List<Line> lines) {
    return new Table(
        lines.size() > SHOWN ? caption + ", the first " + SHOWN : caption,
        List.of(
            Column.text("API"),
            Column.number("requests A"),
            Column.number("requests B"),
            Column.number("failed A"),
            Column.number("failed B"),
            Column.number("p50 A ms"),
            Column.number("p50 B ms"),
            Column.number("A − B ms"),
            Column.number("p95 A ms"),
            Column.number("p95 B ms"),
            Column.number("spreads A"),
            Column.number("spreads B"),
            Column.number("spreads A − B"),
            Column.text("odd")),
        lines.stream().limit(SHOWN).map(this::cells).toList());
  }

  private List<String> cells(Line line) {
    ApiFigures api = line.figures();
    return List.of(
        api.id(),
        requests(api.of(VariantLabel.A)),
        requests(api.of(VariantLabel.B)),
        ReportContent.grouped(api.a().failed()),
        ReportContent.grouped(api.b().failed()),
        shown("%.3f", millis(api.a().p50Nanos())),
        shown("%.3f", millis(api.b().p50Nanos())),
        shown("%+.3f", millis(api.differenceNanos())),
        shown("%.3f", millis(api.a().p95Nanos())),
        shown("%.3f", millis(api.b().p95Nanos())),
        shown("%+.1f", line.a()),
        shown("%+.1f", line.b()),
        shown("%+.1f", line.difference()),
        line.odd() ? "odd" : "");
  }

  private static String requests(ApiFigures.Half half) {
    return ReportContent.grouped(half.passed() + half.failed());
  }

  private static String shown(String pattern, OptionalDouble value) {
    return value.isPresent()
        ? String.format(Locale.ROOT, pattern, value.getAsDouble()).replace("-", "−")
        : NONE;
  }
}
