package dev.fanout.expressions.runtime.linq;

import dev.fanout.expressions.runtime.Delegate;
import dev.fanout.expressions.runtime.Failures;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** One item of a sequence. The default of its type is handed over by the caller. */
public final class Elements {
  private Elements() {}

  public static @Nullable Object first(@Nullable Object source) {
    Iterator<?> items = Arguments.read(source);
    if (!items.hasNext()) {
      throw Arguments.noElements();
    }
    return items.next();
  }

  public static @Nullable Object first(@Nullable Object source, @Nullable Delegate predicate) {
    Iterator<?> items = matching(source, predicate);
    if (!items.hasNext()) {
      throw Arguments.noMatch();
    }
    return items.next();
  }

  public static @Nullable Object firstOrDefault(
      @Nullable Object source, @Nullable Object defaultValue) {
    Iterator<?> items = Arguments.read(source);
    return items.hasNext() ? items.next() : defaultValue;
  }

  public static @Nullable Object firstOrDefault(
      @Nullable Object source, @Nullable Delegate predicate, @Nullable Object defaultValue) {
    Iterator<?> items = matching(source, predicate);
    return items.hasNext() ? items.next() : defaultValue;
  }

  public static @Nullable Object last(@Nullable Object source) {
    Object known = Arguments.source(source);
    if (Places.isIndexed(known) && Places.count(known) > 0) {
      return Places.at(known, Places.count(known) - 1);
    }
    Iterator<?> items = Arguments.read(source);
    if (!items.hasNext()) {
      throw Arguments.noElements();
    }
    return lastOf(items, null);
  }

  public static @Nullable Object last(@Nullable Object source, @Nullable Delegate predicate) {
    Iterator<?> items = matching(source, predicate);
    if (!items.hasNext()) {
      throw Arguments.noMatch();
    }
    return lastOf(items, null);
  }

  public static @Nullable Object lastOrDefault(
      @Nullable Object source, @Nullable Object defaultValue) {
    Object known = Arguments.source(source);
    if (Places.isIndexed(known) && Places.count(known) > 0) {
      return Places.at(known, Places.count(known) - 1);
    }
    return lastOf(Arguments.read(source), defaultValue);
  }

  public static @Nullable Object lastOrDefault(
      @Nullable Object source, @Nullable Delegate predicate, @Nullable Object defaultValue) {
    return lastOf(matching(source, predicate), defaultValue);
  }

  public static @Nullable Object single(@Nullable Object source) {
    Iterator<?> items = Arguments.read(source);
    if (!items.hasNext()) {
      throw Arguments.noElements();
    }
    return only(items, "element");
  }

  public static @Nullable Object single(@Nullable Object source, @Nullable Delegate predicate) {
    Iterator<?> items = matching(source, predicate);
    if (!items.hasNext()) {
      throw Arguments.noMatch();
    }
    return only(items, "matching element");
  }

  public static @Nullable Object singleOrDefault(
      @Nullable Object source, @Nullable Object defaultValue) {
    Iterator<?> items = Arguments.read(source);
    return items.hasNext() ? only(items, "element") : defaultValue;
  }

  public static @Nullable Object singleOrDefault(
      @Nullable Object source, @Nullable Delegate predicate, @Nullable Object defaultValue) {
    Iterator<?> items = matching(source, predicate);
    return items.hasNext() ? only(items, "matching element") : defaultValue;
  }

  public static @Nullable Object elementAt(@Nullable Object source, int index) {
    Object[] found = at(source, index);
    if (found == null) {
      throw Failures.outOfRange(
          "Index was out of range. Must be non-negative and less than the size of the collection.",
          "index");
    }
    return found[0];
  }

  public static @Nullable Object elementAtOrDefault(
      @Nullable Object source, int index, @Nullable Object defaultValue) {
    Object[] found = at(source, index);
    return found == null ? defaultValue : found[0];
  }

  /** The item in an array of its own, since it may be null. */
  private static Object @Nullable [] at(@Nullable Object source, int index) {
    Object known = Arguments.source(source);
    if (Places.isIndexed(known)) {
      return index < 0 || index >= Places.count(known)
          ? null
          : new Object[] {Places.at(known, index)};
    }
    if (index < 0) {
      return null;
    }
    Iterator<?> items = Arguments.read(known);
    for (int i = 0; items.hasNext(); i++) {
      Object item = items.next();
      if (i == index) {
        return new Object[] {item};
      }
    }
    return null;
  }

  private static Iterator<?> matching(@Nullable Object source, @Nullable Delegate predicate) {
    Iterator<?> items = Arguments.read(source);
    Delegate test = Arguments.known(predicate, "predicate");
    return new Pull() {
      @Override
      protected boolean advance() {
        while (items.hasNext()) {
          Object item = items.next();
          if (Arguments.test(test, item)) {
            return give(item);
          }
        }
        return false;
      }
    };
  }

  private static @Nullable Object lastOf(Iterator<?> items, @Nullable Object otherwise) {
    Object last = otherwise;
    while (items.hasNext()) {
      last = items.next();
    }
    return last;
  }

  private static @Nullable Object only(Iterator<?> items, String what) {
    Object item = items.next();
    if (items.hasNext()) {
      throw Failures.invalidOperation("Sequence contains more than one " + what);
    }
    return item;
  }
}
