package dev.fanout.report;

import dev.fanout.measurements.run.EstateFacts;
import dev.fanout.measurements.run.Scope;
import dev.fanout.measurements.run.VariantLabel;
import dev.fanout.verdict.RowState;
import dev.fanout.verdict.RowVerdict;
import dev.fanout.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What follows from a verdict and the operational side, and on which condition. */
final class Recommendation {
  private final Verdict verdict;
  private final ReportContent content;
  private final Optional<EstateFacts> facts;
  private final PoolModels pools;

  Recommendation(Reported reported, ReportContent content) {
    this.verdict = reported.verdict();
    this.content = content;
    this.facts = reported.evidence().estate();
    this.pools = PoolModels.of(reported);
  }

  /** In order of weight. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (pools.disagree()) {
      lines.add(
          "None yet. It depends on pooling: settle it on APIM with 'fanout bench --target azure'.");
      return lines;
    }
    switch (verdict.word()) {
      case EQUIVALENT -> equivalent(lines);
      case DIFFERENT -> different(lines);
      case INCONCLUSIVE ->
          lines.add(
              "None yet: rows stayed open. The report says for each how many replicates a new run"
                  + " would need.");
      case NOT_ENOUGH_DATA -> lines.add("None: there is no interval. Run 'fanout bench'.");
      case WITHHELD ->
          lines.add(
              "None: the experiment was not sound. Remove the reason above and run it again.");
    }
    lines.addAll(conditions());
    return lines;
  }

  private void equivalent(List<String> lines) {
    if (verdict.exploratory()) {
      lines.add("None: the margins were chosen after the run.");
      return;
    }
    lines.add(
        "Performance gives no reason for either topology ("
            + content.scope()
            + "): decide by the operational side.");
    facts.ifPresent(
        known -> {
          String a = content.named(VariantLabel.A);
          String b = content.named(VariantLabel.B);
          TierLimits.decisive(known, a, b)
              .ifPresent(reason -> lines.add("A limit decides first: " + reason + "."));
          flip(known, a, b).ifPresent(lines::add);
          breaker(known, a, b).ifPresent(lines::add);
        });
  }

  private static Optional<String> flip(EstateFacts facts, String a, String b) {
    int ofA = facts.a().hostPlaces();
    int ofB = facts.b().hostPlaces();
    if (ofA == ofB || ofA == 0 || ofB == 0) {
      return Optional.empty();
    }
    return Optional.of(
        "Take "
            + (ofA < ofB ? a : b)
            + " if the upstream's host is to be changed in one step: "
            + writes(Math.min(ofA, ofB))
            + " instead of "
            + writes(Math.max(ofA, ofB))
            + ".");
  }

  private static Optional<String> breaker(EstateFacts facts, String a, String b) {
    int ofA = facts.a().mostApisOnOneBackend();
    int ofB = facts.b().mostApisOnOneBackend();
    if (ofA == ofB || ofA == 0 || ofB == 0) {
      return Optional.empty();
    }
    return Optional.of(
        "Take "
            + (ofA < ofB ? a : b)
            + " if failures of one API must not stop others: a tripped circuit breaker concerns "
            + apis(Math.min(ofA, ofB))
            + " instead of "
            + apis(Math.max(ofA, ofB))
            + ".");
  }

  private static String writes(int count) {
    return ReportContent.grouped(count) + (count == 1 ? " write" : " writes");
  }

  private static String apis(int count) {
    return ReportContent.grouped(count) + (count == 1 ? " API" : " APIs");
  }

  private void different(List<String> lines) {
    for (VariantLabel better : VariantLabel.values()) {
      String rows =
          verdict.rows().stream()
              .filter(row -> row.state() == RowState.DIFFERENT)
              .filter(row -> lower(row) == better)
              .map(RowVerdict::name)
              .collect(Collectors.joining(", "));
      if (!rows.isEmpty()) {
        lines.add(
            "By these rows "
                + content.named(better)
                + " is the better one ("
                + content.scope()
                + "): "
                + rows
                + ".");
      }
    }
  }

  /** Throughput is the one row where more is better. */
  private static VariantLabel lower(RowVerdict row) {
    boolean aIsHigher = row.look().sign() > 0;
    boolean more = row.row().metric() == dev.fanout.measurements.run.Metric.THROUGHPUT;
    return aIsHigher == more ? VariantLabel.A : VariantLabel.B;
  }

  private List<String> conditions() {
    List<String> conditions = new ArrayList<>();
    if (verdict.run().scope() instanceof Scope.LocalModel) {
      conditions.add(
          "Condition: the local model shows the cost of the policy steps, not API Management's own."
              + " What rests on latency or throughput of APIM itself needs a run with '--target"
              + " azure'.");
    }
    if (verdict.run().estate().partial()) {
      conditions.add("Condition: policies that had no effect in this run are not part of it.");
    }
    return conditions;
  }
}
