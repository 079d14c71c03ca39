package dev.fanout.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fanout.measurements.run.LatencySummary;
import dev.fanout.measurements.run.Run;
import dev.fanout.measurements.run.Stage;
import dev.fanout.measurements.run.Trial;
import dev.fanout.measurements.run.UpstreamEquality;
import dev.fanout.measurements.run.Variant;
import dev.fanout.measurements.run.VariantLabel;
import dev.fanout.verdict.AuditResult;
import dev.fanout.verdict.Interval;
import dev.fanout.verdict.LookOutcome;
import dev.fanout.verdict.NaiveJudgement;
import dev.fanout.verdict.RowSeries;
import dev.fanout.verdict.RowVerdict;
import dev.fanout.verdict.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * {@code report.json}, for programs. {@code report.schema.json} beside this class describes it.
 * Numbers are on the row's scale: nanoseconds, ln(A/B), or a share of requests.
 */
public final class JsonReport {
  /** Of the file; rises when a property changes its meaning or goes. */
  public static final int SCHEMA_VERSION = 1;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private JsonReport() {}

  /** Lines end in {@code \n}; the order of properties is fixed. */
  public static String render(Reported reported) {
    Verdict verdict = reported.verdict();
    ReportContent content = new ReportContent(verdict);
    Run run = verdict.run();
    ObjectNode root = MAPPER.createObjectNode();
    root.put("schemaVersion", SCHEMA_VERSION);
    root.set("verdict", word(verdict, content));
    ArrayNode variants = root.putArray("variants");
    for (Variant variant : run.variants()) {
      variants
          .addObject()
          .put("label", variant.label().name())
          .put("topology", variant.topology())
          .put("artifacts", variant.artifacts());
    }
    verdict.reasons().forEach(root.putArray("reasons")::add);
    root.put("replicates", verdict.replicates());
    root.put("voidReplicates", verdict.voidReplicates());
    looks(root.putArray("looks"), verdict);
    ArrayNode rows = root.putArray("rows");
    verdict.rows().forEach(row -> row(rows.addObject(), row, content));
    ArrayNode audits = root.putArray("audits");
    for (AuditResult audit : verdict.audits()) {
      ObjectNode node = audits.addObject();
      node.put("audit", audit.audit().title());
      node.put("state", audit.state().text());
      node.put("finding", audit.finding());
      audit.evidence().forEach(node.putArray("evidence")::add);
    }
    upstream(root.putArray("upstreamDifferences"), run);
    verdict.naive().ifPresent(naive -> naive(root.putObject("publishedRule"), naive));
    stages(root.putArray("stages"), verdict, reported.evidence());
    reported.evidence().estate().ifPresent(facts -> root.set("estate", JsonEstate.of(facts)));
    reported.otherPool().ifPresent(other -> pool(root.putObject("otherPool"), other));
    content.limits().forEach(root.putArray("limits")::add);
    ObjectNode repeat = root.putObject("repeat");
    repeat.put("command", content.command());
    repeat.put("randomSeed", run.plan().randomSeed());
    repeat.put("plan", run.plan().name());
    repeat.put("version", run.manifest().version());
    run.manifest().commit().ifPresent(commit -> repeat.put("commit", commit));
    repeat.put("startedAt", run.manifest().startedAt().toString());
    try {
      return MAPPER.writeValueAsString(root).replace("\r\n", "\n") + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a verdict that has no JSON form", e);
    }
  }

