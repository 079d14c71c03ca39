package dev.fanout.expressions.runtime;

import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.expressions.ExpressionLimits;

/**
 * What the evaluation of this thread has used. Once the limit is met every further step fails
 * again, so that no {@code finally} or loop goes on.
 */
public final class Meter {
  /** Calls of lambdas and local functions within each other. */
  static final int DEEPEST = 2000;

  /** Steps until the next look at the clock. */
  private int left;

  /** Steps beyond those. */
  private long rest;

  private ExpressionLimits limits = ExpressionLimits.DEFAULT;
  private long clockNanos;
  private long started;
  private boolean clockRuns;
  private int depth;
  private int evaluations;

  Meter() {
    reset(ExpressionLimits.DEFAULT);
  }

  /** An evaluation within another one uses what that one may. */
  void begin(ExpressionLimits given) {
    if (evaluations++ == 0) {
      reset(given);
    }
  }

  void end() {
    if (--evaluations == 0) {
      // Lazy results may be read after the evaluation.
      reset(ExpressionLimits.DEFAULT);
    }
  }

  private void reset(ExpressionLimits given) {
    limits = given;
    clockNanos = given.clock().toNanos();
    left = (int) Math.min(ExpressionLimits.STEPS_BETWEEN_LOOKS, given.steps());
    rest = given.steps() - left;
    clockRuns = false;
    depth = 0;
  }

  /** A way back in a loop. */
  public void step() {
    if (--left < 0) {
      look();
    }
  }

  void steps(int count) {
    left -= count;
    if (left < 0) {
      look();
    }
  }

  private void look() {
    rest += left;
    left = 0;
    if (rest < 0) {
      rest = -1;
      throw ExpressionFailure.fence(
          "System.TimeoutException",
          "The expression took more than " + limits.steps() + " steps and was stopped.");
    }
    long now = System.nanoTime();
    if (!clockRuns) {
      clockRuns = true;
      started = now;
    } else if (now - started > clockNanos) {
      throw ExpressionFailure.fence(
          "System.TimeoutException",
          "The expression took longer than " + limits.clock().toMillis() + " ms and was stopped.");
    }
    left = (int) Math.min(ExpressionLimits.STEPS_BETWEEN_LOOKS, rest);
    rest -= left;
  }

  /** A lambda or a local function begins. */
  public void enter() {
    step();
    if (++depth > DEEPEST) {
      throw ExpressionFailure.fence(
          "System.InsufficientExecutionStackException",
          "The expression called itself more than " + DEEPEST + " times deep and was stopped.");
    }
  }

  /** It returns. */
  public void leave() {
    depth--;
  }

  /** How deep calls are; what a {@code catch} goes back to. */
  public int depth() {
    return depth;
  }

  /** Back to where a {@code try} began. */
  public void setDepth(int earlier) {
    depth = earlier;
  }
}
