package dev.fanout.expressions.runtime.linq;

import dev.fanout.expressions.runtime.Delegate;
import dev.fanout.expressions.runtime.ReadOnlyDictionary;
import dev.fanout.expressions.runtime.Ref;
import dev.fanout.expressions.runtime.TypeFacts;
import dev.fanout.expressions.runtime.collections.ClrCollection;
import dev.fanout.expressions.runtime.collections.ItemEquality;
import dev.fanout.expressions.runtime.collections.ItemOrder;
import dev.fanout.expressions.runtime.collections.ListInterfaces;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** One value from all items: {@code Aggregate}, {@code Count}, {@code Any}, {@code Max} … */
public final class Aggregates {
  private Aggregates() {}

  public static @Nullable Object aggregate(@Nullable Object source, @Nullable Delegate func) {
    Iterator<?> items = Arguments.read(source);
    Delegate combine = Arguments.known(func, "func");
    if (!items.hasNext()) {
      throw Arguments.noElements();
    }
    return fold(items, items.next(), combine);
  }

  public static @Nullable Object aggregate(
      @Nullable Object source, @Nullable Object seed, @Nullable Delegate func) {
    Iterator<?> items = Arguments.read(source);
    return fold(items, seed, Arguments.known(func, "func"));
  }

  public static @Nullable Object aggregate(
      @Nullable Object source,
      @Nullable Object seed,
      @Nullable Delegate func,
      @Nullable Delegate resultSelector) {
    Iterator<?> items = Arguments.read(source);
    Delegate combine = Arguments.known(func, "func");
    Delegate finish = Arguments.known(resultSelector, "resultSelector");
    return finish.invoke(fold(items, seed, combine));
  }

  private static @Nullable Object fold(Iterator<?> items, @Nullable Object seed, Delegate combine) {
    Object value = seed;
    while (items.hasNext()) {
      value = combine.invoke(value, items.next());
    }
    return value;
  }

  public static boolean any(@Nullable Object source) {
    Object known = Arguments.source(source);
    int count = Places.count(known);
    return count >= 0 ? count > 0 : Arguments.read(known).hasNext();
  }

  public static boolean any(@Nullable Object source, @Nullable Delegate predicate) {
    Iterator<?> items = Arguments.read(source);
    Delegate test = Arguments.known(predicate, "predicate");
    while (items.hasNext()) {
      if (Arguments.test(test, items.next())) {
        return true;
      }
    }
    return false;
  }

  public static boolean all(@Nullable Object source, @Nullable Delegate predicate) {
    Iterator<?> items = Arguments.read(source);
    Delegate test = Arguments.known(predicate, "predicate");
    while (items.hasNext()) {
      if (!Arguments.test(test, items.next())) {
        return false;
      }
    }
    return true;
  }

  /** Computes the items of {@code Select}, as .NET does. */
  public static int count(@Nullable Object source) {
    Object known = Arguments.source(source);
    int count = known instanceof Selected ? -1 : Places.count(known);
    return count >= 0 ? count : Math.toIntExact(read(Arguments.read(known)));
  }

  public static int count(@Nullable Object source, @Nullable Delegate predicate) {
    return Math.toIntExact(longCount(source, predicate));
  }

  public static long longCount(@Nullable Object source) {
    return read(Arguments.read(source));
  }

  public static long longCount(@Nullable Object source, @Nullable Delegate predicate) {
    Iterator<?> items = Arguments.read(source);
    Delegate test = Arguments.known(predicate, "predicate");
    long count = 0;
    while (items.hasNext()) {
      if (Arguments.test(test, items.next())) {
        count++;
      }
    }
    return count;
  }

  private static long read(Iterator<?> items) {
    long count = 0;
    while (items.hasNext()) {
      items.next();
      count++;
    }
    return count;
  }

  /** False, and 0, if items would have to be read. */
  public static boolean tryGetNonEnumeratedCount(@Nullable Object source, Ref count) {
    int known = Places.count(Arguments.source(source));
    count.value = dev.fanout.expressions.runtime.Boxes.box(Math.max(0, known));
    return known >= 0;
  }

  /** As a collection itself answers, so that a set asks its own comparer. */
  public static boolean contains(@Nullable Object source, @Nullable Object value) {
    Object known = Arguments.source(source);
    if (known instanceof ClrCollection || known.getClass().isArray()) {
      return ListInterfaces.contains(known, value);
    }
    return contains(known, value, null);
  }

  public static boolean contains(
      @Nullable Object source, @Nullable Object value, @Nullable ItemEquality comparer) {
    Iterator<?> items = Arguments.read(source);
    ItemEquality equality = ItemEquality.orDefault(comparer);
    while (items.hasNext()) {
      if (equality.equals(items.next(), value)) {
        return true;
      }
    }
    return false;
  }

