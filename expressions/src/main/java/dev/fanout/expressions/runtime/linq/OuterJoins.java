package dev.fanout.expressions.runtime.linq;

import dev.fanout.expressions.runtime.Defaults;
import dev.fanout.expressions.runtime.Delegate;
import dev.fanout.expressions.runtime.Sequences;
import dev.fanout.expressions.runtime.collections.ItemEquality;
import java.util.Collections;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** {@code LeftJoin} and {@code RightJoin}: an item without partner has the default of its type. */
public final class OuterJoins {
  private OuterJoins() {}

  public static Object leftJoin(
      @Nullable Object outer,
      @Nullable Object inner,
      @Nullable Delegate outerKeySelector,
      @Nullable Delegate innerKeySelector,
      @Nullable Delegate resultSelector,
      String innerElement,
      String result) {
    return leftJoin(
        outer,
        inner,
        outerKeySelector,
        innerKeySelector,
        resultSelector,
        null,
        innerElement,
        result);
  }

  public static Object leftJoin(
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
    return joined(
        outers, outerKeyOf, inners, innerKeyOf, comparer, innerElement, combine::invoke, result);
  }

  public static Object rightJoin(
      @Nullable Object outer,
      @Nullable Object inner,
      @Nullable Delegate outerKeySelector,
      @Nullable Delegate innerKeySelector,
      @Nullable Delegate resultSelector,
      String outerElement,
      String result) {
    return rightJoin(
        outer,
        inner,
        outerKeySelector,
        innerKeySelector,
        resultSelector,
        null,
        outerElement,
        result);
  }

  public static Object rightJoin(
      @Nullable Object outer,
      @Nullable Object inner,
      @Nullable Delegate outerKeySelector,
      @Nullable Delegate innerKeySelector,
      @Nullable Delegate resultSelector,
      @Nullable ItemEquality comparer,
      String outerElement,
      String result) {
    Object outers = Arguments.known(outer, "outer");
    Object inners = Arguments.known(inner, "inner");
    Delegate outerKeyOf = Arguments.known(outerKeySelector, "outerKeySelector");
    Delegate innerKeyOf = Arguments.known(innerKeySelector, "innerKeySelector");
    Delegate combine = Arguments.known(resultSelector, "resultSelector");
    return joined(
        inners,
        innerKeyOf,
        outers,
        outerKeyOf,
        comparer,
        outerElement,
        (item, partner) -> combine.invoke(partner, item),
        result);
  }

  /** What is made of an item and its partner. */
  private interface Combination {
    @Nullable Object of(@Nullable Object item, @Nullable Object partner);
  }

  private static Lazy joined(
      Object source,
      Delegate keyOf,
      Object partners,
      Delegate partnerKeyOf,
      @Nullable ItemEquality comparer,
      String partnerType,
      Combination combination,
      String result) {
    return new Lazy(
        result,
        () ->
            new Pull() {
              private final Iterator<?> items = Sequences.iterator(source);
              private @Nullable Lookup lookup;
              private @Nullable Iterator<?> found;
              private @Nullable Object item;

              @Override
              protected boolean advance() {
                if (found == null || !found.hasNext()) {
                  if (!items.hasNext()) {
                    return false;
                  }
                  item = items.next();
                  if (lookup == null) {
                    lookup = Lookup.of(partners, partnerKeyOf, null, comparer, "", partnerType);
                  }
                  Object key = keyOf.invoke(item);
                  Grouping group = key == null ? null : lookup.groupOrNull(key);
                  found =
                      group == null
                          ? Collections.singleton(Defaults.boxed(partnerType)).iterator()
                          : group.iterator();
                }
                return give(combination.of(item, found.next()));
              }
            });
  }
}