  private static ObjectNode word(Verdict verdict, ReportContent content) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("word", verdict.word().text());
    node.put("scope", verdict.run().scope().sentence());
    node.put("partialEstate", verdict.run().estate().partial());
    node.put("exploratory", verdict.exploratory());
    node.put("text", verdict.scopedWord());
    node.put("headline", verdict.headline());
    node.put("exitCode", verdict.exitCode());
    return node;
  }

  private static void looks(ArrayNode looks, Verdict verdict) {
    for (LookOutcome look : verdict.looks()) {
      looks
          .addObject()
          .put("replicates", look.look().replicates())
          .put("alpha", look.look().alpha());
    }
  }

  private static void row(ObjectNode node, RowVerdict row, ReportContent content) {
    node.put("id", row.row().id());
    node.put("name", row.name());
    node.put("scale", row.row().metric().scale().name().toLowerCase(Locale.ROOT));
    node.put("n", row.look().sample().n());
    number(node, "a", row.a());
    number(node, "b", row.b());
    number(node, "difference", row.look().sample().mean());
    number(node, "standardDeviation", row.look().sample().standardDeviation());
    row.look().interval().ifPresent(i -> interval(node.putObject("interval"), i));
    row.look().widened().ifPresent(i -> interval(node.putObject("widenedInterval"), i));
    node.put("margin", RowSeries.margin(row.row()));
    ArrayNode differences = node.putArray("differences");
    for (double difference : row.differences()) {
      if (Double.isFinite(difference)) {
        differences.add(difference);
      } else {
        differences.addNull();
      }
    }
    node.put("state", content.verdict().withheld() ? "withheld" : row.state().text());
    node.put("scope", content.scope());
    node.put("coarse", row.coarse());
    if (!row.look().why().isEmpty()) {
      node.put("note", row.look().why());
    }
    row.needed()
        .ifPresent(
            needed -> {
              ObjectNode more = node.putObject("needed");
              more.put("text", needed.text());
              needed.replicates().ifPresent(n -> more.put("replicates", n));
            });
  }

  private static void stages(ArrayNode stages, Verdict verdict, Evidence evidence) {
    Judged judged = Judged.of(verdict);
    for (Stage stage : judged.run().plan().stages()) {
      for (VariantLabel label : VariantLabel.values()) {
        List<Trial> trials = judged.trials(label, stage);
        if (!trials.isEmpty()) {
          stage(stages.addObject(), stage, label, trials, evidence);
        }
      }
    }
  }

  private static void stage(
      ObjectNode node, Stage stage, VariantLabel label, List<Trial> trials, Evidence evidence) {
    node.put("stage", stage.name()).put("variant", label.name());
    node.put("requests", trials.stream().mapToLong(Trial::requests).sum());
    node.put("failed", trials.stream().mapToLong(Trial::failed).sum());
    mean(node, "throughputPerSecond", trials, Trial::throughputPerSecond);
    latency(node, "meanNanos", trials, LatencySummary::meanNanos);
    latency(node, "p50Nanos", trials, LatencySummary::p50Nanos);
    latency(node, "p90Nanos", trials, LatencySummary::p90Nanos);
    latency(node, "p95Nanos", trials, LatencySummary::p95Nanos);
    latency(node, "p99Nanos", trials, LatencySummary::p99Nanos);
    mean(
        node, "cpuPerRequestNanos", trials, trial -> trial.cpuPerRequestNanos().orElse(Double.NaN));
    for (String measure : List.of("firstByte", "backendTime")) {
      evidence
          .timing(stage.index(), label, measure)
          .ifPresent(timing -> node.put(measure + "P50Nanos", timing.p50Nanos()));
    }
  }

  private static void latency(
      ObjectNode node, String name, List<Trial> trials, ToDoubleFunction<LatencySummary> which) {
    mean(node, name, trials, trial -> trial.latency().map(which::applyAsDouble).orElse(Double.NaN));
  }

  private static void mean(
      ObjectNode node, String name, List<Trial> trials, ToDoubleFunction<Trial> value) {
    number(node, name, trials.stream().mapToDouble(value).filter(Double::isFinite).average());
  }

  private static void pool(ObjectNode node, Verdict other) {
    node.put("poolModel", other.run().manifest().gateway().poolModel());
    node.put("text", other.scopedWord());
  }

  private static void upstream(ArrayNode differences, Run run) {
    for (UpstreamEquality.Difference difference :
        run.upstreamEquality().map(UpstreamEquality::differences).orElse(List.of())) {
      ObjectNode node = differences.addObject();
      node.put("api", difference.api());
      node.put("operation", difference.operation());
      node.put("request", difference.request());
      node.put("upstreamA", difference.upstreamA());
      node.put("upstreamB", difference.upstreamB());
      difference.aspects().forEach(node.putArray("aspects")::add);
      node.put("foundBy", difference.foundBy());
    }
  }

  private static void naive(ObjectNode node, NaiveJudgement naive) {
    node.put("isVerdict", false);
    node.put("allSatisfied", naive.allSatisfied());
    ArrayNode checks = node.putArray("checks");
    for (NaiveJudgement.Check check : naive.checks()) {
      ObjectNode one = checks.addObject();
      one.put("what", check.what());
      one.put("difference", check.difference());
      one.put("threshold", check.threshold());
      one.put("satisfied", check.satisfied());
    }
  }

  private static void interval(ObjectNode node, Interval interval) {
    node.put("low", interval.low());
    node.put("high", interval.high());
    node.put("empty", interval.empty());
  }

  private static void number(ObjectNode node, String name, OptionalDouble value) {
    value.ifPresent(number -> node.put(name, number));
  }
}
