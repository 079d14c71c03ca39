package dev.fanout.expressions.runtime.collections;

import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.Fence;
import org.jspecify.annotations.Nullable;

/**
 * The sort of {@code List<T>.Sort} and {@code Array.Sort}. It is not stable, and where equal items
 * end up can be seen: quicksort with the median of three down to 16 items, insertion sort below,
 * heap sort when it goes too deep.
 */
public final class IntroSort {
  private static final int SMALL = 16;

  private final @Nullable Object[] items;
  private final ItemOrder order;
  private int comparisons;

  private IntroSort(@Nullable Object[] items, ItemOrder order) {
    this.items = items;
    this.order = order;
  }

  /** Sorts a part of the items; what a comparer throws comes out as .NET wraps it. */
  public static void sort(@Nullable Object[] items, int from, int count, ItemOrder order) {
    if (count < 2) {
      return;
    }
    try {
      int depth = 2 * (32 - Integer.numberOfLeadingZeros(count));
      new IntroSort(items, order).sort(from, from + count - 1, depth);
    } catch (ArrayIndexOutOfBoundsException e) {
      throw Failures.argument(
          "Unable to sort because the IComparer.Compare() method returns inconsistent results.",
          null);
    } catch (ExpressionFailure e) {
      if (e.isFence()) {
        throw e;
      }
      throw new ExpressionFailure(
          "System.InvalidOperationException", "Failed to compare two elements in the array.", e);
    }
  }

  private void sort(int low, int high, int depthLeft) {
    int last = high;
    int depth = depthLeft;
    while (last > low) {
      int size = last - low + 1;
      if (size == 2) {
        order(low, last);
        return;
      }
      if (size == 3) {
        order(low, last - 1);
        order(low, last);
        order(last - 1, last);
        return;
      }
      if (size <= SMALL) {
        insertion(low, last);
        return;
      }
      if (depth == 0) {
        heap(low, size);
        return;
      }
      depth--;
      int pivot = partition(low, last);
      sort(pivot + 1, last, depth);
      last = pivot - 1;
    }
  }

  private int partition(int low, int high) {
    int middle = low + ((high - low) >> 1);
    order(low, middle);
    order(low, high);
    order(middle, high);
    Object pivot = items[middle];
    swap(middle, high - 1);
    int left = low;
    int right = high - 1;
    while (left < right) {
      do {
        left++;
      } while (compare(items[left], pivot) < 0);
      do {
        right--;
      } while (compare(pivot, items[right]) < 0);
      if (left < right) {
        swap(left, right);
      }
    }
    if (left != high - 1) {
      swap(left, high - 1);
    }
    return left;
  }

  private void insertion(int low, int high) {
    for (int i = low + 1; i <= high; i++) {
      Object item = items[i];
      int place = i;
      while (place > low && compare(item, items[place - 1]) < 0) {
        items[place] = items[place - 1];
        place--;
      }
      items[place] = item;
    }
  }

  private void heap(int low, int size) {
    for (int i = size / 2; i >= 1; i--) {
      sink(low, i, size);
    }
    for (int i = size; i > 1; i--) {
      swap(low, low + i - 1);
      sink(low, 1, i - 1);
    }
  }

  /** Heap places count from 1. */
  private void sink(int low, int from, int size) {
    Object item = items[low + from - 1];
    int place = from;
    while (place <= size / 2) {
      int child = 2 * place;
      if (child < size && compare(items[low + child - 1], items[low + child]) < 0) {
        child++;
      }
      if (compare(item, items[low + child - 1]) >= 0) {
        break;
      }
      items[low + place - 1] = items[low + child - 1];
      place = child;
    }
    items[low + place - 1] = item;
  }

  private void order(int first, int second) {
    if (compare(items[first], items[second]) > 0) {
      swap(first, second);
    }
  }

  private void swap(int first, int second) {
    Object item = items[first];
    items[first] = items[second];
    items[second] = item;
  }

  private int compare(@Nullable Object x, @Nullable Object y) {
    if ((++comparisons & 63) == 0) {
      Fence.steps(64);
    }
    return order.compare(x, y);
  }
}
