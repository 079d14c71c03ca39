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

  public static int checkedSize(long size) {
    if (size < 0) {
      throw Failures.overflow("Arithmetic operation resulted in an overflow.");
    }
    Fence.items(size);
    return (int) size;
  }

  /** An index that is no int; what is no index of any array is outside of all. */
  public static int index(long index) {
    return index == (int) index ? (int) index : -1;
  }
}
