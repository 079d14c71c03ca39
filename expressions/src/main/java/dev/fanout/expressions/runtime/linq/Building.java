package dev.fanout.expressions.runtime.linq;

import dev.fanout.expressions.runtime.ArrayItems;
import dev.fanout.expressions.runtime.Boxes;
import dev.fanout.expressions.runtime.Delegate;
import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.Sequences;
import dev.fanout.expressions.runtime.collections.ClrDictionary;
import dev.fanout.expressions.runtime.collections.ClrHashSet;
import dev.fanout.expressions.runtime.collections.ClrList;
import dev.fanout.expressions.runtime.collections.ItemEquality;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sequences from nothing, from several, and collections from sequences. */
public final class Building {
  private Building() {}

  public static Object range(int start, int count) {
    if (count < 0 || (long) start + count - 1 > Integer.MAX_VALUE) {
      throw Failures.outOfRange(
          "Specified argument was out of the range of valid values.", "count");
    }
    return new Lazy("System.Int32", () -> generated(count, index -> Boxes.box(start + index)));
  }

  public static Object repeat(@Nullable Object element, int count, String type) {
    if (count < 0) {
      throw Failures.outOfRange(
          "Specified argument was out of the range of valid values.", "count");
    }
    return new Lazy(type, () -> generated(count, index -> element));
  }

  /** What stands at an index. */
  private interface Generator {
    @Nullable Object at(int index);
  }

  private static Pull generated(int count, Generator items) {
    return new Pull() {
      private int index;

      @Override
      protected boolean advance() {
        return index < count && give(items.at(index++));
      }
    };
  }

  /** An array of none. */
  public static Object empty(String element) {
    return ArrayItems.create(element, 0);
  }

  public static Object concat(@Nullable Object first, @Nullable Object second, String element) {
    Object left = Arguments.known(first, "first");
    Object right = Arguments.known(second, "second");
    return joined(
        element, List.of(() -> Sequences.iterator(left), () -> Sequences.iterator(right)));
  }

  public static Object append(@Nullable Object source, @Nullable Object item, String element) {
    Object known = Arguments.source(source);
    return joined(
        element,
        List.of(() -> Sequences.iterator(known), () -> Collections.singleton(item).iterator()));
  }

  public static Object prepend(@Nullable Object source, @Nullable Object item, String element) {
    Object known = Arguments.source(source);
    return joined(
        element,
        List.of(() -> Collections.singleton(item).iterator(), () -> Sequences.iterator(known)));
  }

  private static Lazy joined(String element, List<Supplier<Iterator<?>>> parts) {
    return new Lazy(
        element,
        () ->
            new Pull() {
              private int next;
              private @Nullable Iterator<?> items;

              @Override
              protected boolean advance() {
                while (items == null || !items.hasNext()) {
                  if (next == parts.size()) {
                    return false;
                  }
                  items = parts.get(next++).get();
                }
                return give(items.next());
              }
            });
  }

  public static Object reverse(@Nullable Object source, String element) {
    Object known = Arguments.source(source);
    return new Lazy(
        element,
        () ->
            new Pull() {
              private @Nullable Iterator<@Nullable Object> reversed;

              @Override
              protected boolean advance() {
                if (reversed == null) {
                  List<@Nullable Object> items = Arguments.items(known);
                  Collections.reverse(items);
                  reversed = items.iterator();
                }
                return reversed.hasNext() && give(reversed.next());
              }
            });
  }

  public static Object defaultIfEmpty(
      @Nullable Object source, @Nullable Object defaultValue, String element) {
    Object known = Arguments.source(source);
    return new Lazy(
        element,
        () ->
            new Pull() {
              private final Iterator<?> items = Sequences.iterator(known);
              private boolean isEmpty = true;

              @Override
              protected boolean advance() {
                boolean wasEmpty = isEmpty;
                isEmpty = false;
                return items.hasNext() ? give(items.next()) : wasEmpty && give(defaultValue);
              }
            });
  }

  public static ClrList toList(@Nullable Object source, String element) {
    ClrList list = ClrList.create(element);
    Iterator<?> items = Arguments.read(source);
    while (items.hasNext()) {
      list.add(items.next());
    }
    return list;
  }

  public static Object toArray(@Nullable Object source, String element) {
    return ArrayItems.of(element, Arguments.items(source));
  }

  public static ClrHashSet toHashSet(@Nullable Object source, String element) {
    return toHashSet(source, null, element);
  }

  public static ClrHashSet toHashSet(
      @Nullable Object source, @Nullable ItemEquality comparer, String element) {
    return ClrHashSet.create(Arguments.source(source), comparer, element);
  }

  public static ClrDictionary toDictionary(
      @Nullable Object source, @Nullable Delegate keySelector, String element, String keyType) {
    return toDictionary(source, keySelector, (ItemEquality) null, element, keyType);
  }

