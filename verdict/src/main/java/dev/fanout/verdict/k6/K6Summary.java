package dev.fanout.verdict.k6;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The end-of-run summary of k6, by {@code --summary-export} or {@code handleSummary}. Times are in
 * milliseconds, as there.
 *
 * @param file its name, for messages
 * @param metrics by name, each with its values by theirs: {@code http_req_duration} → {@code p(95)}
 * @param checks names of the checks of the script
 */
public record K6Summary(
    String file, Map<String, Map<String, Double>> metrics, List<String> checks) {
  public K6Summary {
    TreeMap<String, Map<String, Double>> copy = new TreeMap<>();
    metrics.forEach((name, values) -> copy.put(name, Map.copyOf(values)));
    metrics = copy;
    checks = List.copyOf(checks);
  }

  /** Empty when the summary does not have it. */
  public OptionalDouble value(String metric, String value) {
    Double found = metrics.getOrDefault(metric, Map.of()).get(value);
    return found == null ? OptionalDouble.empty() : OptionalDouble.of(found);
  }

  /** Requests of the whole run, warm-up and ramps included. */
  public OptionalDouble requests() {
    return value("http_reqs", "count");
  }

  /** Requests per second of the whole run. */
  public OptionalDouble throughput() {
    return value("http_reqs", "rate");
  }

  /** How long the run was by its own figures: requests ÷ requests per second. */
  public OptionalDouble seconds() {
    return requests().isPresent() && throughput().orElse(0) > 0
        ? OptionalDouble.of(requests().getAsDouble() / throughput().getAsDouble())
        : OptionalDouble.empty();
  }

  /** Mean time of one iteration of a virtual user, milliseconds. */
  public OptionalDouble iterationMillis() {
    return value("iteration_duration", "avg");
  }

  /**
   * Mean number of iterations under way, by Little's law: iterations per second × mean time of one
   * (Little 1961, "A proof for the queuing formula").
   */
  public OptionalDouble meanInFlight() {
    OptionalDouble rate = value("iterations", "rate");
    return rate.isPresent() && iterationMillis().isPresent()
        ? OptionalDouble.of(rate.getAsDouble() * iterationMillis().getAsDouble() / 1_000)
        : OptionalDouble.empty();
  }

  /** Share of failed requests, 0 to 1. In k6's own words "passes" of this metric are failures. */
  public OptionalDouble errorShare() {
    OptionalDouble share = value("http_req_failed", "value");
    return share.isPresent() ? share : value("http_req_failed", "rate");
  }

  /** Whether a metric was split by a tag of that name, such as {@code stage}. */
  boolean isSplitBy(String... tags) {
    for (String metric : metrics.keySet()) {
      for (String tag : tags) {
        if (metric.contains("{" + tag + ":") || metric.contains("," + tag + ":")) {
          return true;
        }
      }
    }
    return false;
  }
}
