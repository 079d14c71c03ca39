package dev.fanout.expressions.runtime.linq;

import dev.fanout.expressions.runtime.ClrTyped;
import java.util.Iterator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A sequence whose items are found when they are asked for, anew for each reader. */
public final class Lazy implements Iterable<@Nullable Object>, ClrTyped {
  private final String element;
  private final Supplier<? extends Iterator<@Nullable Object>> items;

  /**
   * A sequence of items of the type of this full name.
   *
   * @param items called for each reader, when it starts
   */
  public Lazy(String element, Supplier<? extends Iterator<@Nullable Object>> items) {
    this.element = element;
    this.items = items;
  }

  @Override
  public String typeName() {
    return "System.Collections.Generic.IEnumerable<" + element + ">";
  }

  @Override
  public Iterator<@Nullable Object> iterator() {
    return items.get();
  }
}
