package dev.fanout.expressions.runtime.linq;

import dev.fanout.expressions.runtime.ClrTyped;
import dev.fanout.expressions.runtime.collections.ClrList;
import dev.fanout.expressions.runtime.collections.ReadOnlyItems;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** {@code IGrouping<TKey, TElement>}: the items of one key, in their order. */
public final class Grouping implements ReadOnlyItems, ClrTyped {
  private final @Nullable Object key;
  private final ClrList items;
  private final String keyType;

  Grouping(@Nullable Object key, String keyType, String element) {
    this.key = key;
    this.keyType = keyType;
    this.items = ClrList.create(element);
  }

  public @Nullable Object key() {
    return key;
  }

  void put(@Nullable Object item) {
    items.add(item);
  }

  @Override
  public String typeName() {
    return "System.Linq.IGrouping<" + keyType + "," + items.element() + ">";
  }

  @Override
  public String shownTypeName() {
    return "System.Collections.Generic.IEnumerable<" + items.element() + ">";
  }

  @Override
  public int count() {
    return items.count();
  }

  @Override
  public boolean contains(@Nullable Object item) {
    return items.contains(item);
  }

  @Override
  public @Nullable Object item(int index) {
    return items.item(index);
  }

  @Override
  public int indexOf(@Nullable Object item) {
    return items.indexOf(item);
  }

  @Override
  public Iterator<@Nullable Object> iterator() {
    return items.iterator();
  }
}
