package dev.fanout.expressions.runtime;

import dev.fanout.expressions.runtime.collections.IntroSort;
import dev.fanout.expressions.runtime.collections.ItemOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The generic methods of {@code System.Array}; the name of the elements' type comes last. */
public final class ArrayMethods {
  private ArrayMethods() {}

  public static void sort(@Nullable Object array, String element) {
    sortBy(array, (ItemOrder) null, element);
  }

  public static void sortBy(@Nullable Object array, @Nullable ItemOrder order, String element) {
    TypedArray typed = TypedArray.of(array, element);
    sortPart(array, 0, typed.length(), order, element);
  }

  public static void sortPart(@Nullable Object array, int index, int length, String element) {
    sortPart(array, index, length, null, element);
  }

  public static void sortPart(
      @Nullable Object array, int index, int length, @Nullable ItemOrder order, String element) {
    TypedArray typed = TypedArray.of(array, element);
    typed.checkRange(index, length);
    Object[] items = typed.items(index, length);
    IntroSort.sort(items, 0, length, TypedArray.order(order));
    typed.put(index, items);
  }

  /** By a Comparison. */
  public static void sortWith(
      @Nullable Object array, @Nullable Delegate comparison, String element) {
    if (comparison == null) {
      throw Failures.argumentNull("comparison");
    }
    sortBy(array, ItemOrder.of(comparison), element);
  }

