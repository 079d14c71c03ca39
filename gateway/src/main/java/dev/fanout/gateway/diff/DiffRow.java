package dev.fanout.gateway.diff;

import java.util.List;
import java.util.Objects;

/**
 * One operation, asked with one probe on both sides.
 *
 * @param differences in what they differ; empty when both do the same
 */
public record DiffRow(
    PublicOperation operation,
    Probe probe,
    SideOutcome a,
    SideOutcome b,
    List<Aspect> differences) {
  public DiffRow {
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(probe, "probe");
    Objects.requireNonNull(a, "a");
    Objects.requireNonNull(b, "b");
    differences = List.copyOf(differences);
  }

  public boolean isSame() {
    return differences.isEmpty();
  }
}
