package dev.fanout.expressions.runtime;

import dev.fanout.expressions.ExpressionFailure;

/** How many steps an expression with loops may take: generated code asks at every way back. */
public final class Budget {
  /** Steps of one evaluation. */
  public static final int MOST_STEPS = 10_000_000;

  private Budget() {}

  /** The steps that are left after one more; fails at the end. */
  public static int step(int left) {
    if (left <= 0) {
      throw new ExpressionFailure(
          "System.TimeoutException",
          "The expression took more than " + MOST_STEPS + " steps and was stopped.");
    }
    return left - 1;
  }
}
