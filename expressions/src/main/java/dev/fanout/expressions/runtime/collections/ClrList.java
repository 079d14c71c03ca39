package dev.fanout.expressions.runtime.collections;

import dev.fanout.expressions.runtime.ArrayItems;
import dev.fanout.expressions.runtime.Arrays;
import dev.fanout.expressions.runtime.ClrTyped;
import dev.fanout.expressions.runtime.Defaults;
import dev.fanout.expressions.runtime.Delegate;
import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.Fence;
import dev.fanout.expressions.runtime.Sequences;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** {@code List<T>}. */
public final class ClrList implements ClrListLike, ClrTyped {
  private static final @Nullable Object[] NOTHING = {};

  private final String element;
  private @Nullable Object[] items;
  private int size;
  private int version;

  private ClrList(String element, int capacity) {
    this.element = element;
    this.items = capacity == 0 ? NOTHING : new Object[capacity];
  }

  /** An empty list of elements of the type of this full name. */
  public static ClrList create(String element) {
    return new ClrList(element, 0);
  }

  public static ClrList create(int capacity, String element) {
    Indexes.checkNotNegative(capacity, "capacity");
    return new ClrList(element, Arrays.checkedSize(capacity));
  }

  public static ClrList create(@Nullable Object collection, String element) {
    if (collection == null) {
      throw Failures.argumentNull("collection");
    }
    ClrList list = new ClrList(element, 0);
    list.addAll(collection);
    return list;
  }

  /** The name of the type of its elements. */
  public String element() {
    return element;
  }

  @Override
  public String typeName() {
    return "System.Collections.Generic.List<" + element + ">";
  }

  @Override
  public int count() {
    return size;
  }

  public int capacity() {
    return items.length;
  }

  public void setCapacity(int value) {
    if (value < size) {
      throw Failures.outOfRange("capacity was less than the current size.", "value");
    }
    resize(Arrays.checkedSize(value));
  }

  public int ensureCapacity(int capacity) {
    Indexes.checkNotNegative(capacity, "capacity");
    if (items.length < capacity) {
      resize(Arrays.checkedSize(Math.max(capacity, grown())));
    }
    return items.length;
  }

  public void trimExcess() {
    if (size < items.length * 9L / 10) {
      resize(size);
    }
  }

  @Override
  public @Nullable Object item(int index) {
    checkIndex(index);
    return items[index];
  }

  @Override
  public void setItem(int index, @Nullable Object value) {
    checkIndex(index);
    items[index] = value;
    version++;
  }

  @Override
  public void add(@Nullable Object item) {
    version++;
    if (size == items.length) {
      makeRoom();
    }
    items[size++] = item;
  }

  public void addRange(@Nullable Object collection) {
    if (collection == null) {
      throw Failures.argumentNull("collection");
    }
    addAll(collection == this ? ArrayItems.of("System.Object", items, size) : collection);
  }

  private void addAll(Object collection) {
    Iterator<?> added = Sequences.iterator(collection);
    int before = size;
    while (added.hasNext()) {
      add(added.next());
    }
    Fence.steps(size - before);
  }

  @Override
  public void insert(int index, @Nullable Object item) {
    if (index < 0 || index > size) {
      throw Failures.outOfRange("Index must be within the bounds of the List.", "index");
    }
    if (size == items.length) {
      makeRoom();
    }
    Fence.steps((size - index) >> 6);
    System.arraycopy(items, index, items, index + 1, size - index);
    items[index] = item;
    size++;
    version++;
  }

  public void insertRange(int index, @Nullable Object collection) {
    if (collection == null) {
      throw Failures.argumentNull("collection");
    }
    if (index < 0 || index > size) {
      throw Indexes.outOfRange();
    }
    ClrList added = create(collection, element);
    if (added.size == 0) {
      return;
    }
    resize(Math.max(items.length, Arrays.checkedSize(size + added.size)));
    System.arraycopy(items, index, items, index + added.size, size - index);
    System.arraycopy(added.items, 0, items, index, added.size);
    size += added.size;
    version++;
  }

  @Override
  public boolean remove(@Nullable Object item) {
    int index = indexOf(item);
    if (index >= 0) {
      removeAt(index);
    }
    return index >= 0;
  }

