package dev.fanout.expressions.runtime.collections;

import dev.fanout.expressions.runtime.Failures;

/** What is wrong with places in a collection. */
final class Indexes {
  private Indexes() {}

  static RuntimeException outOfRange() {
    return Failures.outOfRange(
        "Index was out of range. Must be non-negative and less than the size of the collection.",
        "index");
  }

  static void checkNotNegative(int value, String parameter) {
    if (value < 0) {
      throw Failures.outOfRange("Non-negative number required.", parameter);
    }
  }

  /** A part of a collection of that size. */
  static void checkPart(int index, int count, int size) {
    checkNotNegative(index, "index");
    checkNotNegative(count, "count");
    if (size - index < count) {
      throw Failures.argument(
          "Offset and length were out of bounds for the array or count is greater than the number"
              + " of elements from index to the end of the source collection.",
          null);
    }
  }

  static RuntimeException modified() {
    return Failures.invalidOperation(
        "Collection was modified; enumeration operation may not execute.");
  }
}
