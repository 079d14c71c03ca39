package dev.fanout.expressions.runtime.linq;

import dev.fanout.expressions.runtime.ArrayItems;
import dev.fanout.expressions.runtime.ClrTyped;
import dev.fanout.expressions.runtime.Delegate;
import dev.fanout.expressions.runtime.collections.ItemEquality;
import dev.fanout.expressions.runtime.collections.SlotTable;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** {@code ILookup<TKey, TElement>}: groups by key, in the order in which the keys came. */
public final class Lookup implements Iterable<@Nullable Object>, ClrTyped {
  private final SlotTable groups;
  private final String keyType;
  private final String element;

  Lookup(@Nullable ItemEquality comparer, String keyType, String element) {
    this.groups = new SlotTable(comparer);
    this.keyType = keyType;
    this.element = element;
  }

  /** Reads the source. No element selector: the items themselves. */
  static Lookup of(
      Object source,
      Delegate keySelector,
      @Nullable Delegate elementSelector,
      @Nullable ItemEquality comparer,
      String keyType,
      String element) {
    Lookup lookup = new Lookup(comparer, keyType, element);
    Iterator<?> items = Arguments.read(source);
    while (items.hasNext()) {
      Object item = items.next();
      Object key = keySelector.invoke(item);
      lookup.group(key).put(elementSelector == null ? item : elementSelector.invoke(item));
    }
    return lookup;
  }

  Grouping group(@Nullable Object key) {
    Grouping known = groupOrNull(key);
    if (known != null) {
      return known;
    }
    Grouping group = new Grouping(key, keyType, element);
    groups.add(key, group);
    return group;
  }

  /** Null without such a key. */
  @Nullable Grouping groupOrNull(@Nullable Object key) {
    int slot = groups.find(key);
    return slot < 0 ? null : (Grouping) groups.value(slot);
  }

  public int count() {
    return groups.count();
  }

  public boolean contains(@Nullable Object key) {
    return groups.find(key) >= 0;
  }

  /** Nothing for a key that is not there. */
  public Object item(@Nullable Object key) {
    Grouping group = groupOrNull(key);
    return group == null ? ArrayItems.create(element, 0) : group;
  }

  @Override
  public String typeName() {
    return "System.Linq.Lookup<" + keyType + "," + element + ">";
  }

  @Override
  public Iterator<@Nullable Object> iterator() {
    return groups.iterator(groups::value);
  }
}
