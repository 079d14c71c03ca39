package dev.fanout.measurements.run;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One round on one fresh gateway process. Replicates, and never requests, are what n counts.
 *
 * @param slot its order, by index in the plan
 * @param attempt 0, or higher where a void replicate was repeated
 * @param trials in the order in which they ran
 * @param voidReason why the replicate as a whole does not count, such as a dead process
 */
public record Replicate(
    int slot,
    int attempt,
    Instant startedAt,
    List<SteadyState> steadyStates,
    List<Trial> trials,
    Optional<String> voidReason) {
  public Replicate {
    Checks.notNegative("slot", slot);
    Checks.notNegative("attempt", attempt);
    Objects.requireNonNull(startedAt, "startedAt");
    steadyStates = List.copyOf(steadyStates);
    trials = List.copyOf(trials);
    Objects.requireNonNull(voidReason, "voidReason");
  }

  /** A void trial voids its replicate for all rows; empty when the replicate counts. */
  public Optional<String> whyVoid() {
    return voidReason.or(
        () -> trials.stream().map(Trial::voidReason).flatMap(Optional::stream).findFirst());
  }
}
