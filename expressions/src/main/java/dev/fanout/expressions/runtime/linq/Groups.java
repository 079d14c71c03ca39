package dev.fanout.expressions.runtime.linq;

import dev.fanout.expressions.runtime.Delegate;
import dev.fanout.expressions.runtime.Sequences;
import dev.fanout.expressions.runtime.collections.ItemEquality;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** {@code GroupBy}, {@code ToLookup}, {@code Join} and {@code GroupJoin}. */
public final class Groups {
  private Groups() {}

  public static Lookup toLookup(
      @Nullable Object source, @Nullable Delegate keySelector, String element, String keyType) {
    return toLookup(source, keySelector, (ItemEquality) null, element, keyType);
  }

  public static Lookup toLookup(
      @Nullable Object source,
      @Nullable Delegate keySelector,
      @Nullable ItemEquality comparer,
      String element,
      String keyType) {
    Object known = Arguments.source(source);
    Delegate keyOf = Arguments.known(keySelector, "keySelector");
    return Lookup.of(known, keyOf, null, comparer, keyType, element);
  }

  public static Lookup toLookup(
      @Nullable Object source,
      @Nullable Delegate keySelector,
      @Nullable Delegate elementSelector,
      String keyType,
      String element) {
    return toLookup(source, keySelector, elementSelector, null, keyType, element);
  }

  public static Lookup toLookup(
      @Nullable Object source,
      @Nullable Delegate keySelector,
      @Nullable Delegate elementSelector,
      @Nullable ItemEquality comparer,
      String keyType,
      String element) {
    Object known = Arguments.source(source);
    Delegate keyOf = Arguments.known(keySelector, "keySelector");
    Delegate elementOf = Arguments.known(elementSelector, "elementSelector");
    return Lookup.of(known, keyOf, elementOf, comparer, keyType, element);
  }

  public static Object groupBy(
      @Nullable Object source, @Nullable Delegate keySelector, String element, String keyType) {
    return groupBy(source, keySelector, (ItemEquality) null, element, keyType);
  }

  public static Object groupBy(
      @Nullable Object source,
      @Nullable Delegate keySelector,
      @Nullable ItemEquality comparer,
      String element,
      String keyType) {
    Object known = Arguments.source(source);
    Delegate keyOf = Arguments.known(keySelector, "keySelector");
    return groups(known, keyOf, null, comparer, keyType, element);
  }

  public static Object groupBy(
      @Nullable Object source,
      @Nullable Delegate keySelector,
      @Nullable Delegate elementSelector,
      String keyType,
      String element) {
    return groupBy(source, keySelector, elementSelector, null, keyType, element);
  }

  public static Object groupBy(
      @Nullable Object source,
      @Nullable Delegate keySelector,
      @Nullable Delegate elementSelector,
      @Nullable ItemEquality comparer,
      String keyType,
      String element) {
    Object known = Arguments.source(source);
    Delegate keyOf = Arguments.known(keySelector, "keySelector");
    Delegate elementOf = Arguments.known(elementSelector, "elementSelector");
    return groups(known, keyOf, elementOf, comparer, keyType, element);
  }

  private static Object groups(
      Object source,
      Delegate keyOf,
      @Nullable Delegate elementOf,
      @Nullable ItemEquality comparer,
      String keyType,
      String element) {
    return new Lazy(
        "System.Linq.IGrouping<" + keyType + "," + element + ">",
        () ->
            new Pull() {
              private @Nullable Iterator<@Nullable Object> groups;

              @Override
              protected boolean advance() {
                if (groups == null) {
                  groups =
                      Lookup.of(source, keyOf, elementOf, comparer, keyType, element).iterator();
                }
                return groups.hasNext() && give(groups.next());
              }
            });
  }

  /** With a result for each key and its items. */
  public static Object groupByInto(
      @Nullable Object source,
      @Nullable Delegate keySelector,
      @Nullable Delegate resultSelector,
      String element,
      String keyType,
      String result) {
    return groupByInto(
        source, keySelector, resultSelector, (ItemEquality) null, element, keyType, result);
  }

  public static Object groupByInto(
      @Nullable Object source,
      @Nullable Delegate keySelector,
      @Nullable Delegate resultSelector,
      @Nullable ItemEquality comparer,
      String element,
      String keyType,
      String result) {
    Object groups = groupBy(source, keySelector, comparer, element, keyType);
    return into(groups, Arguments.known(resultSelector, "resultSelector"), result);
  }

  public static Object groupByInto(
      @Nullable Object source,
      @Nullable Delegate keySelector,
      @Nullable Delegate elementSelector,
      @Nullable Delegate resultSelector,
      String keyType,
      String element,
      String result) {
    return groupByInto(
        source, keySelector, elementSelector, resultSelector, null, keyType, element, result);
  }