  /** Both arrays, by the order of the first. */
  public static void sortPairs(
      @Nullable Object keys, @Nullable Object items, String keyType, String itemType) {
    if (keys == null) {
      throw Failures.argumentNull("keys");
    }
    if (items == null) {
      sort(keys, keyType);
      return;
    }
    TypedArray first = TypedArray.of(keys, keyType);
    TypedArray second = TypedArray.of(items, itemType);
    if (second.length() < first.length()) {
      throw Failures.argument(
          "Offset and length were out of bounds for the array or count is greater than the number of"
              + " elements from index to the end of the source collection.",
          null);
    }
    Object[] values = second.items(0, first.length());
    Object[] pairs = first.items();
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = new Pair(pairs[i], values[i]);
    }
    IntroSort.sort(pairs, 0, pairs.length, (a, b) -> ItemOrder.DEFAULT.compare(key(a), key(b)));
    for (int i = 0; i < pairs.length; i++) {
      first.set(i, key(pairs[i]));
      second.set(i, pairs[i] instanceof Pair pair ? pair.value() : null);
    }
  }

  private static @Nullable Object key(@Nullable Object pair) {
    return pair instanceof Pair known ? known.key() : null;
  }

  private record Pair(@Nullable Object key, @Nullable Object value) {}

  public static int binarySearch(@Nullable Object array, @Nullable Object value, String element) {
    return binarySearch(array, value, null, element);
  }

  /** The complement of where it would stand, if it is not there. */
  public static int binarySearch(
      @Nullable Object array, @Nullable Object value, @Nullable ItemOrder order, String element) {
    TypedArray typed = TypedArray.of(array, element);
    ItemOrder known = TypedArray.order(order);
    int low = 0;
    int high = typed.length() - 1;
    while (low <= high) {
      int middle = low + ((high - low) >> 1);
      int compared = known.compare(typed.get(middle), value);
      if (compared == 0) {
        return middle;
      }
      low = compared < 0 ? middle + 1 : low;
      high = compared < 0 ? high : middle - 1;
    }
    return ~low;
  }

  public static int indexOf(@Nullable Object array, @Nullable Object value, String element) {
    return indexOf(array, value, 0, element);
  }

  public static int indexOf(
      @Nullable Object array, @Nullable Object value, int start, String element) {
    return indexOf(array, value, start, TypedArray.of(array, element).length() - start, element);
  }

  public static int indexOf(
      @Nullable Object array, @Nullable Object value, int start, int count, String element) {
    TypedArray typed = TypedArray.of(array, element);
    checkStart(typed, start, count);
    Fence.steps(count);
    for (int i = start; i < start + count; i++) {
      if (Objects.equalsStatic(typed.get(i), value)) {
        return i;
      }
    }
    return -1;
  }

  private static void checkStart(TypedArray array, int start, int count) {
    if (start < 0 || start > array.length()) {
      throw Failures.outOfRange(
          "Index was out of range. Must be non-negative and less than or equal to the size of the"
              + " collection.",
          "startIndex");
    }
    if (count < 0 || count > array.length() - start) {
      throw Failures.outOfRange(
          "Count must be positive and count must refer to a location within the"
              + " string/array/collection.",
          "count");
    }
  }

  public static int lastIndexOf(@Nullable Object array, @Nullable Object value, String element) {
    return lastIndexOf(array, value, TypedArray.of(array, element).length() - 1, element);
  }

  public static int lastIndexOf(
      @Nullable Object array, @Nullable Object value, int start, String element) {
    TypedArray typed = TypedArray.of(array, element);
    if (typed.length() == 0) {
      return -1;
    }
    if (start < 0 || start >= typed.length()) {
      throw Failures.outOfRange(
          "Index was out of range. Must be non-negative and less than the size of the collection.",
          "startIndex");
    }
    Fence.steps(start);
    for (int i = start; i >= 0; i--) {
      if (Objects.equalsStatic(typed.get(i), value)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean test(@Nullable Delegate match, @Nullable Object item) {
    if (match == null) {
      throw Failures.argumentNull("match");
    }
    return Boolean.TRUE.equals(match.invoke(item));
  }

  public static int findIndex(@Nullable Object array, @Nullable Delegate match, String element) {
    return findIndex(array, 0, match, element);
  }

  public static int findIndex(
      @Nullable Object array, int start, @Nullable Delegate match, String element) {
    TypedArray typed = TypedArray.of(array, element);
    return findIndex(array, start, typed.length() - start, match, element);
  }

  public static int findIndex(
      @Nullable Object array, int start, int count, @Nullable Delegate match, String element) {
    TypedArray typed = TypedArray.of(array, element);
    checkStart(typed, start, count);
    if (match == null) {
      throw Failures.argumentNull("match");
    }
    Fence.steps(count);
    for (int i = start; i < start + count; i++) {
      if (test(match, typed.get(i))) {
        return i;
      }
    }
    return -1;
  }

  public static int findLastIndex(
      @Nullable Object array, @Nullable Delegate match, String element) {
    TypedArray typed = TypedArray.of(array, element);
    if (match == null) {
      throw Failures.argumentNull("match");
    }
    Fence.steps(typed.length());
    for (int i = typed.length() - 1; i >= 0; i--) {
      if (test(match, typed.get(i))) {
        return i;
      }
    }
    return -1;
  }

  public static boolean exists(@Nullable Object array, @Nullable Delegate match, String element) {
    return findIndex(array, match, element) >= 0;
  }

  /** The type's default without one. */
  public static @Nullable Object find(
      @Nullable Object array, @Nullable Delegate match, String element) {
    int found = findIndex(array, match, element);
    return found < 0 ? Defaults.boxed(element) : TypedArray.of(array, element).get(found);
  }

  public static @Nullable Object findLast(
      @Nullable Object array, @Nullable Delegate match, String element) {
    int found = findLastIndex(array, match, element);
    return found < 0 ? Defaults.boxed(element) : TypedArray.of(array, element).get(found);
  }

  public static Object findAll(@Nullable Object array, @Nullable Delegate match, String element) {
    TypedArray typed = TypedArray.of(array, element);
    if (match == null) {
      throw Failures.argumentNull("match");
    }
    List<@Nullable Object> found = new ArrayList<>();
    for (Object item : typed.items()) {
      if (test(match, item)) {
        found.add(item);
      }
    }
    TypedArray all = TypedArray.create(element, found.size());
    all.put(0, found.toArray());
    return all.array();
  }

  public static boolean trueForAll(
      @Nullable Object array, @Nullable Delegate match, String element) {
    TypedArray typed = TypedArray.of(array, element);
    if (match == null) {
      throw Failures.argumentNull("match");
    }
    for (Object item : typed.items()) {
      if (!test(match, item)) {
        return false;
      }
    }
    return true;
  }

  public static void forEach(@Nullable Object array, @Nullable Delegate action, String element) {
    TypedArray typed = TypedArray.of(array, element);
    if (action == null) {
      throw Failures.argumentNull("action");
    }
    for (int i = 0; i < typed.length(); i++) {
      Fence.steps(1);
      action.invoke(typed.get(i));
    }
  }

  public static Object convertAll(
      @Nullable Object array, @Nullable Delegate converter, String from, String to) {
    TypedArray typed = TypedArray.of(array, from);
    if (converter == null) {
      throw Failures.argumentNull("converter");
    }
    TypedArray converted = TypedArray.create(to, typed.length());
    for (int i = 0; i < typed.length(); i++) {
      Fence.steps(1);
      converted.set(i, converter.invoke(typed.get(i)));
    }
    return converted.array();
  }

  public static Object empty(String element) {
    return ArrayItems.create(element, 0);
  }

  public static void fill(@Nullable Object array, @Nullable Object value, String element) {
    TypedArray typed = TypedArray.of(array, element);
    Fence.steps(typed.length());
    for (int i = 0; i < typed.length(); i++) {
      typed.set(i, value);
    }
  }

  public static void fill(
      @Nullable Object array, @Nullable Object value, int start, int count, String element) {
    TypedArray typed = TypedArray.of(array, element);
    checkStart(typed, start, count);
    Fence.steps(count);
    for (int i = start; i < start + count; i++) {
      typed.set(i, value);
    }
  }

  /** The array is handed over by reference: a new one with the same elements takes its place. */
  public static void resize(Ref array, int size, String element) {
    if (size < 0) {
      throw Failures.negative("newSize", size);
    }
    Object old = array.value;
    Object resized = ArrayMembers.created(element, size);
    if (old != null) {
      int kept = Math.min(size, ArrayItems.length(old));
      System.arraycopy(old, 0, resized, 0, kept);
      Fence.steps(kept / 64);
    }
    array.value = resized;
  }
}
