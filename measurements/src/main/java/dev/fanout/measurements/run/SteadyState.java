package dev.fanout.measurements.run;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What the steady-state gate saw of one variant before a replicate's trials.
 *
 * @param reached whether the last windows were flat within the time limit
 * @param windows the last ones, oldest first
 */
public record SteadyState(
    VariantLabel variant, boolean reached, long waitedNanos, List<Window> windows) {
  public SteadyState {
    Objects.requireNonNull(variant, "variant");
    Checks.notNegative("waitedNanos", waitedNanos);
    windows = List.copyOf(windows);
  }

  /**
   * One second of warm-up load.
   *
   * @param cpuPerRequestNanos gateway CPU time; empty where it cannot be read
   */
  public record Window(OptionalDouble cpuPerRequestNanos, double p50Nanos) {
    public Window {
      Objects.requireNonNull(cpuPerRequestNanos, "cpuPerRequestNanos");
      cpuPerRequestNanos.ifPresent(cpu -> Checks.finiteNotNegative("cpuPerRequestNanos", cpu));
      Checks.finiteNotNegative("p50Nanos", p50Nanos);
    }
  }
}
