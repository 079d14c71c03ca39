package dev.fanout.verdict;

import java.util.Objects;
import java.util.Optional;

/**
 * One row at one look.
 *
 * @param sample d̄ and s of the differences so far
 * @param interval I_k, which outputs show; for errors the bounds −U(B) and +U(A)
 * @param widened D_k, on which DIFFERENT rests
 * @param sign of A − B when the row is DIFFERENT, else 0
 * @param why one sentence where the state needs one, else empty
 */
public record RowLook(
    RowState state,
    int sign,
    Sample sample,
    Optional<Interval> interval,
    Optional<Interval> widened,
    String why) {
  public RowLook {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(sample, "sample");
    Objects.requireNonNull(interval, "interval");
    Objects.requireNonNull(widened, "widened");
    Objects.requireNonNull(why, "why");
  }

  static RowLook notEnough(Sample sample, String why) {
    return new RowLook(
        RowState.NOT_ENOUGH_DATA, 0, sample, Optional.empty(), Optional.empty(), why);
  }

  /** No effect that stays the same gives this: the run was not steady. */
  boolean contradiction() {
    return interval.isPresent() && interval.get().empty();
  }
}
