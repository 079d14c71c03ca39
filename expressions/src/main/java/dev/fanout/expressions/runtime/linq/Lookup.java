package dev.fanout.expressions.runtime.linq;

import dev.fanout.expressions.runtime.ArrayItems;
import dev.fanout.expressions.runtime.ClrTyped;
import dev.fanout.expressions.runtime.Delegate;
import dev.fanout.expressions.runtime.collections.ItemEquality;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code ILookup<TKey, TElement>}: groups by key, in the order in which the keys came. */
public final class Lookup implements Iterable<@Nullable Object>, ClrTyped {
  private final Map<Key, Grouping> groups = new LinkedHashMap<>();
  private final ItemEquality equality;
  private final String keyType;
  private final String element;

  /** A key, told apart by the lookup's comparer; may be null. */
  private record Key(@Nullable Object value, ItemEquality equality) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key that && equality.equals(value, that.value);
    }

    @Override
    public int hashCode() {
      return value == null ? 0 : equality.getHashCode(value);
    }
  }

  Lookup(@Nullable ItemEquality comparer, String keyType, String element) {
    this.equality = ItemEquality.orDefault(comparer);
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
    return groups.computeIfAbsent(
        new Key(key, equality), wanted -> new Grouping(key, keyType, element));
  }

  /** Null without such a key. */
  @Nullable Grouping groupOrNull(@Nullable Object key) {
    return groups.get(new Key(key, equality));
  }

  public int count() {
    return groups.size();
  }

  public boolean contains(@Nullable Object key) {
    return groups.containsKey(new Key(key, equality));
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
    Iterator<Grouping> all = groups.values().iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return all.hasNext();
      }

      @Override
      public @Nullable Object next() {
        return all.next();
      }
    };
  }
}
