package dev.fanout.expressions.runtime.collections;

import dev.fanout.expressions.runtime.ClrTyped;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** {@code ReadOnlyCollection<T>}: a view of a list. */
public final class ReadOnlyList implements ReadOnlyItems, ClrTyped {
  private final ClrListLike list;
  private final String element;

  ReadOnlyList(ClrListLike list, String element) {
    this.list = list;
    this.element = element;
  }

  @Override
  public String typeName() {
    return "System.Collections.ObjectModel.ReadOnlyCollection<" + element + ">";
  }

  @Override
  public int count() {
    return list.count();
  }

  @Override
  public boolean contains(@Nullable Object item) {
    return list.contains(item);
  }

  @Override
  public @Nullable Object item(int index) {
    return list.item(index);
  }

  @Override
  public int indexOf(@Nullable Object item) {
    return list.indexOf(item);
  }

  @Override
  public Iterator<@Nullable Object> iterator() {
    return list.iterator();
  }
}
