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

/** {@code Stack<T>}: last in, first out; enumerated from the top. */
public final class ClrStack implements ClrCollection, ClrTyped {
  private final String element;
  private @Nullable Object[] items = new Object[4];
  private int size;
  private int version;

  private ClrStack(String element) {
    this.element = element;
  }

  public static ClrStack create(String element) {
    return new ClrStack(element);
  }

  public static ClrStack create(int capacity, String element) {
    Indexes.checkNotNegative(capacity, "capacity");
    Arrays.checkedSize(capacity);
    return new ClrStack(element);
  }

  public static ClrStack create(@Nullable Object collection, String element) {
    if (collection == null) {
      throw Failures.argumentNull("collection");
    }
    ClrStack stack = new ClrStack(element);
    Sequences.iterator(collection).forEachRemaining(stack::push);
    return stack;
  }

  @Override
  public String typeName() {
    return "System.Collections.Generic.Stack<" + element + ">";
  }

  @Override
  public int count() {
    return size;
  }

  public void push(@Nullable Object item) {
    if (size == items.length) {
      items = java.util.Arrays.copyOf(items, Arrays.checkedSize(2 * size));
    }
    items[size++] = item;
    version++;
  }

  public @Nullable Object pop() {
    Object top = peek();
    items[--size] = null;
    version++;
    return top;
  }

  public @Nullable Object peek() {
    if (size == 0) {
      throw Failures.invalidOperation("Stack empty.");
    }
    return items[size - 1];
  }

  public boolean tryPop(Ref result) {
    boolean found = tryPeek(result);
    if (found) {
      pop();
    }
    return found;
  }

  public boolean tryPeek(Ref result) {
    result.value = size == 0 ? Defaults.boxed(element) : peek();
    return size > 0;
  }

  @Override
  public void clear() {
    java.util.Arrays.fill(items, 0, size, null);
    size = 0;
    version++;
  }

  @Override
  public boolean contains(@Nullable Object item) {
    for (int i = 0; i < size; i++) {
      if (Objects.equalsStatic(items[i], item)) {
        return true;
      }
    }
    return false;
  }

  /** From the top. */
  public Object toArray() {
    Object array = ArrayItems.create(element, size);
    for (int i = 0; i < size; i++) {
      ArrayItems.set(array, i, items[size - 1 - i]);
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
    push(item);
  }

  @Override
  public boolean remove(@Nullable Object item) {
    throw Failures.notSupported("A stack gives its items in order.");
  }

  @Override
  public Iterator<@Nullable Object> iterator() {
    return new Iterator<>() {
      private final int known = version;
      private int next = size - 1;

      @Override
      public boolean hasNext() {
        if (known != version) {
          throw Indexes.modified();
        }
        return next >= 0;
      }

      @Override
      public @Nullable Object next() {
        return items[next--];
      }
    };
  }
}
