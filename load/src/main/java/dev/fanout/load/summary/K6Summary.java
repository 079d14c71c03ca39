package dev.fanout.load.summary;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * One target's trials in the form that {@code k6 run --summary-export} writes, for tools that read
 * that. Times are milliseconds. What was not measured has no metric rather than a zero.
 */
final class K6Summary {
  private static final double NANOS_PER_MILLI = 1e6;

  private K6Summary() {}

  /**
   * @param trials of one target, at least one
   */
  static String render(List<TrialSummary> trials) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    long passed = trials.stream().mapToLong(TrialSummary::passed).sum();
    long sent = trials.stream().mapToLong(t -> t.requests() - t.unstarted()).sum();
    long failed = sent - passed;
    double seconds = trials.stream().mapToDouble(TrialSummary::windowSeconds).sum();
    ObjectNode group = root.putObject("root_group");
    group.put("name", "");
    group.put("path", "");
    group.put("id", "d41d8cd98f00b204e9800998ecf8427e");
    group.putObject("groups");
    ObjectNode check = group.putObject("checks").putObject("answer is right");
    check.put("name", "answer is right");
    check.put("path", "::answer is right");
    check.put("passes", passed);
    check.put("fails", failed);

    ObjectNode metrics = root.putObject("metrics");
    counter(metrics.putObject("http_reqs"), sent, seconds);
    counter(metrics.putObject("iterations"), sent, seconds);
    Histogram service = sum(trials.stream().map(TrialSummary::serviceTime).toList());
    trend(metrics, "http_req_duration", service);
    trend(metrics, "http_req_duration{expected_response:true}", service);
    trend(metrics, "http_req_waiting", sum(trials.stream().map(TrialSummary::firstByte).toList()));
    trend(metrics, "iteration_duration", sum(trials.stream().map(TrialSummary::latency).toList()));
    ObjectNode checks = metrics.putObject("checks");
    checks.put("passes", passed);
    checks.put("fails", failed);
    checks.put("value", sent == 0 ? 0 : (double) passed / sent);
    // As there, "passes" of this one are the requests that failed.
    ObjectNode failures = metrics.putObject("http_req_failed");
    failures.put("passes", failed);
    failures.put("fails", passed);
    failures.put("value", sent == 0 ? 0 : (double) failed / sent);
    long unstarted = trials.stream().mapToLong(TrialSummary::unstarted).sum();
    if (unstarted > 0) {
      counter(metrics.putObject("dropped_iterations"), unstarted, seconds);
    }
    users(metrics, trials);
    return SummaryJson.pretty(root);
  }

  private static void users(ObjectNode metrics, List<TrialSummary> trials) {
    int most = trials.stream().mapToInt(TrialSummary::users).max().orElse(0);
    if (most == 0) {
      return;
    }
    ObjectNode users = metrics.putObject("vus");
    users.put("value", trials.get(trials.size() - 1).users());
    users.put("min", trials.stream().mapToInt(TrialSummary::users).min().orElse(0));
    users.put("max", most);
    ObjectNode ceiling = metrics.putObject("vus_max");
    ceiling.put("value", most);
    ceiling.put("min", most);
    ceiling.put("max", most);
  }

  private static void counter(ObjectNode node, long count, double seconds) {
    node.put("count", count);
    node.put("rate", seconds == 0 ? 0 : count / seconds);
  }

  private static void trend(ObjectNode metrics, String name, Histogram histogram) {
    if (histogram.getTotalCount() == 0) {
      return;
    }
    ObjectNode node = metrics.putObject(name);
    node.put("avg", histogram.getMean() / NANOS_PER_MILLI);
    node.put("min", histogram.getMinValue() / NANOS_PER_MILLI);
    node.put("med", histogram.getValueAtPercentile(50) / NANOS_PER_MILLI);
    node.put("max", histogram.getMaxValue() / NANOS_PER_MILLI);
    node.put("p(90)", histogram.getValueAtPercentile(90) / NANOS_PER_MILLI);
    node.put("p(95)", histogram.getValueAtPercentile(95) / NANOS_PER_MILLI);
  }

  private static Histogram sum(List<Histogram> histograms) {
    Histogram sum = histograms.get(0).copy();
    histograms.stream().skip(1).forEach(sum::add);
    return sum;
  }
}
