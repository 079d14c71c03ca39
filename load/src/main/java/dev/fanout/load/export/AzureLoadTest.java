package dev.fanout.load.export;

import dev.fanout.load.plan.LoadSpec;
import dev.fanout.load.summary.Condition;
import dev.fanout.load.summary.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code loadtest.yaml}, version v0.1, for {@code az load test create --load-test-config-file}. */
final class AzureLoadTest {
  /** What the service's documentation advises. */
  static final int USERS_PER_ENGINE = 250;

  private static final Set<Double> PERCENTILES = Set.of(50.0, 90.0, 95.0, 99.0);
  private static final int LONGEST_ID = 50;

  private final LoadSpec spec;
  private final int engines;
  private final List<String> files;
  private final Set<String> secrets;
  private final List<String> notes = new ArrayList<>();

  AzureLoadTest(LoadSpec spec, int engines, List<String> files, Set<String> secrets) {
    this.spec = spec;
    this.engines = engines;
    this.files = files;
    this.secrets = secrets;
  }

  List<String> notes() {
    return notes;
  }

  String render() {
    StringBuilder out = new StringBuilder();
    out.append("version: v0.1\n");
    out.append("testId: ").append(id()).append('\n');
    out.append("displayName: ").append(quoted(spec.name())).append('\n');
    out.append("testType: JMX\n");
    out.append("testPlan: plan.jmx\n");
    out.append(
        "# Every engine runs the whole plan with its share of the load (user.properties).\n");
    out.append("engineInstances: ").append(engines).append('\n');
    out.append("configurationFiles:\n");
    files.forEach(file -> out.append("  - ").append(file).append('\n'));
    out.append("splitAllCSVs: false\n");
    out.append("properties:\n  userPropertyFile: user.properties\n");
    if (!secrets.isEmpty()) {
      out.append("# Name your vault:\n");
      out.append("secrets:\n");
      for (String secret : secrets) {
        out.append("  - name: ").append(secret).append('\n');
        out.append("    value: https://VAULT.vault.azure.net/secrets/");
        out.append(secret.replace('_', '-')).append('\n');
      }
    }
    List<String> criteria = new ArrayList<>();
    for (Condition condition : spec.failIf()) {
      Optional<String> criterion = criterion(condition);
      criterion.ifPresent(criteria::add);
      if (criterion.isEmpty()) {
        notes.add("'" + condition.text() + "' has no criterion in Azure Load Testing");
      }
    }
    if (!criteria.isEmpty()) {
      out.append("failureCriteria:\n");
      criteria.forEach(line -> out.append("  - ").append(line).append('\n'));
    }
    out.append(
        "# Else the service stops a test with more than 90 % errors, which an overload may have.\n");
    out.append("autoStop: disable\n");
    return out.toString();
  }

  /** The service knows {@code >} and {@code <}, and no stages. */
  private static Optional<String> criterion(Condition condition) {
    if (condition.target().isPresent() || condition.stage().isPresent()) {
      return Optional.empty();
    }
    Metric metric = condition.metric();
    boolean above =
        condition.comparison() == Condition.Comparison.ABOVE
            || condition.comparison() == Condition.Comparison.AT_LEAST;
    if (metric instanceof Metric.Percentile percentile
        && above
        && PERCENTILES.contains(percentile.percent())
        && percentile.clock().isWholeAnswer()) {
      return Optional.of(
          "p"
              + JmxExport.plain(percentile.percent())
              + "(response_time_ms) > "
              + JmxExport.plain(Math.ceil(condition.limit() / 1e6)));
    }
    if (metric instanceof Metric.Part part
        && part.share()
        && part.kind() == Metric.Part.Kind.ERRORS
        && above) {
      return Optional.of("percentage(error) > " + JmxExport.plain(condition.limit() * 100));
    }
    if (metric instanceof Metric.Throughput && !above) {
      return Optional.of("avg(requests_per_sec) < " + JmxExport.plain(condition.limit()));
    }
    return Optional.empty();
  }

  private String id() {
    String id =
        spec.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]+", "-").replaceAll("^-+", "");
    String cut = id.length() > LONGEST_ID ? id.substring(0, LONGEST_ID) : id;
    return cut.length() < 2 ? "load-" + cut : cut;
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
