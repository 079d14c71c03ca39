package dev.fanout.measurements.run;

import java.util.List;
import java.util.Objects;

/**
 * How the stages' rates were found, on a gateway process that was thrown away afterwards.
 *
 * @param ratePerSecond the rate at which the busiest core of the slower variant would be 85 % busy,
 *     if a request cost there what it costs at the top stage
 * @param slower the variant that set it
 * @param steps in the order in which they were tried
 */
public record CapacitySearch(double ratePerSecond, VariantLabel slower, List<Step> steps) {
  public CapacitySearch {
    Checks.finitePositive("ratePerSecond", ratePerSecond);
    Objects.requireNonNull(slower, "slower");
    steps = List.copyOf(steps);
  }

  /**
   * @param busiestCoreShare in 0..1
   */
  public record Step(
      VariantLabel variant, double ratePerSecond, double busiestCoreShare, long p50Nanos) {
    public Step {
      Objects.requireNonNull(variant, "variant");
      Checks.finitePositive("ratePerSecond", ratePerSecond);
      Checks.finiteNotNegative("busiestCoreShare", busiestCoreShare);
      Checks.notNegative("p50Nanos", p50Nanos);
    }
  }
}
