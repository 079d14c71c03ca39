package dev.fanout.report;

import dev.fanout.measurements.run.ErrorKind;
import dev.fanout.measurements.run.Manifest;
import dev.fanout.measurements.run.PoolCounters;
import dev.fanout.measurements.run.Replicate;
import dev.fanout.measurements.run.Run;
import dev.fanout.measurements.run.RunPlan;
import dev.fanout.measurements.run.Scope;
import dev.fanout.measurements.run.Trial;
import dev.fanout.measurements.run.UpstreamEquality;
import dev.fanout.measurements.run.VariantLabel;
import dev.fanout.report.Table.Column;
import dev.fanout.verdict.AuditResult;
import dev.fanout.verdict.LookOutcome;
import dev.fanout.verdict.NaiveJudgement;
import dev.fanout.verdict.RowVerdict;
import dev.fanout.verdict.Verdict;
import dev.fanout.verdict.VerdictWord;
import dev.fanout.verdict.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** What a report says, in no form yet and free of the user's locale. */
final class ReportContent {
  private static final String NONE = "–";

  private final Verdict verdict;
  private final Run run;

  ReportContent(Verdict verdict) {
    this.verdict = verdict;
    this.run = verdict.run();
  }

  Verdict verdict() {
    return verdict;
  }

  String topology(VariantLabel label) {
    return run.variant(label).topology();
  }

  /** {@code shared-backend (A)}. */
  String named(VariantLabel label) {
    return topology(label) + " (" + label + ")";
  }

  String scope() {
    return run.scope().sentence() + (run.estate().partial() ? ", partial estate" : "");
  }

  /** A row's word; a withheld run has none. */
  String state(RowVerdict row) {
    return (verdict.withheld() ? "withheld" : row.state().text())
        + (row.coarse() ? ", coarse" : "");
  }

  Table rows() {
    List<List<String>> cells = new ArrayList<>();
    for (RowVerdict row : verdict.rows()) {
      cells.add(
          List.of(
              row.name(),
              Integer.toString(row.look().sample().n()),
              value(row, row.a()),
              value(row, row.b()),
              difference(row),
              interval(row),
              Wording.margin(row.row()),
              state(row),
              spread(row),
              row.needed().map(needed -> needed.text()).orElse(NONE)));
    }
    return new Table(
        "Rows, " + scope(),
        List.of(
            Column.text("row"),
            Column.number("n"),
            Column.number("A"),
            Column.number("B"),
            Column.number("A − B"),
            Column.number("interval"),
            Column.number("margin"),
            Column.text("state"),
            Column.number("sd of d"),
            Column.number("n needed")),
        cells);
  }

  String value(RowVerdict row, OptionalDouble value) {
    return value.isPresent()
        ? Wording.value(row.row(), value.getAsDouble()) + " " + Wording.unit(row.row())
        : NONE;
  }

  String difference(RowVerdict row) {
    OptionalDouble mean = row.look().sample().mean();
    return mean.isPresent()
        ? Wording.difference(row.row(), mean.getAsDouble())
            + " "
            + Wording.differenceUnit(row.row())
        : NONE;
  }

  String interval(RowVerdict row) {
    return row.look()
        .interval()
        .map(
            interval ->
                Wording.interval(row.row(), interval) + " " + Wording.differenceUnit(row.row()))
        .orElse("not enough data");
  }

  String spread(RowVerdict row) {
    OptionalDouble spread = row.look().sample().standardDeviation();
    return spread.isPresent()
        ? Wording.difference(row.row(), spread.getAsDouble()).replace("+", "")
            + " "
            + Wording.differenceUnit(row.row())
        : NONE;
  }

  /** One sentence on how the intervals of the rows are to be read. */
  String howToRead() {
    return "A − B is the mean over replicates of the difference within a replicate; a replicate is"
        + " one fresh gateway process, and n counts replicates. The interval is the intersection of"
        + " the intervals of all looks so far; a row is equivalent when it lies wholly between the"
        + " margins. For errors it runs from −U(B) to +U(A), the upper bounds of each variant's"
        + " share.";
  }

