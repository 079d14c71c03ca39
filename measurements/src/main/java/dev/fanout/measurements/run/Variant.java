package dev.fanout.measurements.run;

import java.util.Objects;

/**
 * A topology as it was deployed in this run.
 *
 * @param topology its name, such as {@code shared-backend}, or the user's folder name
 * @param artifacts the artifact folder, relative to the run folder where it lies inside
 */
public record Variant(VariantLabel label, String topology, String artifacts) {
  public Variant {
    Objects.requireNonNull(label, "label");
    Checks.text("topology", topology);
    Objects.requireNonNull(artifacts, "artifacts");
  }
}
