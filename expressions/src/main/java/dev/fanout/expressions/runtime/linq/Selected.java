package dev.fanout.expressions.runtime.linq;

import dev.fanout.expressions.runtime.ClrTyped;
import dev.fanout.expressions.runtime.Delegate;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * {@code Select}: over a list or an array the places of its items are known, so that {@code
 * ElementAt} and {@code Last} compute one item, as .NET's do.
 */
final class Selected implements Iterable<@Nullable Object>, ClrTyped {
  private final Object source;
  private final Delegate map;
  private final String element;

  Selected(Object source, Delegate map, String element) {
    this.source = source;
    this.map = map;
    this.element = element;
  }

  @Override
  public String typeName() {
    return "System.Collections.Generic.IEnumerable<" + element + ">";
  }

  /** The number of items, without computing one; -1 when it is not known. */
  int knownCount() {
    return Places.isIndexed(source) ? Places.count(source) : -1;
  }

  /** Of a source with places. */
  @Nullable Object at(int index) {
    return map.invoke(Places.at(source, index));
  }

  @Override
  public Iterator<@Nullable Object> iterator() {
    return Projections.mapped(source, element, map::invoke).iterator();
  }
}
