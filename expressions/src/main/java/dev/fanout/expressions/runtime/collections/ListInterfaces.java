package dev.fanout.expressions.runtime.collections;

import dev.fanout.expressions.runtime.ArrayItems;
import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.Objects;
import dev.fanout.expressions.runtime.ReadOnlyDictionary;
import dev.fanout.expressions.runtime.Sequences;
import org.jspecify.annotations.Nullable;

/** Members of the interfaces of lists and collections, which arrays have too. */
public final class ListInterfaces {
  private ListInterfaces() {}

  public static int count(Object self) {
    if (self instanceof ClrCollection collection) {
      return collection.count();
    }
    return self instanceof ReadOnlyDictionary dictionary
        ? dictionary.count()
        : ArrayItems.length(self);
  }

  public static boolean isReadOnly(Object self) {
    return !(self instanceof ClrCollection collection) || collection.isReadOnly();
  }

  public static void add(Object self, @Nullable Object item) {
    if (!(self instanceof ClrCollection collection)) {
      throw fixedSize(self);
    }
    collection.add(item);
  }

  public static boolean remove(Object self, @Nullable Object item) {
    if (!(self instanceof ClrCollection collection)) {
      throw fixedSize(self);
    }
    return collection.remove(item);
  }

  public static void clear(Object self) {
    if (!(self instanceof ClrCollection collection)) {
      java.util.Objects.requireNonNull(self);
      throw Failures.notSupported("Collection is read-only.");
    }
    collection.clear();
  }

  public static boolean contains(Object self, @Nullable Object item) {
    return self instanceof ClrCollection collection
        ? collection.contains(item)
        : indexOf(self, item) >= 0;
  }

  public static void copyTo(Object self, @Nullable Object array, int arrayIndex) {
    if (self instanceof ClrCollection collection) {
      collection.copyTo(array, arrayIndex);
      return;
    }
    if (array == null) {
      throw Failures.argumentNull("destinationArray");
    }
    int length = ArrayItems.length(self);
    if (arrayIndex < 0 || ArrayItems.length(array) - arrayIndex < length) {
      throw Failures.argument(
          "Destination array was not long enough. Check the destination index, length, and the"
              + " array's lower bounds.",
          "destinationArray");
    }
    for (int i = 0; i < length; i++) {
      ArrayItems.set(array, arrayIndex + i, ArrayItems.get(self, i));
    }
  }

  public static @Nullable Object item(Object self, int index) {
    if (self instanceof ClrListLike list) {
      return list.item(index);
    }
    checkIndex(self, index);
    return ArrayItems.get(self, index);
  }

  public static void setItem(Object self, int index, @Nullable Object value) {
    if (self instanceof ClrListLike list) {
      list.setItem(index, value);
      return;
    }
    checkIndex(self, index);
    ArrayItems.set(self, index, value);
  }

  public static int indexOf(Object self, @Nullable Object item) {
    if (self instanceof ClrListLike list) {
      return list.indexOf(item);
    }
    int length = ArrayItems.length(self);
    for (int i = 0; i < length; i++) {
      if (Objects.equalsStatic(ArrayItems.get(self, i), item)) {
        return i;
      }
    }
    return -1;
  }

  public static void insert(Object self, int index, @Nullable Object item) {
    if (!(self instanceof ClrListLike list)) {
      throw fixedSize(self);
    }
    list.insert(index, item);
  }

  public static void removeAt(Object self, int index) {
    if (!(self instanceof ClrListLike list)) {
      throw fixedSize(self);
    }
    list.removeAt(index);
  }

  /** {@code GetEnumerator()} of every sequence. */
  public static ClrEnumerator getEnumerator(Object self) {
    return new ClrEnumerator(Sequences.iterator(self));
  }

  private static void checkIndex(Object array, int index) {
    if (index < 0 || index >= ArrayItems.length(array)) {
      throw Indexes.outOfRange();
    }
  }

  private static RuntimeException fixedSize(Object self) {
    java.util.Objects.requireNonNull(self);
    return Failures.notSupported("Collection was of a fixed size.");
  }
}