  @Override
  public void removeAt(int index) {
    checkIndex(index);
    removeRange(index, 1);
  }

  public void removeRange(int index, int count) {
    Indexes.checkPart(index, count, size);
    if (count == 0) {
      return;
    }
    Fence.steps((size - index) >> 6);
    System.arraycopy(items, index + count, items, index, size - index - count);
    java.util.Arrays.fill(items, size - count, size, null);
    size -= count;
    version++;
  }

  public int removeAll(@Nullable Delegate match) {
    Delegate known = ListSearch.checked(match);
    int kept = 0;
    int seen = 0;
    int all = size;
    Fence.steps(all);
    while (seen < all) {
      Object item = items[seen++];
      if (!ListSearch.test(known, item)) {
        items[kept++] = item;
      }
    }
    if (kept < all) {
      java.util.Arrays.fill(items, kept, all, null);
      size = kept;
      version++;
    }
    return all - kept;
  }

  @Override
  public void clear() {
    java.util.Arrays.fill(items, 0, size, null);
    size = 0;
    version++;
  }

  @Override
  public boolean contains(@Nullable Object item) {
    return indexOf(item) >= 0;
  }

  @Override
  public int indexOf(@Nullable Object item) {
    return ListSearch.indexOf(items, 0, size, item);
  }

  public int indexOf(@Nullable Object item, int index) {
    if (index > size) {
      throw Indexes.outOfRange();
    }
    return indexOf(item, index, size - index);
  }

  public int indexOf(@Nullable Object item, int index, int count) {
    if (index < 0 || index > size) {
      throw Indexes.outOfRange();
    }
    if (count < 0 || index > size - count) {
      throw Failures.outOfRange(
          "Count must be positive and count must refer to a location within the"
              + " string/array/collection.",
          "count");
    }
    return ListSearch.indexOf(items, index, index + count, item);
  }

  public int lastIndexOf(@Nullable Object item) {
    return ListSearch.lastIndexOf(items, 0, size, item);
  }

  public int lastIndexOf(@Nullable Object item, int index) {
    if (index >= size) {
      throw Indexes.outOfRange();
    }
    return lastIndexOf(item, index, index + 1);
  }

  public int lastIndexOf(@Nullable Object item, int index, int count) {
    if (size == 0) {
      return -1;
    }
    if (index < 0 || index >= size) {
      throw Indexes.outOfRange();
    }
    if (count < 0 || count > index + 1) {
      throw Failures.outOfRange("Larger than collection size.", "count");
    }
    return ListSearch.lastIndexOf(items, index - count + 1, index + 1, item);
  }

  public int findIndex(@Nullable Delegate match) {
    return ListSearch.findIndex(items, 0, size, match);
  }

  public int findIndex(int startIndex, @Nullable Delegate match) {
    return findIndex(startIndex, size - startIndex, match);
  }

  public int findIndex(int startIndex, int count, @Nullable Delegate match) {
    if (startIndex < 0 || startIndex > size) {
      throw Failures.outOfRange(
          "Index was out of range. Must be non-negative and less than or equal to the size of the"
              + " collection.",
          "startIndex");
    }
    if (count < 0 || startIndex > size - count) {
      throw Failures.outOfRange(
          "Count must be positive and count must refer to a location within the"
              + " string/array/collection.",
          "count");
    }
    return ListSearch.findIndex(items, startIndex, startIndex + count, match);
  }

  public int findLastIndex(@Nullable Delegate match) {
    return ListSearch.findLastIndex(items, 0, size, match);
  }

  public @Nullable Object find(@Nullable Delegate match) {
    int index = findIndex(match);
    return index < 0 ? Defaults.boxed(element) : items[index];
  }

  public @Nullable Object findLast(@Nullable Delegate match) {
    int index = findLastIndex(match);
    return index < 0 ? Defaults.boxed(element) : items[index];
  }

  public boolean exists(@Nullable Delegate match) {
    return findIndex(match) >= 0;
  }

  public boolean trueForAll(@Nullable Delegate match) {
    return ListSearch.findExcept(items, size, match) < 0;
  }

