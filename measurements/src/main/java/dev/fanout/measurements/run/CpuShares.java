package dev.fanout.measurements.run;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * How busy the machine was in a trial. Process shares are in cores (1.5 is one core and a half);
 * core shares are in 0..1. Empty where the platform does not tell.
 *
 * @param generatorCore the core on which the generator runs, everything on it counted
 * @param busiestCore of all cores
 */
public record CpuShares(
    OptionalDouble gatewayCores,
    OptionalDouble generatorCores,
    OptionalDouble backendCores,
    OptionalDouble generatorCore,
    OptionalDouble busiestCore) {
  public static final CpuShares UNKNOWN =
      new CpuShares(
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty());

  public CpuShares {
    check("gatewayCores", gatewayCores);
    check("generatorCores", generatorCores);
    check("backendCores", backendCores);
    check("generatorCore", generatorCore);
    check("busiestCore", busiestCore);
  }

  private static void check(String name, OptionalDouble value) {
    Objects.requireNonNull(value, name);
    value.ifPresent(share -> Checks.finiteNotNegative(name, share));
  }
}
