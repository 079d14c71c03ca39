package dev.fanout.expressions.runtime.regex;

import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.Fence;
import java.util.Arrays;

/**
 * What matching may cost: steps, which are those of the evaluation; memory for choices; and the
 * time that the program itself allowed.
 */
final class MatchBudget {
  /** Numbers on a stack of choices. */
  static final int MOST_NUMBERS = 1 << 22;

  private static final int PORTION = 4096;
  private static final int WORTH_TELLING = 256;

  private final long deadlineNanos;
  private final boolean limited;
  private int left = PORTION;

  private MatchBudget(boolean limited, long deadlineNanos) {
    this.limited = limited;
    this.deadlineNanos = deadlineNanos;
  }

  static MatchBudget unlimited() {
    return new MatchBudget(false, 0);
  }

  static MatchBudget of(long nanos) {
    return new MatchBudget(true, System.nanoTime() + nanos);
  }

  /** Steps that may be taken before {@link #more}; the rest is to be given back. */
  int take() {
    return left;
  }

  void giveBack(int steps) {
    left = steps;
  }

  /** Accounts for a portion of steps that is used up, and for those beyond it. */
  int more(int steps) {
    Fence.steps(PORTION - Math.min(steps, 0));
    if (limited && System.nanoTime() - deadlineNanos > 0) {
      throw timeout();
    }
    left = PORTION;
    return left;
  }

  /** Accounts for work outside the steps that are taken. */
  void charge(int steps) {
    if (steps >= PORTION) {
      Fence.steps(steps);
    } else if (steps > 0) {
      left -= steps;
      if (left < 0) {
        more(left);
      }
    }
  }

  int[] grown(int[] numbers) {
    if (numbers.length >= MOST_NUMBERS) {
      throw ExpressionFailure.fence(
          "System.OutOfMemoryException",
          "The regular expression needs more memory for backtracking than an expression may use.");
    }
    Fence.steps(numbers.length >> 3);
    return Arrays.copyOf(numbers, numbers.length * 2);
  }

  /** Accounts for what is used of the current portion, unless it is little. */
  void settle() {
    if (PORTION - left >= WORTH_TELLING) {
      Fence.steps(PORTION - left);
      left = PORTION;
    }
  }

  private static ExpressionFailure timeout() {
    return new ExpressionFailure(
        "System.Text.RegularExpressions.RegexMatchTimeoutException",
        "The Regex engine has timed out while trying to match a pattern to an input string. This"
            + " can occur for many reasons, including very large inputs or excessive backtracking"
            + " caused by nested quantifiers, back-references and other factors.");
  }

  /** The nanoseconds of a timeout as .NET takes it, -1 for none. */
  static long nanos(long ticks) {
    if (ticks == -10_000) {
      return -1;
    }
    long mostTicks = (Integer.MAX_VALUE - 1) * 10_000L;
    if (ticks <= 0 || ticks > mostTicks) {
      throw Failures.outOfRange(
          "Specified argument was out of the range of valid values.", "matchTimeout");
    }
    return ticks * 100;
  }
}
