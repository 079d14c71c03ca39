package dev.fanout.report;

import dev.fanout.measurements.run.VariantLabel;
import java.util.Objects;
import java.util.OptionalDouble;

/** What one API showed, in the judged replicates together. */
public record ApiFigures(String id, Half a, Half b) {
  /** With fewer requests of an API a median of it is not shown. */
  static final int FEWEST = 10;

  public ApiFigures {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(a, "a");
    Objects.requireNonNull(b, "b");
  }

  Half of(VariantLabel label) {
    return label == VariantLabel.A ? a : b;
  }

  /** Empty unless both variants have a median. */
  OptionalDouble differenceNanos() {
    return a.p50Nanos().isPresent() && b.p50Nanos().isPresent()
        ? OptionalDouble.of(a.p50Nanos().getAsDouble() - b.p50Nanos().getAsDouble())
        : OptionalDouble.empty();
  }

  /**
   * On one variant.
   *
   * @param passed requests of all stages that were answered as they should be
   * @param failed requests of all stages that were not
   * @param p50Nanos at the top stage; empty below {@value #FEWEST} requests
   * @param p95Nanos at the top stage; empty below 20 × {@value #FEWEST} requests
   */
  public record Half(long passed, long failed, OptionalDouble p50Nanos, OptionalDouble p95Nanos) {
    static final Half NONE = new Half(0, 0, OptionalDouble.empty(), OptionalDouble.empty());
  }
}
