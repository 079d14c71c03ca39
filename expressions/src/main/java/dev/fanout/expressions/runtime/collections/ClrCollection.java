package dev.fanout.expressions.runtime.collections;

import dev.fanout.expressions.runtime.ArrayItems;
import dev.fanout.expressions.runtime.Failures;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** {@code ICollection<T>} and {@code IReadOnlyCollection<T>} of what is no array. */
public interface ClrCollection extends Iterable<@Nullable Object> {
  int count();

  boolean contains(@Nullable Object item);

  default boolean isReadOnly() {
    return false;
  }

  void add(@Nullable Object item);

  boolean remove(@Nullable Object item);

  void clear();

  default ClrEnumerator getEnumerator() {
    return new ClrEnumerator(iterator());
  }

  default void copyTo(@Nullable Object array, int arrayIndex) {
    if (array == null) {
      throw Failures.argumentNull("array");
    }
    if (arrayIndex < 0) {
      throw Failures.outOfRange("Non-negative number required.", "arrayIndex");
    }
    if (ArrayItems.length(array) - arrayIndex < count()) {
      throw Failures.argument(
          "Destination array was not long enough. Check the destination index, length, and the"
              + " array's lower bounds.",
          "destinationArray");
    }
    int index = arrayIndex;
    for (Iterator<?> items = iterator(); items.hasNext(); index++) {
      ArrayItems.set(array, index, items.next());
    }
  }
}
