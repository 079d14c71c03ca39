package dev.fanout.expressions.runtime;

import dev.fanout.expressions.runtime.collections.ItemOrder;
import org.jspecify.annotations.Nullable;

/**
 * An array whose elements' type is known by name, as several types share an array of the JVM.
 *
 * @param array never null
 * @param element the full name
 */
record TypedArray(Object array, String element) {
  static TypedArray of(@Nullable Object array, String element) {
    if (array == null) {
      throw Failures.argumentNull("array");
    }
    return new TypedArray(array, element);
  }

  static TypedArray create(String element, int size) {
    return new TypedArray(ArrayItems.create(element, size), element);
  }

  int length() {
    return ArrayItems.length(array);
  }

  @Nullable Object get(int index) {
    if (array instanceof int[] numbers) {
      return boxed(numbers[index]);
    }
    if (array instanceof long[] numbers && element.equals("System.UInt64")) {
      return Boxes.boxUInt64(numbers[index]);
    }
    return ArrayItems.get(array, index);
  }

  private Object boxed(int value) {
    return switch (element) {
      case "System.Int32" -> Boxes.box(value);
      case "System.UInt32" -> Boxes.boxUInt32(value);
      case "System.SByte" -> Boxes.boxSByte(value);
      case "System.Int16" -> Boxes.boxInt16(value);
      case "System.UInt16" -> Boxes.boxUInt16(value);
      default -> Enums.box(value, element);
    };
  }

  void set(int index, @Nullable Object value) {
    ArrayItems.set(array, index, value instanceof EnumValue e ? (Object) e.value() : value);
  }

  @Nullable Object[] items() {
    return items(0, length());
  }

  @Nullable Object[] items(int from, int count) {
    Fence.steps(count);
    Object[] items = new Object[count];
    for (int i = 0; i < count; i++) {
      items[i] = get(from + i);
    }
    return items;
  }

  void put(int from, @Nullable Object[] items) {
    for (int i = 0; i < items.length; i++) {
      set(from + i, items[i]);
    }
  }

  /** Checks a part of the array as .NET does. */
  void checkRange(int index, int count) {
    if (index < 0) {
      throw Failures.negative("index", index);
    }
    if (count < 0) {
      throw Failures.negative("length", count);
    }
    if (length() - index < count) {
      throw Failures.argument(
          "Offset and length were out of bounds for the array or count is greater than the number of"
              + " elements from index to the end of the source collection.",
          null);
    }
  }

  /** Null stands for the elements' own order. */
  static ItemOrder order(@Nullable ItemOrder comparer) {
    return ItemOrder.orDefault(comparer);
  }
}
