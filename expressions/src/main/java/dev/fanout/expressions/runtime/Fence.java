package dev.fanout.expressions.runtime;

/**
 * What an evaluation may use, asked for by generated code at loops and calls and by the library
 * wherever work grows with the data.
 */
public final class Fence {
  private Fence() {}

  /** Counts the steps of a loop in the library; fails as the evaluation does when none are left. */
  public static void steps(int count) {
    if (count < 0) {
      throw new IllegalArgumentException(count + " steps");
    }
  }
}
