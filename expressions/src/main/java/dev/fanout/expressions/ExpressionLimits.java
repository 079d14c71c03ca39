package dev.fanout.expressions;

import java.time.Duration;

/**
 * What one evaluation may use. Both are looked at together, at loops, calls and within the library;
 * an evaluation that stays below {@value #STEPS_BETWEEN_LOOKS} steps never meets the clock.
 *
 * @param steps ways back of loops, calls of lambdas and local functions, items and characters that
 *     the library goes through
 * @param clock wall clock time
 */
public record ExpressionLimits(long steps, Duration clock) {
  /** Steps that go by before the clock is asked. */
  public static final int STEPS_BETWEEN_LOOKS = 1024;

  /** 10,000,000 steps, 20 ms. */
  public static final ExpressionLimits DEFAULT =
      new ExpressionLimits(10_000_000, Duration.ofMillis(20));

  public ExpressionLimits {
    if (steps < 1) {
      throw new IllegalArgumentException("steps must be 1 or more, not " + steps);
    }
    if (clock.isNegative() || clock.isZero() || clock.toDays() > 1) {
      throw new IllegalArgumentException("clock must be over 0 and at most a day, not " + clock);
    }
  }
}
