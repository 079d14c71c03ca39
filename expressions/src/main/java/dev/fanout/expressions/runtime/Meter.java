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

  /** The evaluation has looked at nothing yet. */
  private static final int NEW = 0;

  /** Its clock runs. */
  private static final int TIMED = 1;

  /** It ended; what is counted now is of the lazy results that it gave. */
  private static final int OVER = 2;

  /** Steps until the next look, at the clock mostly. */
  private int left;

  /** What the next look finds. Beginning and ending set little more, since most end before it. */
  private int stage = OVER;

  private int depth;
  private int evaluations;
  private ExpressionLimits limits = ExpressionLimits.DEFAULT;
  private int firstSteps;

  /** Steps beyond those that are left until the next look. */
  private long rest;

  private long clockNanos;
  private long started;

  Meter() {
    take(ExpressionLimits.DEFAULT);
  }

  /** An evaluation within another one uses what that one may. */
  void begin(ExpressionLimits given) {
    if (evaluations++ == 0) {
      renew(given);
    }
  }

  void end() {
    if (--evaluations == 0) {
      left = 0;
      stage = OVER;
      depth = 0;
    }
  }

  private void renew(ExpressionLimits given) {
    if (given != limits) {
      take(given);
    }
    left = firstSteps;
    stage = NEW;
    depth = 0;
  }

  private void take(ExpressionLimits given) {
    limits = given;
    firstSteps = (int) Math.min(ExpressionLimits.STEPS_BETWEEN_LOOKS, given.steps());
    clockNanos = given.clock().toNanos();
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

  /** Copies of texts. Those of an expression without a meter of its own are not counted. */
  void copied(int count) {
    if (evaluations > 0 || depth > 0) {
      steps(count);
    }
  }

  private void look() {
    if (stage == OVER) {
      int used = -left;
      renew(ExpressionLimits.DEFAULT);
      left -= used;
      if (left >= 0) {
        return;
      }
    }
    boolean isFirst = stage == NEW;
    if (isFirst) {
      stage = TIMED;
      rest = limits.steps() - firstSteps;
    }
    rest += left;
    left = 0;
    if (rest < 0) {
      rest = -1;
      throw ExpressionFailure.fence(
          "System.TimeoutException",
          "The expression took more than " + limits.steps() + " steps and was stopped.");
    }
    long now = System.nanoTime();
    if (isFirst) {
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
