package dev.fanout.expressions.runtime.collections;

import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.expressions.runtime.Delegate;
import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.Fence;
import dev.fanout.expressions.runtime.Objects;
import org.jspecify.annotations.Nullable;

/** Looking for items in a part of an array. */
final class ListSearch {
  private ListSearch() {}

  static Delegate checked(@Nullable Delegate match) {
    if (match == null) {
      throw Failures.argumentNull("match");
    }
    return match;
  }

  static boolean test(Delegate match, @Nullable Object item) {
    return Boolean.TRUE.equals(match.invoke(item));
  }

  static int indexOf(@Nullable Object[] items, int from, int to, @Nullable Object item) {
    for (int i = from; i < to; i++) {
      if (Objects.equalsStatic(items[i], item)) {
        Fence.steps(i - from);
        return i;
      }
    }
    Fence.steps(to - from);
    return -1;
  }

  static int lastIndexOf(@Nullable Object[] items, int from, int to, @Nullable Object item) {
    for (int i = to - 1; i >= from; i--) {
      if (Objects.equalsStatic(items[i], item)) {
        return i;
      }
    }
    Fence.steps(to - from);
    return -1;
  }

  static int findIndex(@Nullable Object[] items, int from, int to, @Nullable Delegate match) {
    Delegate known = checked(match);
    Fence.steps(to - from);
    for (int i = from; i < to && i < items.length; i++) {
      if (test(known, items[i])) {
        return i;
      }
    }
    return -1;
  }

  static int findLastIndex(@Nullable Object[] items, int from, int to, @Nullable Delegate match) {
    Delegate known = checked(match);
    Fence.steps(to - from);
    for (int i = to - 1; i >= from; i--) {
      if (test(known, items[i])) {
        return i;
      }
    }
    return -1;
  }

  /** The first item that does not match. */
  static int findExcept(@Nullable Object[] items, int count, @Nullable Delegate match) {
    Delegate known = checked(match);
    Fence.steps(count);
    for (int i = 0; i < count; i++) {
      if (!test(known, items[i])) {
        return i;
      }
    }
    return -1;
  }

  /** The place of an equal item, or the complement of where it would stand. */
  static int binary(
      @Nullable Object[] items, int index, int count, @Nullable Object item, ItemOrder order) {
    int low = index;
    int high = index + count - 1;
    try {
      while (low <= high) {
        int middle = low + ((high - low) >> 1);
        int compared = order.compare(items[middle], item);
        if (compared == 0) {
          return middle;
        }
        if (compared < 0) {
          low = middle + 1;
        } else {
          high = middle - 1;
        }
      }
    } catch (ExpressionFailure e) {
      if (e.isFence()) {
        throw e;
      }
      throw new ExpressionFailure(
          "System.InvalidOperationException", "Failed to compare two elements in the array.", e);
    }
    return ~low;
  }
}
