package dev.fanout.load.summary;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.HdrHistogram.AbstractHistogram;

/** {@code summary.json}, by {@code load-summary.schema.json}. Times are nanoseconds. */
final class SummaryJson {
  static final int SCHEMA = 1;

  private SummaryJson() {}

  static String render(LoadSummary summary, List<Condition.Outcome> outcomes) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("schema", SCHEMA);
    root.put("name", summary.name());
    root.put("engine", summary.engine());
    root.put("resolutionNanos", summary.resolution().toNanos());
    root.put("startedAt", summary.startedAt().toString());
    root.put("endedAt", summary.endedAt().toString());
    summary.randomSeed().ifPresent(seed -> root.put("randomSeed", seed));
    summary.stopped().ifPresent(reason -> root.put("stopped", reason));
    root.put("interrupted", summary.interrupted());
    texts(root.putArray("remarks"), summary.remarks());
    ArrayNode trials = root.putArray("trials");
    summary.trials().forEach(trial -> trial(trials.addObject(), trial));
    ArrayNode conditions = root.putArray("conditions");
    for (Condition.Outcome outcome : outcomes) {
      ObjectNode node = conditions.addObject();
      node.put("condition", outcome.condition().text());
      node.put("trial", outcome.trial());
      node.put("state", LoadSummaries.name(outcome.state()));
      node.put("sentence", outcome.sentence());
    }
    return pretty(root);
  }

  /** With line ends that do not depend on the system. */
  static String pretty(ObjectNode root) {
    return root.toPrettyString().replace("\r\n", "\n") + "\n";
  }

  private static void trial(ObjectNode node, TrialSummary trial) {
    node.put("target", trial.target());
    node.put("url", trial.url());
    node.put("stage", trial.stage());
    node.put("model", trial.model());
    node.put("open", trial.open());
    node.put("users", trial.users());
    node.put("startedAt", trial.startedAt().toString());
    node.put("windowNanos", trial.window().toNanos());
    trial.offeredPerSecond().ifPresent(rate -> node.put("offeredPerSecond", rate));
    node.put("passedPerSecond", trial.passedPerSecond());
    node.put("requests", trial.requests());
    node.put("passed", trial.passed());
    node.put("failed", trial.failed());
    node.put("unstarted", trial.unstarted());
    node.put("unfinished", trial.unfinished());
    node.put("late", trial.late());
    node.put("meanInFlight", trial.meanInFlight());
    ObjectNode errors = node.putObject("errors");
    trial.errors().forEach(errors::put);
    node.put("judged", trial.open() ? "responseTime" : "serviceTime");
    times(node, "responseTime", trial.responseTime());
    times(node, "serviceTime", trial.serviceTime());
    times(node, "firstByte", trial.firstByte());
    times(node, "sendLag", trial.sendLag());
    ArrayNode apis = node.putArray("apis");
    for (ApiSummary api : trial.apis()) {
      ObjectNode of = apis.addObject();
      of.put("api", api.api());
      of.put("requests", api.requests());
      of.put("passed", api.passed());
      of.put("failed", api.failed());
      times(of, "latency", api.latency());
    }
    texts(node.putArray("errorSamples"), trial.errorSamples());
    texts(node.putArray("warnings"), trial.warnings());
    trial.cannotSee().ifPresent(sentence -> node.put("cannotSee", sentence));
  }

  /** Nothing for a histogram without values. */
  private static void times(ObjectNode parent, String name, AbstractHistogram histogram) {
    if (histogram.getTotalCount() == 0) {
      return;
    }
    ObjectNode node = parent.putObject(name);
    node.put("count", histogram.getTotalCount());
    node.put("meanNanos", histogram.getMean());
    node.put("minNanos", histogram.getMinValue());
    node.put("p50Nanos", histogram.getValueAtPercentile(50));
    node.put("p90Nanos", histogram.getValueAtPercentile(90));
    node.put("p95Nanos", histogram.getValueAtPercentile(95));
    node.put("p99Nanos", histogram.getValueAtPercentile(99));
    node.put("p999Nanos", histogram.getValueAtPercentile(99.9));
    node.put("maxNanos", histogram.getMaxValue());
  }

  private static void texts(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }
}