  public static boolean sequenceEqual(@Nullable Object first, @Nullable Object second) {
    return sequenceEqual(first, second, null);
  }

  public static boolean sequenceEqual(
      @Nullable Object first, @Nullable Object second, @Nullable ItemEquality comparer) {
    Object left = Arguments.known(first, "first");
    Object right = Arguments.known(second, "second");
    ItemEquality equality = ItemEquality.orDefault(comparer);
    if (hasFixedCount(left) && hasFixedCount(right) && Places.count(left) != Places.count(right)) {
      return false;
    }
    Iterator<?> lefts = Arguments.read(left);
    Iterator<?> rights = Arguments.read(right);
    while (lefts.hasNext()) {
      if (!rights.hasNext() || !equality.equals(lefts.next(), rights.next())) {
        return false;
      }
    }
    return !rights.hasNext();
  }

  private static boolean hasFixedCount(Object sequence) {
    return sequence instanceof ClrCollection
        || sequence instanceof ReadOnlyDictionary
        || sequence.getClass().isArray();
  }

  public static @Nullable Object max(@Nullable Object source, String element) {
    return extreme(Arguments.read(source), null, 1, null, element);
  }

  public static @Nullable Object max(
      @Nullable Object source, @Nullable ItemOrder comparer, String element) {
    return extreme(Arguments.read(source), null, 1, comparer, element);
  }

  public static @Nullable Object max(
      @Nullable Object source, @Nullable Delegate selector, String result) {
    Iterator<?> items = Arguments.read(source);
    return extreme(items, Arguments.known(selector, "selector"), 1, null, result);
  }

  public static @Nullable Object min(@Nullable Object source, String element) {
    return extreme(Arguments.read(source), null, -1, null, element);
  }

  public static @Nullable Object min(
      @Nullable Object source, @Nullable ItemOrder comparer, String element) {
    return extreme(Arguments.read(source), null, -1, comparer, element);
  }

  public static @Nullable Object min(
      @Nullable Object source, @Nullable Delegate selector, String result) {
    Iterator<?> items = Arguments.read(source);
    return extreme(items, Arguments.known(selector, "selector"), -1, null, result);
  }

  /** Nulls are passed over; nothing left is null, or an error for a type without null. */
  private static @Nullable Object extreme(
      Iterator<?> items,
      @Nullable Delegate selector,
      int wanted,
      @Nullable ItemOrder comparer,
      String element) {
    ItemOrder order = ItemOrder.orDefault(comparer);
    Object best = null;
    boolean isEmpty = true;
    while (items.hasNext()) {
      isEmpty = false;
      Object item = items.next();
      Object value = selector == null ? item : selector.invoke(item);
      if (value != null && (best == null || Integer.signum(order.compare(value, best)) == wanted)) {
        best = value;
      }
    }
    if (isEmpty && !TypeFacts.takesNull(element)) {
      throw Arguments.noElements();
    }
    return best;
  }

  public static @Nullable Object maxBy(
      @Nullable Object source, @Nullable Delegate keySelector, String element) {
    return extremeBy(source, keySelector, 1, null, element);
  }

  public static @Nullable Object maxBy(
      @Nullable Object source,
      @Nullable Delegate keySelector,
      @Nullable ItemOrder comparer,
      String element) {
    return extremeBy(source, keySelector, 1, comparer, element);
  }

  public static @Nullable Object minBy(
      @Nullable Object source, @Nullable Delegate keySelector, String element) {
    return extremeBy(source, keySelector, -1, null, element);
  }

  public static @Nullable Object minBy(
      @Nullable Object source,
      @Nullable Delegate keySelector,
      @Nullable ItemOrder comparer,
      String element) {
    return extremeBy(source, keySelector, -1, comparer, element);
  }

  /** The first item with the extreme key; null keys lose; if all are null, the first item. */
  private static @Nullable Object extremeBy(
      @Nullable Object source,
      @Nullable Delegate keySelector,
      int wanted,
      @Nullable ItemOrder comparer,
      String element) {
    Iterator<?> items = Arguments.read(source);
    Delegate keyOf = Arguments.known(keySelector, "keySelector");
    ItemOrder order = ItemOrder.orDefault(comparer);
    if (!items.hasNext()) {
      if (!TypeFacts.takesNull(element)) {
        throw Arguments.noElements();
      }
      return null;
    }
    Object best = items.next();
    Object bestKey = keyOf.invoke(best);
    while (items.hasNext()) {
      Object item = items.next();
      Object key = keyOf.invoke(item);
      if (key != null
          && (bestKey == null || Integer.signum(order.compare(key, bestKey)) == wanted)) {
        best = item;
        bestKey = key;
      }
    }
    return best;
  }

  /** {@code AsEnumerable}: the source itself. */
  public static @Nullable Object asEnumerable(@Nullable Object source) {
    return source;
  }
}