  public static ClrDictionary toDictionary(
      @Nullable Object source,
      @Nullable Delegate keySelector,
      @Nullable ItemEquality comparer,
      String element,
      String keyType) {
    Object known = Arguments.source(source);
    Delegate keyOf = Arguments.known(keySelector, "keySelector");
    return dictionary(known, keyOf, null, comparer, keyType, element);
  }

  public static ClrDictionary toDictionary(
      @Nullable Object source,
      @Nullable Delegate keySelector,
      @Nullable Delegate elementSelector,
      String keyType,
      String element) {
    return toDictionary(source, keySelector, elementSelector, null, keyType, element);
  }

  public static ClrDictionary toDictionary(
      @Nullable Object source,
      @Nullable Delegate keySelector,
      @Nullable Delegate elementSelector,
      @Nullable ItemEquality comparer,
      String keyType,
      String element) {
    Object known = Arguments.source(source);
    Delegate keyOf = Arguments.known(keySelector, "keySelector");
    Delegate elementOf = Arguments.known(elementSelector, "elementSelector");
    return dictionary(known, keyOf, elementOf, comparer, keyType, element);
  }

  /** From pairs. */
  public static ClrDictionary toDictionary(
      @Nullable Object source, String keyType, String valueType) {
    return toDictionary(source, (ItemEquality) null, keyType, valueType);
  }

  public static ClrDictionary toDictionary(
      @Nullable Object source, @Nullable ItemEquality comparer, String keyType, String valueType) {
    return ClrDictionary.create(Arguments.source(source), comparer, keyType, valueType);
  }

  private static ClrDictionary dictionary(
      Object source,
      Delegate keyOf,
      @Nullable Delegate elementOf,
      @Nullable ItemEquality comparer,
      String keyType,
      String element) {
    ClrDictionary dictionary = ClrDictionary.create(comparer, keyType, element);
    Iterator<?> items = Arguments.read(source);
    while (items.hasNext()) {
      Object item = items.next();
      Object key = keyOf.invoke(item);
      dictionary.add(key, elementOf == null ? item : elementOf.invoke(item));
    }
    return dictionary;
  }

  /** Pairs of each key and how often it comes. */
  public static Object countBy(
      @Nullable Object source, @Nullable Delegate keySelector, String keyType) {
    return countBy(source, keySelector, null, keyType);
  }

  public static Object countBy(
      @Nullable Object source,
      @Nullable Delegate keySelector,
      @Nullable ItemEquality comparer,
      String keyType) {
    Object known = Arguments.source(source);
    Delegate keyOf = Arguments.known(keySelector, "keySelector");
    String element = "System.Collections.Generic.KeyValuePair<" + keyType + ",System.Int32>";
    return new Lazy(
        element,
        () ->
            new Pull() {
              private @Nullable Iterator<@Nullable Object> counts;

              @Override
              protected boolean advance() {
                if (counts == null) {
                  counts = counted(known, keyOf, comparer, keyType).iterator();
                }
                return counts.hasNext() && give(counts.next());
              }
            });
  }

  private static ClrDictionary counted(
      Object source, Delegate keyOf, @Nullable ItemEquality comparer, String keyType) {
    ClrDictionary counts = ClrDictionary.create(comparer, keyType, "System.Int32");
    Iterator<?> items = Arguments.read(source);
    while (items.hasNext()) {
      Object key = keyOf.invoke(items.next());
      Object known = key == null ? null : counts.valueOrNull(key);
      counts.setItem(key, Boxes.box(known == null ? 1 : (Integer) known + 1));
    }
    return counts;
  }

  /** Pairs of each key and what its items come to. */
  public static Object aggregateBy(
      @Nullable Object source,
      @Nullable Delegate keySelector,
      @Nullable Object seed,
      @Nullable Delegate func,
      String keyType,
      String valueType) {
    return aggregateBy(source, keySelector, seed, func, null, keyType, valueType);
  }

  public static Object aggregateBy(
      @Nullable Object source,
      @Nullable Delegate keySelector,
      @Nullable Object seed,
      @Nullable Delegate func,
      @Nullable ItemEquality keyComparer,
      String keyType,
      String valueType) {
    Object known = Arguments.source(source);
    Delegate keyOf = Arguments.known(keySelector, "keySelector");
    Delegate combine = Arguments.known(func, "func");
    return new Lazy(
        "System.Collections.Generic.KeyValuePair<" + keyType + "," + valueType + ">",
        () -> {
          ClrDictionary values = ClrDictionary.create(keyComparer, keyType, valueType);
          Iterator<?> items = Arguments.read(known);
          while (items.hasNext()) {
            Object item = items.next();
            Object key = keyOf.invoke(item);
            boolean isKnown = values.containsKey(key);
            values.setItem(key, combine.invoke(isKnown ? values.item(key) : seed, item));
          }
          return values.iterator();
        });
  }
}
