package dev.fanout.expressions.runtime;

/** Arrays: how large they may be. */
public final class Arrays {
  private Arrays() {}

  public static int checkedSize(int size) {
    if (size < 0) {
      throw Failures.overflow("Arithmetic operation resulted in an overflow.");
    }
    Fence.items(size);
    return size;
  }
}
