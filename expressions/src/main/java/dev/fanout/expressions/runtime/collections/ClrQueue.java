package dev.fanout.expressions.runtime.collections;

import dev.fanout.expressions.runtime.ArrayItems;
import dev.fanout.expressions.runtime.Arrays;
import dev.fanout.expressions.runtime.ClrTyped;
import dev.fanout.expressions.runtime.Defaults;
import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.Objects;
import dev.fanout.expressions.runtime.Ref;
import dev.fanout.expressions.runtime.Sequences;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** {@code Queue<T>}: first in, first out. */
public final class ClrQueue implements ClrCollection, ClrTyped {
  private final String element;
  private @Nullable Object[] items = new Object[4];
  private int head;
  private int size;
  private int version;

  private ClrQueue(String element) {
    this.element = element;
  }

  public static ClrQueue create(String element) {
    return new ClrQueue(element);
  }

  public static ClrQueue create(int capacity, String element) {
    Indexes.checkNotNegative(capacity, "capacity");
    Arrays.checkedSize(capacity);
    return new ClrQueue(element);
  }

  public static ClrQueue create(@Nullable Object collection, String element) {
    if (collection == null) {
      throw Failures.argumentNull("collection");
    }
    ClrQueue queue = new ClrQueue(element);
    Sequences.iterator(collection).forEachRemaining(queue::enqueue);
    return queue;
  }

  @Override
  public String typeName() {
    return "System.Collections.Generic.Queue<" + element + ">";
  }

  @Override
  public int count() {
    return size;
  }

  public void enqueue(@Nullable Object item) {
    if (size == items.length) {
      @Nullable Object[] larger = new Object[Arrays.checkedSize(2 * size)];
      for (int i = 0; i < size; i++) {
        larger[i] = at(i);
      }
      items = larger;
      head = 0;
    }
    items[(head + size) % items.length] = item;
    size++;
    version++;
  }

  public @Nullable Object dequeue() {
    Object first = peek();
    items[head] = null;
    head = (head + 1) % items.length;
    size--;
    version++;
    return first;
  }

  public @Nullable Object peek() {
    if (size == 0) {
      throw Failures.invalidOperation("Queue empty.");
    }
    return items[head];
  }

  public boolean tryDequeue(Ref result) {
    boolean found = tryPeek(result);
    if (found) {
      dequeue();
    }
    return found;
  }

  public boolean tryPeek(Ref result) {
    result.value = size == 0 ? Defaults.boxed(element) : peek();
    return size > 0;
  }

  @Override
  public void clear() {
    java.util.Arrays.fill(items, null);
    head = 0;
    size = 0;
    version++;
  }

  @Override
  public boolean contains(@Nullable Object item) {
    for (int i = 0; i < size; i++) {
      if (Objects.equalsStatic(at(i), item)) {
        return true;
      }
    }
    return false;
  }

  public Object toArray() {
    Object array = ArrayItems.create(element, size);
    for (int i = 0; i < size; i++) {
      ArrayItems.set(array, i, at(i));
    }
    return array;
  }

  public int ensureCapacity(int capacity) {
    Indexes.checkNotNegative(capacity, "capacity");
    return Math.max(items.length, Arrays.checkedSize(capacity));
  }

  /** Room is not kept back anyway. */
  public void trimExcess() {
    version++;
  }

  @Override
  public void add(@Nullable Object item) {
    enqueue(item);
  }

  @Override
  public boolean remove(@Nullable Object item) {
    throw Failures.notSupported("A queue gives its items in order.");
  }

  private @Nullable Object at(int index) {
    return items[(head + index) % items.length];
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
        return at(next++);
      }
    };
  }
}
