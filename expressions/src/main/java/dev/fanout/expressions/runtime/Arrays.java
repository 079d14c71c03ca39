package dev.fanout.expressions.runtime;

/** Arrays: how large they may be. */
public final class Arrays {
  /** Elements. */
  static final int LARGEST = 1 << 22;

  private Arrays() {}

  public static int checkedSize(int size) {
    if (size < 0) {
      throw Failures.overflow("Arithmetic operation resulted in an overflow.");
    }
    if (size > LARGEST) {
      throw new dev.fanout.expressions.ExpressionFailure(
          "System.OutOfMemoryException", "Array dimensions exceeded supported range.");
    }
    return size;
  }
}
