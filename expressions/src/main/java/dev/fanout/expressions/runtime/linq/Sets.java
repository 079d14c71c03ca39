package dev.fanout.expressions.runtime.linq;

import dev.fanout.expressions.runtime.Delegate;
import dev.fanout.expressions.runtime.Sequences;
import dev.fanout.expressions.runtime.collections.ClrHashSet;
import dev.fanout.expressions.runtime.collections.ItemEquality;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** {@code Distinct}, {@code Union}, {@code Intersect}, {@code Except}, and each by a key. */
public final class Sets {
  private Sets() {}

  public static Object distinct(@Nullable Object source, String element) {
    return distinct(source, null, element);
  }

  public static Object distinct(
      @Nullable Object source, @Nullable ItemEquality comparer, String element) {
    return union(Arguments.source(source), null, null, comparer, element);
  }

  public static Object distinctBy(
      @Nullable Object source, @Nullable Delegate keySelector, String element) {
    return distinctBy(source, keySelector, null, element);
  }

  public static Object distinctBy(
      @Nullable Object source,
      @Nullable Delegate keySelector,
      @Nullable ItemEquality comparer,
      String element) {
    Object known = Arguments.source(source);
    return union(known, null, Arguments.known(keySelector, "keySelector"), comparer, element);
  }

  public static Object union(@Nullable Object first, @Nullable Object second, String element) {
    return union(first, second, (ItemEquality) null, element);
  }

  public static Object union(
      @Nullable Object first,
      @Nullable Object second,
      @Nullable ItemEquality comparer,
      String element) {
    Object left = Arguments.known(first, "first");
    return union(left, Arguments.known(second, "second"), null, comparer, element);
  }

  public static Object unionBy(
      @Nullable Object first,
      @Nullable Object second,
      @Nullable Delegate keySelector,
      String element) {
    return unionBy(first, second, keySelector, null, element);
  }

  public static Object unionBy(
      @Nullable Object first,
      @Nullable Object second,
      @Nullable Delegate keySelector,
      @Nullable ItemEquality comparer,
      String element) {
    Object left = Arguments.known(first, "first");
    Object right = Arguments.known(second, "second");
    return union(left, right, Arguments.known(keySelector, "keySelector"), comparer, element);
  }

  /** Each item whose key is new; without a second sequence those of the first. */
  private static Object union(
      Object first,
      @Nullable Object second,
      @Nullable Delegate keySelector,
      @Nullable ItemEquality comparer,
      String element) {
    return new Lazy(
        element,
        () ->
            new Pull() {
              private final ClrHashSet seen = ClrHashSet.create(comparer, element);
              private Iterator<?> items = Sequences.iterator(first);
              private boolean isSecond = second == null;

              @Override
              protected boolean advance() {
                while (true) {
                  while (items.hasNext()) {
                    Object item = items.next();
                    if (seen.addNew(keyOf(keySelector, item))) {
                      return give(item);
                    }
                    step();
                  }
                  if (isSecond || second == null) {
                    return false;
                  }
                  isSecond = true;
                  items = Sequences.iterator(second);
                }
              }
            });
  }

  public static Object intersect(@Nullable Object first, @Nullable Object second, String element) {
    return intersect(first, second, null, element);
  }

  public static Object intersect(
      @Nullable Object first,
      @Nullable Object second,
      @Nullable ItemEquality comparer,
      String element) {
    Object left = Arguments.known(first, "first");
    return chosen(left, Arguments.known(second, "second"), null, comparer, true, element);
  }

  public static Object intersectBy(
      @Nullable Object first,
      @Nullable Object second,
      @Nullable Delegate keySelector,
      String element) {
    return intersectBy(first, second, keySelector, null, element);
  }

  public static Object intersectBy(
      @Nullable Object first,
      @Nullable Object second,
      @Nullable Delegate keySelector,
      @Nullable ItemEquality comparer,
      String element) {
    Object left = Arguments.known(first, "first");
    Object right = Arguments.known(second, "second");
    Delegate keyOf = Arguments.known(keySelector, "keySelector");
    return chosen(left, right, keyOf, comparer, true, element);
  }

  public static Object except(@Nullable Object first, @Nullable Object second, String element) {
    return except(first, second, null, element);
  }

  public static Object except(
      @Nullable Object first,
      @Nullable Object second,
      @Nullable ItemEquality comparer,
      String element) {
    Object left = Arguments.known(first, "first");
    return chosen(left, Arguments.known(second, "second"), null, comparer, false, element);
  }

  public static Object exceptBy(
      @Nullable Object first,
      @Nullable Object second,
      @Nullable Delegate keySelector,
      String element) {
    return exceptBy(first, second, keySelector, null, element);
  }

  public static Object exceptBy(
      @Nullable Object first,
      @Nullable Object second,
      @Nullable Delegate keySelector,
      @Nullable ItemEquality comparer,
      String element) {
    Object left = Arguments.known(first, "first");
    Object right = Arguments.known(second, "second");
    Delegate keyOf = Arguments.known(keySelector, "keySelector");
    return chosen(left, right, keyOf, comparer, false, element);
  }

  /** Items of the first, each key once, that the second has, or has not. */
  private static Object chosen(
      Object first,
      Object second,
      @Nullable Delegate keySelector,
      @Nullable ItemEquality comparer,
      boolean areShared,
      String element) {
    return new Lazy(
        element,
        () ->
            new Pull() {
              private final ClrHashSet others = ClrHashSet.create(comparer, element);
              private @Nullable Iterator<?> items;

              @Override
              protected boolean advance() {
                if (items == null) {
                  others.unionWith(second);
                  items = Sequences.iterator(first);
                }
                while (items.hasNext()) {
                  Object item = items.next();
                  Object key = keyOf(keySelector, item);
                  if (areShared ? others.remove(key) : others.addNew(key)) {
                    return give(item);
                  }
                  step();
                }
                return false;
              }
            });
  }

  private static @Nullable Object keyOf(@Nullable Delegate keySelector, @Nullable Object item) {
    return keySelector == null ? item : keySelector.invoke(item);
  }
}
