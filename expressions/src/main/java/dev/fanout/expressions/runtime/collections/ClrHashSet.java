package dev.fanout.expressions.runtime.collections;

import dev.fanout.expressions.runtime.Arrays;
import dev.fanout.expressions.runtime.ClrTyped;
import dev.fanout.expressions.runtime.Defaults;
import dev.fanout.expressions.runtime.Delegate;
import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.Fence;
import dev.fanout.expressions.runtime.Ref;
import dev.fanout.expressions.runtime.Sequences;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** {@code HashSet<T>}; null may be an item. */
public final class ClrHashSet implements ClrSet, ClrTyped {
  private final SlotTable table;
  private final String element;

  private ClrHashSet(@Nullable ItemEquality comparer, String element) {
    this.table = new SlotTable(comparer);
    this.element = element;
  }

  public static ClrHashSet create(String element) {
    return new ClrHashSet(null, element);
  }

  public static ClrHashSet create(@Nullable ItemEquality comparer, String element) {
    return new ClrHashSet(comparer, element);
  }

  public static ClrHashSet create(int capacity, String element) {
    return create(capacity, null, element);
  }

  public static ClrHashSet create(int capacity, @Nullable ItemEquality comparer, String element) {
    Indexes.checkNotNegative(capacity, "capacity");
    Arrays.checkedSize(capacity);
    return new ClrHashSet(comparer, element);
  }

  public static ClrHashSet create(@Nullable Object collection, String element) {
    return create(collection, null, element);
  }

  public static ClrHashSet create(
      @Nullable Object collection, @Nullable ItemEquality comparer, String element) {
    if (collection == null) {
      throw Failures.argumentNull("collection");
    }
    ClrHashSet set = new ClrHashSet(comparer, element);
    set.unionWith(collection);
    return set;
  }

  @Override
  public String typeName() {
    return "System.Collections.Generic.HashSet<" + element + ">";
  }

  @Override
  public int count() {
    return table.count();
  }

  public ItemEquality comparer() {
    return table.equality();
  }

  @Override
  public boolean contains(@Nullable Object item) {
    return table.find(item) >= 0;
  }

  @Override
  public boolean addNew(@Nullable Object item) {
    boolean isNew = table.find(item) < 0;
    if (isNew) {
      table.add(item, null);
    }
    return isNew;
  }

  @Override
  public void add(@Nullable Object item) {
    addNew(item);
  }

  @Override
  public boolean remove(@Nullable Object item) {
    return table.remove(item);
  }

  public int removeWhere(@Nullable Delegate match) {
    Delegate known = ListSearch.checked(match);
    ClrList removed = ClrList.create(element);
    Fence.steps(count());
    for (Object item : this) {
      if (ListSearch.test(known, item)) {
        removed.add(item);
      }
    }
    removed.forEach(table::remove);
    return removed.count();
  }

  @Override
  public void clear() {
    table.clear();
  }

  public boolean tryGetValue(@Nullable Object equalValue, Ref actualValue) {
    int slot = table.find(equalValue);
    actualValue.value = slot < 0 ? Defaults.boxed(element) : table.key(slot);
    return slot >= 0;
  }

  public int ensureCapacity(int capacity) {
    Indexes.checkNotNegative(capacity, "capacity");
    table.ensureCapacity(Arrays.checkedSize(capacity));
    return table.capacity();
  }

  public void trimExcess() {
    table.compact();
  }

  @Override
  public void unionWith(@Nullable Object other) {
    Iterator<?> items = iteratorOf(other);
    int added = 0;
    while (items.hasNext()) {
      add(items.next());
      if ((++added & 63) == 0) {
        Fence.steps(64);
      }
    }
  }

  @Override
  public void intersectWith(@Nullable Object other) {
    if (other == this) {
      return;
    }
    ClrHashSet kept = setOf(other);
    keep(kept);
  }

  @Override
  public void exceptWith(@Nullable Object other) {
    if (other == this) {
      clear();
      return;
    }
    Iterator<?> items = iteratorOf(other);
    while (items.hasNext()) {
      remove(items.next());
    }
  }

  @Override
  public void symmetricExceptWith(@Nullable Object other) {
    if (other == this) {
      clear();
      return;
    }
    ClrHashSet others = setOf(other);
    for (Object item : others) {
      if (!remove(item)) {
        add(item);
      }
    }
  }

  @Override
  public boolean isSubsetOf(@Nullable Object other) {
    return setOf(other).containsAll(this);
  }

  @Override
  public boolean isSupersetOf(@Nullable Object other) {
    return containsAll(setOf(other));
  }

  @Override
  public boolean isProperSubsetOf(@Nullable Object other) {
    ClrHashSet others = setOf(other);
    return count() < others.count() && others.containsAll(this);
  }

  @Override
  public boolean isProperSupersetOf(@Nullable Object other) {
    ClrHashSet others = setOf(other);
    return count() > others.count() && containsAll(others);
  }

  @Override
  public boolean setEquals(@Nullable Object other) {
    ClrHashSet others = setOf(other);
    return count() == others.count() && containsAll(others);
  }

  @Override
  public boolean overlaps(@Nullable Object other) {
    Iterator<?> items = iteratorOf(other);
    while (items.hasNext()) {
      if (contains(items.next())) {
        return true;
      }
    }
    return false;
  }

  public void copyTo(@Nullable Object array) {
    copyTo(array, 0);
  }

  @Override
  public Iterator<@Nullable Object> iterator() {
    return table.iterator(table::key);
  }

  private boolean containsAll(ClrHashSet others) {
    Fence.steps(others.count());
    for (Object item : others) {
      if (!contains(item)) {
        return false;
      }
    }
    return true;
  }

  private void keep(ClrHashSet others) {
    Fence.steps(count());
    ClrList removed = ClrList.create(element);
    for (Object item : this) {
      if (!others.contains(item)) {
        removed.add(item);
      }
    }
    removed.forEach(table::remove);
  }

  /** The other's items, told apart as this set does. */
  private ClrHashSet setOf(@Nullable Object other) {
    if (other instanceof ClrHashSet set && set.table.equality() == table.equality()) {
      return set;
    }
    ClrHashSet set = new ClrHashSet(table.equality(), element);
    set.unionWith(other);
    return set;
  }

  private static Iterator<?> iteratorOf(@Nullable Object other) {
    if (other == null) {
      throw Failures.argumentNull("other");
    }
    return Sequences.iterator(other);
  }
}