  Table looks() {
    List<List<String>> cells = new ArrayList<>();
    for (LookOutcome look : verdict.looks()) {
      Map<String, Long> counts =
          look.rows().stream()
              .collect(
                  Collectors.groupingBy(
                      row -> row.state().text(), TreeMap::new, Collectors.counting()));
      cells.add(
          List.of(
              Integer.toString(look.look().replicates()),
              String.format(Locale.ROOT, "%.6f", look.look().alpha()),
              verdict.withheld()
                  ? "withheld"
                  : counts.entrySet().stream()
                      .map(entry -> entry.getValue() + " " + entry.getKey())
                      .collect(Collectors.joining(", "))));
    }
    return new Table(
        "Looks, " + scope(),
        List.of(Column.number("replicates"), Column.number("π spent"), Column.text("rows")),
        cells);
  }

  Table audits() {
    List<List<String>> cells = new ArrayList<>();
    for (AuditResult audit : verdict.audits()) {
      cells.add(List.of(audit.audit().title(), audit.state().text(), audit.finding()));
    }
    return new Table(
        "Audits",
        List.of(Column.text("audit"), Column.text("result"), Column.text("finding")),
        cells);
  }

  Table upstream() {
    List<List<String>> cells = new ArrayList<>();
    for (UpstreamEquality.Difference difference :
        run.upstreamEquality().map(UpstreamEquality::differences).orElse(List.of())) {
      cells.add(
          List.of(
              difference.operation(),
              difference.request(),
              difference.upstreamA(),
              difference.upstreamB(),
              String.join(", ", difference.aspects()) + " (" + difference.foundBy() + ")"));
    }
    return new Table(
        cells.size() < UpstreamEquality.SHOWN
            ? "Upstream requests that differ"
            : "Upstream requests that differ, the first " + UpstreamEquality.SHOWN,
        List.of(
            Column.text("operation"),
            Column.code("request"),
            Column.code("A: " + topology(VariantLabel.A) + " sends"),
            Column.code("B: " + topology(VariantLabel.B) + " sends"),
            Column.text("differs in")),
        cells);
  }

  /** Counters that must not be hidden, for all trials of the run. */
  Table counters() {
    List<List<String>> cells = new ArrayList<>();
    for (VariantLabel label : VariantLabel.values()) {
      List<Trial> trials = trials(label);
      cells.add(
          List.of(
              named(label),
              Integer.toString(trials.size()),
              sum(trials, Trial::requests),
              errors(trials),
              sum(trials, Trial::late),
              sum(trials, Trial::unstarted),
              sum(trials, Trial::dropped),
              pool(trials, PoolCounters::opened),
              pool(trials, PoolCounters::reused),
              peak(trials),
              pool(trials, PoolCounters::refused)));
    }
    return new Table(
        "Counters",
        List.of(
            Column.text("variant"),
            Column.number("trials"),
            Column.number("requests"),
            Column.text("errors"),
            Column.number("late"),
            Column.number("unstarted"),
            Column.number("dropped"),
            Column.number("connections opened"),
            Column.number("reused"),
            Column.number("peak"),
            Column.number("refused")),
        cells);
  }

  /** Void replicates and notes of the run, a line each. */
  List<String> incidents() {
    List<String> lines = new ArrayList<>();
    for (Replicate replicate : run.replicates()) {
      replicate
          .whyVoid()
          .ifPresent(
              why ->
                  lines.add(
                      "Replicate "
                          + (replicate.slot() + 1)
                          + ", attempt "
                          + (replicate.attempt() + 1)
                          + ", is void: "
                          + why));
    }
    lines.addAll(run.notes());
    return lines;
  }

  Table naive() {
    List<List<String>> cells = new ArrayList<>();
    for (NaiveJudgement.Check check :
        verdict.naive().map(NaiveJudgement::checks).orElse(List.of())) {
      cells.add(
          List.of(
              check.what(),
              check.difference(),
              check.threshold(),
              check.satisfied() ? "satisfied" : "violated"));
    }
    return new Table(
        "The published benchmark's own rule, on one pair",
        List.of(
            Column.text("rule"),
            Column.number("A − B"),
            Column.number("threshold"),
            Column.text("result")),
        cells);
  }

  String naiveSentence() {
    boolean satisfied = verdict.naive().map(NaiveJudgement::allSatisfied).orElse(false);
    return "It compares point estimates of one pair with thresholds: "
        + (satisfied ? "all are satisfied" : "not all are satisfied")
        + ". Requests of one run share machine, hour and backend, so n is 1 and no interval"
        + " exists: this is no verdict.";
  }