  public static Object groupByInto(
      @Nullable Object source,
      @Nullable Delegate keySelector,
      @Nullable Delegate elementSelector,
      @Nullable Delegate resultSelector,
      @Nullable ItemEquality comparer,
      String keyType,
      String element,
      String result) {
    Object groups = groupBy(source, keySelector, elementSelector, comparer, keyType, element);
    return into(groups, Arguments.known(resultSelector, "resultSelector"), result);
  }

  private static Object into(Object groups, Delegate resultSelector, String result) {
    return Projections.mapped(
        groups,
        result,
        item -> {
          Grouping group = (Grouping) item;
          return resultSelector.invoke(group == null ? null : group.key(), group);
        });
  }

  public static Object join(
      @Nullable Object outer,
      @Nullable Object inner,
      @Nullable Delegate outerKeySelector,
      @Nullable Delegate innerKeySelector,
      @Nullable Delegate resultSelector,
      String result) {
    return join(outer, inner, outerKeySelector, innerKeySelector, resultSelector, null, result);
  }

  public static Object join(
      @Nullable Object outer,
      @Nullable Object inner,
      @Nullable Delegate outerKeySelector,
      @Nullable Delegate innerKeySelector,
      @Nullable Delegate resultSelector,
      @Nullable ItemEquality comparer,
      String result) {
    Object outers = Arguments.known(outer, "outer");
    Object inners = Arguments.known(inner, "inner");
    Delegate outerKeyOf = Arguments.known(outerKeySelector, "outerKeySelector");
    Delegate innerKeyOf = Arguments.known(innerKeySelector, "innerKeySelector");
    Delegate combine = Arguments.known(resultSelector, "resultSelector");
    return new Lazy(
        result,
        () ->
            new Pull() {
              private final Iterator<?> items = Sequences.iterator(outers);
              private @Nullable Lookup lookup;
              private @Nullable Iterator<?> partners;
              private @Nullable Object item;

              @Override
              protected boolean advance() {
                while (partners == null || !partners.hasNext()) {
                  if (!items.hasNext()) {
                    return false;
                  }
                  step();
                  item = items.next();
                  if (lookup == null) {
                    lookup = joined(inners, innerKeyOf, comparer, "System.Object");
                  }
                  Object key = outerKeyOf.invoke(item);
                  Grouping group = key == null ? null : lookup.groupOrNull(key);
                  partners = group == null ? null : group.iterator();
                }
                return give(combine.invoke(item, partners.next()));
              }
            });
  }

  public static Object groupJoin(
      @Nullable Object outer,
      @Nullable Object inner,
      @Nullable Delegate outerKeySelector,
      @Nullable Delegate innerKeySelector,
      @Nullable Delegate resultSelector,
      String innerElement,
      String result) {
    return groupJoin(
        outer,
        inner,
        outerKeySelector,
        innerKeySelector,
        resultSelector,
        null,
        innerElement,
        result);
  }

  public static Object groupJoin(
      @Nullable Object outer,
      @Nullable Object inner,
      @Nullable Delegate outerKeySelector,
      @Nullable Delegate innerKeySelector,
      @Nullable Delegate resultSelector,
      @Nullable ItemEquality comparer,
      String innerElement,
      String result) {
    Object outers = Arguments.known(outer, "outer");
    Object inners = Arguments.known(inner, "inner");
    Delegate outerKeyOf = Arguments.known(outerKeySelector, "outerKeySelector");
    Delegate innerKeyOf = Arguments.known(innerKeySelector, "innerKeySelector");
    Delegate combine = Arguments.known(resultSelector, "resultSelector");
    return new Lazy(
        result,
        () ->
            new Pull() {
              private final Iterator<?> items = Sequences.iterator(outers);
              private @Nullable Lookup lookup;

              @Override
              protected boolean advance() {
                if (!items.hasNext()) {
                  return false;
                }
                Object item = items.next();
                if (lookup == null) {
                  lookup = joined(inners, innerKeyOf, comparer, innerElement);
                }
                Object key = outerKeyOf.invoke(item);
                Grouping group = key == null ? null : lookup.groupOrNull(key);
                Object partners =
                    group == null
                        ? dev.fanout.expressions.runtime.ArrayItems.create(innerElement, 0)
                        : group;
                return give(combine.invoke(item, partners));
              }
            });
  }

  /** Items without a key join nothing. */
  private static Lookup joined(
      Object inners, Delegate keyOf, @Nullable ItemEquality comparer, String element) {
    Lookup lookup = new Lookup(comparer, "System.Object", element);
    Iterator<?> items = Arguments.read(inners);
    while (items.hasNext()) {
      Object item = items.next();
      Object key = keyOf.invoke(item);
      if (key != null) {
        lookup.group(key).put(item);
      }
    }
    return lookup;
  }
}
