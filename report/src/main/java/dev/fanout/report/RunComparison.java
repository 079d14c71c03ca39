package dev.fanout.report;

import dev.fanout.measurements.run.Manifest;
import dev.fanout.measurements.run.Run;
import dev.fanout.measurements.run.VariantLabel;
import dev.fanout.report.Table.Column;
import dev.fanout.verdict.Interval;
import dev.fanout.verdict.RowVerdict;
import dev.fanout.verdict.Verdict;
import dev.fanout.verdict.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Two runs side by side: what they say, and what was not the same. It tests nothing: runs of two
 * hours or machines are no replicates of one experiment, so intervals are only looked at together.
 */
public final class RunComparison {
  private static final String NONE = "–";

  private final Verdict one;
  private final Verdict two;
  private final ReportContent ofOne;
  private final ReportContent ofTwo;

  public RunComparison(Verdict one, Verdict two) {
    this.one = one;
    this.two = two;
    this.ofOne = new ReportContent(one);
    this.ofTwo = new ReportContent(two);
  }

  /** Whether both say the same: word, and the state of each row. */
  public boolean agree() {
    return one.word() == two.word() && states(one).equals(states(two));
  }

  /** GitHub Flavored Markdown, readable as it is; lines end in {@code \n}. */
  public String markdown() {
    MarkdownWriter out = new MarkdownWriter();
    out.heading(1, agree() ? "Both runs say the same" : "The runs do not say the same");
    out.bullets(List.of("Run 1: " + one.headline(), "Run 2: " + two.headline()));
    pools().ifPresent(out::paragraph);
    out.table(conditions());
    out.table(rows());
    return out.toString();
  }

  /** The same for a terminal. */
  public String text() {
    StringBuilder out = new StringBuilder();
    out.append(agree() ? "Both runs say the same." : "The runs do not say the same.").append('\n');
    out.append("  run 1: ").append(Escape.terminal(one.headline())).append('\n');
    out.append("  run 2: ").append(Escape.terminal(two.headline())).append('\n');
    pools().ifPresent(line -> out.append("  ").append(Escape.terminal(line)).append('\n'));
    TextTable.append(out, conditions());
    TextTable.append(out, rows());
    return out.toString();
  }

  /** For two runs of one comparison under the two pool models. */
  private Optional<String> pools() {
    boolean sameTopologies =
        ofOne.topology(VariantLabel.A).equals(ofTwo.topology(VariantLabel.A))
            && ofOne.topology(VariantLabel.B).equals(ofTwo.topology(VariantLabel.B));
    boolean otherPool =
        !one.run()
            .manifest()
            .gateway()
            .poolModel()
            .equals(two.run().manifest().gateway().poolModel());
    return sameTopologies && otherPool
        ? Optional.of(
            PoolModels.of(new Reported(one, Evidence.NONE, Optional.of(two)))
                .sentence(ofOne.command()))
        : Optional.empty();
  }

  private static Map<String, String> states(Verdict verdict) {
    return verdict.rows().stream()
        .collect(Collectors.toMap(row -> row.row().id(), row -> row.state().text()));
  }

  private Table conditions() {
    Map<String, String> first = facts(one.run());
    Map<String, String> second = facts(two.run());
    List<List<String>> cells = new ArrayList<>();
    first.forEach(
        (what, value) -> {
          String other = String.valueOf(second.get(what));
          if (!value.equals(other)) {
            cells.add(List.of(what, value, other));
          }
        });
    return new Table(
        "What was not the same",
        List.of(Column.text("what"), Column.text("run 1"), Column.text("run 2")),
        cells);
  }

  private static Map<String, String> facts(Run run) {
    Manifest manifest = run.manifest();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("scope", run.scope().sentence());
    facts.put("A", run.variant(VariantLabel.A).topology());
    facts.put("B", run.variant(VariantLabel.B).topology());
    facts.put(
        "estate",
        Wording.count(run.estate().apis(), "API")
            + ", "
            + Wording.count(run.estate().operations(), "operation"));
    facts.put("plan", run.plan().name() + ", protocol " + run.plan().protocol());
    facts.put(
        "stages",
        run.plan().stages().stream()
            .map(stage -> stage.name() + StageFigures.load(stage))
            .collect(Collectors.joining("; ")));
    facts.put("random seed", Long.toString(run.plan().randomSeed()));
    facts.put("started", manifest.startedAt().toString());
    facts.put("fanout", manifest.version() + manifest.commit().map(c -> ", " + c).orElse(""));
    facts.put("Java", manifest.jvm().version());
    facts.put(
        "machine",
        manifest.machine().processorModel()
            + ", "
            + Wording.count(manifest.machine().processors(), "processor"));
    facts.put("transport", manifest.transport());
    facts.put("gateway flags", String.join(" ", manifest.gateway().flags()));
    facts.put(
        "pools", manifest.gateway().poolModel() + ", at most " + manifest.gateway().poolLimit());
    facts.put("injected", String.join(", ", manifest.injections()));
    return facts;
  }

  private Table rows() {
    Map<String, RowVerdict> second = new LinkedHashMap<>();
    two.rows().forEach(row -> second.put(row.row().id(), row));
    List<List<String>> cells = new ArrayList<>();
    for (RowVerdict row : one.rows()) {
      RowVerdict other = second.remove(row.row().id());
      cells.add(other == null ? alone(ofOne, row, true) : together(row, other));
    }
    second.values().forEach(row -> cells.add(alone(ofTwo, row, false)));
    return new Table(
        "Rows",
        List.of(
            Column.text("row"),
            Column.number("A, run 1"),
            Column.number("A, run 2"),
            Column.number("B, run 1"),
            Column.number("B, run 2"),
            Column.number("A − B, run 1"),
            Column.number("A − B, run 2"),
            Column.text("intervals"),
            Column.text("state, run 1"),
            Column.text("state, run 2")),
        cells);
  }

  private List<String> together(RowVerdict first, RowVerdict second) {
    return List.of(
        first.name() + (first.row().margin() == second.row().margin() ? "" : ", other margins"),
        ofOne.value(first, first.a()),
        ofTwo.value(second, second.a()),
        ofOne.value(first, first.b()),
        ofTwo.value(second, second.b()),
        ofOne.interval(first),
        ofTwo.interval(second),
        overlap(first.look().interval(), second.look().interval()),
        scoped(ofOne, first),
        scoped(ofTwo, second));
  }

  private static List<String> alone(ReportContent content, RowVerdict row, boolean inFirst) {
    List<String> cells = new ArrayList<>(List.of(row.name()));
    for (String value :
        List.of(content.value(row, row.a()), content.value(row, row.b()), content.interval(row))) {
      cells.add(inFirst ? value : NONE);
      cells.add(inFirst ? NONE : value);
    }
    cells.add(NONE);
    cells.add(inFirst ? scoped(content, row) : NONE);
    cells.add(inFirst ? NONE : scoped(content, row));
    return cells;
  }

  private static String scoped(ReportContent content, RowVerdict row) {
    return content.state(row) + ", " + content.scope();
  }

  private static String overlap(Optional<Interval> first, Optional<Interval> second) {
    if (first.isEmpty() || second.isEmpty() || first.get().empty() || second.get().empty()) {
      return NONE;
    }
    return first.get().intersect(second.get()).empty() ? "apart" : "overlap";
  }
}
