package dev.fanout.expressions.runtime.linq;

import dev.fanout.expressions.runtime.Delegate;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The numbers that are summed: items, or what a selector makes of them; without the nulls. */
final class Numbers {
  private Numbers() {}

  static Iterator<Object> of(@Nullable Object source) {
    return notNull(Arguments.read(source), null);
  }

  static Iterator<Object> of(@Nullable Object source, @Nullable Delegate selector) {
    Iterator<?> items = Arguments.read(source);
    return notNull(items, Arguments.known(selector, "selector"));
  }

  private static Iterator<Object> notNull(Iterator<?> items, @Nullable Delegate selector) {
    return new Iterator<>() {
      private @Nullable Object next;

      @Override
      public boolean hasNext() {
        while (next == null && items.hasNext()) {
          Object item = items.next();
          next = selector == null ? item : selector.invoke(item);
        }
        return next != null;
      }

      @Override
      public Object next() {
        if (!hasNext() || next == null) {
          throw new java.util.NoSuchElementException();
        }
        Object number = next;
        next = null;
        return number;
      }
    };
  }
}