  public ClrList findAll(@Nullable Delegate match) {
    Delegate known = ListSearch.checked(match);
    ClrList found = create(element);
    Fence.steps(size);
    for (int i = 0; i < size; i++) {
      if (ListSearch.test(known, items[i])) {
        found.add(items[i]);
      }
    }
    return found;
  }

  public ClrList convertAll(@Nullable Delegate converter, String output) {
    if (converter == null) {
      throw Failures.argumentNull("converter");
    }
    ClrList converted = new ClrList(output, size);
    Fence.steps(size);
    for (int i = 0; i < size; i++) {
      converted.add(converter.invoke(items[i]));
    }
    return converted;
  }

  public void forEach(@Nullable Delegate action) {
    if (action == null) {
      throw Failures.argumentNull("action");
    }
    int known = version;
    Fence.steps(size);
    for (int i = 0; i < size && version == known; i++) {
      action.invoke(items[i]);
    }
    if (version != known) {
      throw Indexes.modified();
    }
  }

  public ClrList getRange(int index, int count) {
    Indexes.checkPart(index, count, size);
    ClrList part = new ClrList(element, count);
    System.arraycopy(items, index, part.items, 0, count);
    part.size = count;
    return part;
  }

  public void reverse() {
    reverse(0, size);
  }

  public void reverse(int index, int count) {
    Indexes.checkPart(index, count, size);
    for (int low = index, high = index + count - 1; low < high; low++, high--) {
      Object item = items[low];
      items[low] = items[high];
      items[high] = item;
    }
    version++;
  }

  public void sort() {
    sort(0, size, null);
  }

  public void sort(@Nullable ItemOrder comparer) {
    sort(0, size, comparer);
  }

  public void sort(@Nullable Delegate comparison) {
    if (comparison == null) {
      throw Failures.argumentNull("comparison");
    }
    IntroSort.sort(items, 0, size, ItemOrder.of(comparison));
    version++;
  }

  public void sort(int index, int count, @Nullable ItemOrder comparer) {
    Indexes.checkPart(index, count, size);
    IntroSort.sort(items, index, count, ItemOrder.orDefault(comparer));
    version++;
  }

  public int binarySearch(@Nullable Object item) {
    return binarySearch(0, size, item, null);
  }

  public int binarySearch(@Nullable Object item, @Nullable ItemOrder comparer) {
    return binarySearch(0, size, item, comparer);
  }

  public int binarySearch(
      int index, int count, @Nullable Object item, @Nullable ItemOrder comparer) {
    Indexes.checkPart(index, count, size);
    return ListSearch.binary(items, index, count, item, ItemOrder.orDefault(comparer));
  }

  /** A T[]. */
  public Object toArray() {
    return ArrayItems.of(element, items, size);
  }

  /** {@code AsReadOnly()}: a view. */
  public ReadOnlyList asReadOnly() {
    return new ReadOnlyList(this, element);
  }

  public void copyTo(@Nullable Object array) {
    copyTo(array, 0);
  }

  public void copyTo(int index, @Nullable Object array, int arrayIndex, int count) {
    if (size - index < count) {
      throw Failures.argument(
          "Offset and length were out of bounds for the array or count is greater than the number"
              + " of elements from index to the end of the source collection.",
          null);
    }
    getRange(index, count).copyTo(array, arrayIndex);
  }

  @Override
  public Iterator<@Nullable Object> iterator() {
    return new Iterator<>() {
      private final int known = version;
      private int next;

      @Override
      public boolean hasNext() {
        if (known != version) {
          throw Indexes.modified();
        }
        return next < size;
      }

      @Override
      public @Nullable Object next() {
        return items[next++];
      }
    };
  }

  private void checkIndex(int index) {
    if (index < 0 || index >= size) {
      throw Indexes.outOfRange();
    }
  }

  private void makeRoom() {
    resize(Arrays.checkedSize(Math.max(size + 1, Math.min(grown(), 1 << 22))));
  }

  private int grown() {
    return items.length == 0 ? 4 : 2 * items.length;
  }

  private void resize(int capacity) {
    if (capacity != items.length) {
      items = java.util.Arrays.copyOf(items, capacity);
    }
  }
}
