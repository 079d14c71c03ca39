package dev.fanout.measurements.run;

import java.time.Instant;
import java.util.Objects;

/** Why no further replicate came. A run without one was killed. */
public record RunEnd(Reason reason, Instant at, String detail) {
  public RunEnd {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(detail, "detail");
  }

  /** The ways to end. */
  public enum Reason {
    FINISHED,
    INTERRUPTED,
    ENVIRONMENT_FAILURE
  }
}
