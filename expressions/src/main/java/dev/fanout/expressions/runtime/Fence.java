package dev.fanout.expressions.runtime;

import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.expressions.ExpressionLimits;
import java.util.function.Supplier;

/**
 * What an evaluation may use, asked for by generated code at loops and calls and by the library
 * wherever work grows with the data. What is over ends as a failure that no {@code catch} of the
 * expression sees.
 */
public final class Fence {
  /** Items of a collection or an array. */
  public static final int MOST_ITEMS = 1 << 22;

  /** UTF-16 units of a string. */
  public static final int LONGEST_STRING = 1 << 24;

  private static final ThreadLocal<Meter> METERS = ThreadLocal.withInitial(Meter::new);

  private Fence() {}

  /** That of this thread: for methods that take many steps. */
  public static Meter meter() {
    return METERS.get();
  }

  /** An evaluation begins in this thread; {@link #end} must follow. */
  public static Meter begin(ExpressionLimits limits) {
    Meter meter = METERS.get();
    meter.begin(limits);
    return meter;
  }

  public static void end(Meter meter) {
    meter.end();
  }

  /** Work of a host on the library's objects, outside of an evaluation. */
  public static <T> T within(ExpressionLimits limits, Supplier<T> work) {
    Meter meter = begin(limits);
    try {
      return work.get();
    } finally {
      end(meter);
    }
  }

  /** Counts the steps of a loop in the library; fails as the evaluation does when none are left. */
  public static void steps(int count) {
    if (count < 0) {
      throw new IllegalArgumentException(count + " steps");
    }
    METERS.get().steps(count);
  }

  /**
   * Counts the steps of a text that is copied. An expression that makes few copies and does little
   * else runs without {@link #begin}: its copies are not counted.
   */
  static void copied(int count) {
    METERS.get().copied(count);
  }

  /** A lambda or a local function begins: a step, and one level deeper. */
  public static void enter() {
    METERS.get().enter();
  }

  /** It returns. One that throws need not say so: {@code catch} knows how deep it stands. */
  public static void leave() {
    METERS.get().leave();
  }

  /** Fails for a collection that would hold more items than {@link #MOST_ITEMS}. */
  public static void items(long count) {
    if (count > MOST_ITEMS) {
      throw ExpressionFailure.fence(
          "System.OutOfMemoryException",
          "A collection or an array would have "
              + count
              + " elements, more than the "
              + MOST_ITEMS
              + " that an expression may make.");
    }
  }

  /** Fails for a string that would be longer than {@link #LONGEST_STRING}. */
  public static void characters(long count) {
    if (count > LONGEST_STRING) {
      throw ExpressionFailure.fence(
          "System.OutOfMemoryException",
          "A string would have "
              + count
              + " characters, more than the "
              + LONGEST_STRING
              + " that an expression may make.");
    }
  }
}
