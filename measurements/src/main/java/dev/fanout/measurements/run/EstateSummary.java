package dev.fanout.measurements.run;

import java.util.List;

/**
 * What was deployed, in short.
 *
 * @param apis of each variant
 * @param operations of each variant, all APIs together
 * @param skipped policies that the gateway let pass without effect; with one or more, every verdict
 *     says <i>partial estate</i>
 */
public record EstateSummary(int apis, int operations, List<SkippedPolicy> skipped) {
  public EstateSummary {
    Checks.positive("apis", apis);
    Checks.positive("operations", operations);
    skipped = List.copyOf(skipped);
  }

  public boolean partial() {
    return !skipped.isEmpty();
  }

  /**
   * @param policy element name
   * @param location file, line and column, as issues print them
   */
  public record SkippedPolicy(VariantLabel variant, String policy, String location) {
    public SkippedPolicy {
      Checks.text("policy", policy);
      Checks.text("location", location);
    }
  }
}
