package dev.fanout.report;

import dev.fanout.measurements.run.Manifest;
import dev.fanout.measurements.run.Replicate;
import dev.fanout.measurements.run.Run;
import dev.fanout.measurements.run.Stage;
import dev.fanout.measurements.run.Trial;
import dev.fanout.measurements.run.VariantLabel;
import dev.fanout.report.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What was the same for both variants, and what was balanced; only the topology may differ. */
final class ControlledVariables {
  private final ReportContent content;
  private final Run run;
  private final Judged judged;
  private final List<List<String>> cells = new ArrayList<>();

  private ControlledVariables(ReportContent content) {
    this.content = content;
    this.run = content.verdict().run();
    this.judged = Judged.of(content.verdict());
  }

  static Table table(ReportContent content) {
    return new ControlledVariables(content).table();
  }

  private Table table() {
    Manifest manifest = run.manifest();
    both(
        "topology", content.topology(VariantLabel.A), content.topology(VariantLabel.B), "compared");
    same("gateway process", process());
    same("gateway's JVM flags", String.join(" ", manifest.gateway().flags()));
    same(
        "pools",
        manifest.gateway().poolModel() + ", at most " + manifest.gateway().poolLimit() + " each");
    same("cores", cores(manifest));
    same("transport of the load", manifest.transport());
    same("machine", manifest.machine().processorModel());
    for (Stage stage : run.plan().stages()) {
      both(
          "offered at " + stage.name(),
          rate(VariantLabel.A, stage),
          rate(VariantLabel.B, stage),
          "same arrivals");
    }
    for (Stage stage : run.plan().stages()) {
      long first =
          judged.replicates().stream().filter(r -> Judged.aFirst(r, stage.index())).count();
      both(
          "goes first at " + stage.name(),
          first + " ×",
          (judged.replicates().size() - first) + " ×",
          "balanced by the plan");
    }
    long warmed =
        judged.replicates().stream()
            .map(this::warmUpFirst)
            .filter(label -> label == VariantLabel.A)
            .count();
    both(
        "is warmed first",
        warmed + " ×",
        (judged.replicates().size() - warmed) + " ×",
        "balanced by the plan");
    return new Table(
        "Controlled variables",
        List.of(
            Column.text("what"),
            Column.text(content.named(VariantLabel.A)),
            Column.text(content.named(VariantLabel.B)),
            Column.text("how")),
        cells);
  }

  private void same(String what, String value) {
    if (!value.isBlank()) {
      both(what, value, "the same", "held");
    }
  }

  private void both(String what, String a, String b, String how) {
    cells.add(List.of(what, a, b, how));
  }

  private String process() {
    return switch (run.plan().design()) {
      case ONE_PROCESS -> "one fresh process serves both in each replicate";
      case SEPARATE_PROCESSES -> "a fresh process for each in each replicate";
      case CROSSED_GATEWAYS -> "both on both gateways in each replicate";
      case ONE_GATEWAY -> "one lasting gateway";
      case CONFOUNDED_GATEWAYS -> "one gateway for each: not told apart from the topology";
      case SEQUENTIAL -> "all of A, then all of B: not told apart from time";
    };
  }

  private static String cores(Manifest manifest) {
    return "gateway "
        + manifest.gateway().gatewayCores().orElse("not pinned")
        + ", others "
        + manifest.gateway().otherCores().orElse("not pinned");
  }

  private String rate(VariantLabel label, Stage stage) {
    OptionalDouble offered =
        judged.trials(label, stage).stream()
            .flatMapToDouble(trial -> trial.offeredPerSecond().stream())
            .average();
    long requests = judged.trials(label, stage).stream().mapToLong(Trial::requests).sum();
    return (offered.isPresent()
            ? String.format(Locale.ROOT, "%.0f/s, ", offered.getAsDouble())
            : "closed, ")
        + ReportContent.grouped(requests)
        + " requests";
  }

  private VariantLabel warmUpFirst(Replicate replicate) {
    return run.plan().slots().get(replicate.slot()).warmUpFirst();
  }
}