  Table manifest() {
    Manifest manifest = run.manifest();
    RunPlan plan = run.plan();
    List<List<String>> cells = new ArrayList<>();
    fact(cells, "scope", run.scope().sentence());
    for (VariantLabel label : VariantLabel.values()) {
      fact(cells, "variant " + label, topology(label) + ", " + run.variant(label).artifacts());
    }
    fact(
        cells,
        "estate",
        Wording.count(run.estate().apis(), "API")
            + ", "
            + Wording.count(run.estate().operations(), "operation")
            + (run.estate().partial() ? ", partial" : ""));
    fact(
        cells,
        "plan",
        plan.name()
            + ", protocol "
            + plan.protocol()
            + ", looks at "
            + plan.looks().stream()
                .map(look -> Integer.toString(look.replicates()))
                .collect(Collectors.joining(", ")));
    fact(cells, "design", plan.design().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    fact(
        cells,
        "stages",
        plan.stages().stream()
            .map(
                stage ->
                    stage.name()
                        + StageFigures.load(stage)
                        + String.format(Locale.ROOT, ", %.1f s", stage.windowNanos() / 1e9)
                        + (stage.turnCount() == 1 ? "" : " in " + stage.turnCount() + " turns"))
            .collect(Collectors.joining("; ")));
    fact(cells, "random seed", Long.toString(plan.randomSeed()));
    fact(cells, "started", manifest.startedAt().toString());
    run.end()
        .ifPresent(
            end ->
                fact(
                    cells,
                    "ended",
                    end.at()
                        + ", "
                        + end.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                        + (end.detail().isBlank() ? "" : ": " + end.detail())));
    run.overhead()
        .ifPresent(
            overhead ->
                fact(
                    cells,
                    "gateway's own overhead",
                    String.format(Locale.ROOT, "%.3f ms", overhead.nanos() / 1e6)));
    fact(cells, "fanout", manifest.version() + manifest.commit().map(c -> ", " + c).orElse(""));
    fact(cells, "Java", manifest.jvm().version() + ", " + manifest.jvm().vendor());
    fact(cells, "flags", String.join(" ", manifest.jvm().flags()));
    fact(
        cells,
        "machine",
        manifest.machine().processorModel()
            + ", "
            + Wording.count(manifest.machine().processors(), "processor")
            + memory(manifest.machine().memoryBytes()));
    fact(
        cells,
        "system",
        manifest.machine().operatingSystem() + ", " + manifest.machine().architecture());
    fact(cells, "transport", manifest.transport());
    fact(cells, "gateway flags", String.join(" ", manifest.gateway().flags()));
    fact(
        cells,
        "pools",
        manifest.gateway().poolModel() + ", at most " + manifest.gateway().poolLimit());
    fact(
        cells,
        "cores",
        "gateway "
            + manifest.gateway().gatewayCores().orElse("not pinned")
            + ", others "
            + manifest.gateway().otherCores().orElse("not pinned"));
    if (!manifest.injections().isEmpty()) {
      fact(cells, "injected on purpose", String.join(", ", manifest.injections()));
    }
    return new Table("Manifest", List.of(Column.text("what"), Column.text("value")), cells);
  }

  Table skipped() {
    return new Table(
        "Policies without effect in this run (partial estate)",
        List.of(Column.text("variant"), Column.text("policy"), Column.code("location")),
        run.estate().skipped().stream()
            .map(skip -> List.of(skip.variant().name(), skip.policy(), skip.location()))
            .toList());
  }

  /** What the verdict does not say. */
  List<String> limits() {
    List<String> limits = new ArrayList<>();
    if (run.scope() instanceof Scope.LocalModel) {
      limits.add(
          "Local model: latency, throughput, CPU and connections describe the policy steps in this"
              + " gateway on this machine, never API Management's own cost. TLS, diagnostics,"
              + " scaling, SNAT and tiers are not in it.");
    } else {
      limits.add(
          "Measured on one deployment: other tiers, regions, hours and settings may differ.");
    }
    limits.add(
        "Equivalent is wrong in at most 5 % of runs when a true effect sits on its margin; different"
            + " is wrong in at most 5 % over all rows together.");
    limits.add(
        "These rates hold for independent replicates, symmetric heavy tails included. With a"
            + " correlation of 0.2 from one replicate to the next the 5 % become 10 %; with one-sided"
            + " skewness of 1 or 2 they become 10 % or 16 %.");
    limits.add("A run that stops early shows a mean that is biased by up to 0.05 of the margin.");
    int n = verdict.replicates();
    if (n > 0) {
      limits.add(
          n <= 3
              ? "What happens rarely is not seen at all with so few replicates."
              : String.format(
                  Locale.ROOT,
                  "What happens in fewer than 3 of %d replicates (%.0f %%) is not excluded.",
                  n,
                  300.0 / n));
    }
    limits.add(
        "The default local margins were chosen on one machine; what another can resolve is the"
            + " spread in the table above.");
    return limits;
  }

  /** The command that draws the same plan again. */
  String command() {
    List<String> words = new ArrayList<>(run.manifest().command());
    boolean seeded =
        words.stream().anyMatch(word -> word.equals("--seed") || word.startsWith("--seed="));
    if (!seeded) {
      words.add("--seed");
      words.add(Long.toString(run.plan().randomSeed()));
    }
    return words.stream().map(ReportContent::quoted).collect(Collectors.joining(" "));
  }

  /** Requests, errors and other counts of the whole run in a line. */
  String totals() {
    List<Trial> all = new ArrayList<>(trials(VariantLabel.A));
    all.addAll(trials(VariantLabel.B));
    return Wording.count(verdict.replicates(), "replicate")
        + (verdict.voidReplicates() > 0 ? " (" + verdict.voidReplicates() + " more void)" : "")
        + ", "
        + Wording.count(all.size(), "trial")
        + ", "
        + sum(all, Trial::requests)
        + " requests; errors "
        + sum(all, Trial::failed)
        + ", late "
        + sum(all, Trial::late)
        + ", unstarted "
        + sum(all, Trial::unstarted)
        + ", dropped samples "
        + sum(all, Trial::dropped);
  }

  /** The answer in a word that fits a class name of a style sheet. */
  String tone() {
    VerdictWord word = verdict.word();
    return word == VerdictWord.EQUIVALENT && !verdict.exploratory()
        ? "good"
        : word == VerdictWord.DIFFERENT ? "bad" : word == VerdictWord.WITHHELD ? "stop" : "open";
  }

  static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private static void fact(List<List<String>> cells, String what, String value) {
    cells.add(List.of(what, value.isBlank() ? NONE : value));
  }

  private static String memory(long bytes) {
    return bytes == 0 ? "" : String.format(Locale.ROOT, ", %.1f GiB", bytes / (double) (1L << 30));
  }

  private List<Trial> trials(VariantLabel label) {
    return run.replicates().stream()
        .flatMap(replicate -> replicate.trials().stream())
        .filter(trial -> trial.variant() == label)
        .toList();
  }

  private static String sum(List<Trial> trials, ToLongFunction<Trial> count) {
    return grouped(trials.stream().mapToLong(count).sum());
  }

  private static String errors(List<Trial> trials) {
    long all = trials.stream().mapToLong(Trial::failed).sum();
    if (all == 0) {
      return "0";
    }
    return grouped(all)
        + " ("
        + Arrays.stream(ErrorKind.values())
            .filter(kind -> count(trials, kind) > 0)
            .map(kind -> kind.name().toLowerCase(Locale.ROOT) + " " + grouped(count(trials, kind)))
            .collect(Collectors.joining(", "))
        + ")";
  }

  private static long count(List<Trial> trials, ErrorKind kind) {
    return trials.stream().mapToLong(trial -> trial.errors().getOrDefault(kind, 0L)).sum();
  }

  private static String pool(List<Trial> trials, ToLongFunction<PoolCounters> count) {
    List<PoolCounters> known = trials.stream().flatMap(trial -> trial.pool().stream()).toList();
    return known.isEmpty() ? NONE : grouped(known.stream().mapToLong(count).sum());
  }

  private static String peak(List<Trial> trials) {
    return trials.stream()
        .flatMap(trial -> trial.pool().stream())
        .map(PoolCounters::peak)
        .max(Long::compare)
        .map(ReportContent::grouped)
        .orElse(NONE);
  }
}
