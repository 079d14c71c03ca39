package dev.fanout.expressions.runtime.linq;

import dev.fanout.expressions.runtime.ArrayItems;
import dev.fanout.expressions.runtime.Boxes;
import dev.fanout.expressions.runtime.Delegate;
import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.Sequences;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Other items in the place of items: {@code Select}, {@code SelectMany}, {@code Zip}. */
public final class Projections {
  private Projections() {}

  /** Maps item by item; as in .NET, asking whether there is a next item computes nothing. */
  static Lazy mapped(Object source, String element, UnaryOperator<@Nullable Object> map) {
    return new Lazy(
        element,
        () -> {
          Iterator<?> items = Sequences.iterator(source);
          return new Iterator<>() {
            private int steps;

            @Override
            public boolean hasNext() {
              return items.hasNext();
            }

            @Override
            public @Nullable Object next() {
              if ((++steps & 63) == 0) {
                dev.fanout.expressions.runtime.Fence.steps(64);
              }
              return map.apply(items.next());
            }
          };
        });
  }

  public static Object select(
      @Nullable Object source, @Nullable Delegate selector, String element) {
    Object known = Arguments.source(source);
    Delegate map = Arguments.known(selector, "selector");
    return new Selected(known, map, element);
  }

  public static Object selectIndexed(
      @Nullable Object source, @Nullable Delegate selector, String element) {
    Object known = Arguments.source(source);
    Delegate map = Arguments.known(selector, "selector");
    return new Lazy(
        element,
        () -> {
          int[] index = {0};
          return mapped(known, element, item -> map.invoke(item, Boxes.box(index[0]++))).iterator();
        });
  }

  public static Object selectMany(
      @Nullable Object source, @Nullable Delegate selector, String element) {
    return flattened(source, selector, "selector", false, null, element);
  }

  public static Object selectManyIndexed(
      @Nullable Object source, @Nullable Delegate selector, String element) {
    return flattened(source, selector, "selector", true, null, element);
  }

  public static Object selectMany(
      @Nullable Object source,
      @Nullable Delegate collectionSelector,
      @Nullable Delegate resultSelector,
      String element) {
    Arguments.source(source);
    Arguments.known(collectionSelector, "collectionSelector");
    Delegate combine = Arguments.known(resultSelector, "resultSelector");
    return flattened(source, collectionSelector, "collectionSelector", false, combine, element);
  }

  public static Object selectManyIndexed(
      @Nullable Object source,
      @Nullable Delegate collectionSelector,
      @Nullable Delegate resultSelector,
      String element) {
    Arguments.source(source);
    Arguments.known(collectionSelector, "collectionSelector");
    Delegate combine = Arguments.known(resultSelector, "resultSelector");
    return flattened(source, collectionSelector, "collectionSelector", true, combine, element);
  }

  private static Object flattened(
      @Nullable Object source,
      @Nullable Delegate selector,
      String parameter,
      boolean isIndexed,
      @Nullable Delegate combine,
      String element) {
    Object known = Arguments.source(source);
    Delegate inner = Arguments.known(selector, parameter);
    return new Lazy(
        element,
        () ->
            new Pull() {
              private final Iterator<?> outers = Sequences.iterator(known);
              private @Nullable Object outer;
              private @Nullable Iterator<?> inners;
              private int index;

              @Override
              protected boolean advance() {
                while (true) {
                  if (inners != null && inners.hasNext()) {
                    Object item = inners.next();
                    return give(combine == null ? item : combine.invoke(outer, item));
                  }
                  if (!outers.hasNext()) {
                    return false;
                  }
                  step();
                  outer = outers.next();
                  Object items =
                      isIndexed ? inner.invoke(outer, Boxes.box(index++)) : inner.invoke(outer);
                  if (items == null) {
                    throw Failures.nullReference();
                  }
                  inners = Sequences.iterator(items);
                }
              }
            });
  }

  public static Object zip(
      @Nullable Object first,
      @Nullable Object second,
      @Nullable Delegate resultSelector,
      String element) {
    Object left = Arguments.known(first, "first");
    Object right = Arguments.known(second, "second");
    Delegate combine = Arguments.known(resultSelector, "resultSelector");
    return new Lazy(
        element,
        () ->
            new Pull() {
              private final Iterator<?> lefts = Sequences.iterator(left);
              private final Iterator<?> rights = Sequences.iterator(right);

              @Override
              protected boolean advance() {
                return lefts.hasNext()
                    && rights.hasNext()
                    && give(combine.invoke(lefts.next(), rights.next()));
              }
            });
  }

  /** Arrays of up to {@code size} items. */
  public static Object chunk(@Nullable Object source, int size, String element) {
    Object known = Arguments.source(source);
    if (size < 1) {
      throw Failures.outOfRange("Specified argument was out of the range of valid values.", "size");
    }
    return new Lazy(
        element + "[]",
        () ->
            new Pull() {
              private final Iterator<?> items = Sequences.iterator(known);

              @Override
              protected boolean advance() {
                List<@Nullable Object> chunk = new ArrayList<>();
                while (chunk.size() < size && items.hasNext()) {
                  chunk.add(items.next());
                  step();
                }
                return !chunk.isEmpty() && give(ArrayItems.of(element, chunk));
              }
            });
  }
}
