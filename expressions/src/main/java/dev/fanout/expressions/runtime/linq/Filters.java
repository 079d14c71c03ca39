package dev.fanout.expressions.runtime.linq;

import dev.fanout.expressions.runtime.Boxes;
import dev.fanout.expressions.runtime.Delegate;
import dev.fanout.expressions.runtime.Sequences;
import dev.fanout.expressions.runtime.TypeTests;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Parts of a sequence: {@code Where}, {@code OfType}, {@code Skip} and {@code Take}. */
public final class Filters {
  private Filters() {}

  /** Does an item stay? */
  private interface Test {
    boolean keeps(@Nullable Object item, int index);
  }

  private static Lazy filtered(Object source, String element, Test test) {
    return new Lazy(
        element,
        () ->
            new Pull() {
              private final Iterator<?> items = Sequences.iterator(source);
              private int index = -1;

              @Override
              protected boolean advance() {
                while (items.hasNext()) {
                  Object item = items.next();
                  index++;
                  if (test.keeps(item, index)) {
                    return give(item);
                  }
                  step();
                }
                return false;
              }
            });
  }

  public static Object where(
      @Nullable Object source, @Nullable Delegate predicate, String element) {
    Object known = Arguments.source(source);
    Delegate test = Arguments.known(predicate, "predicate");
    return filtered(known, element, (item, index) -> Arguments.test(test, item));
  }

  public static Object whereIndexed(
      @Nullable Object source, @Nullable Delegate predicate, String element) {
    Object known = Arguments.source(source);
    Delegate test = Arguments.known(predicate, "predicate");
    return filtered(
        known, element, (item, index) -> Boolean.TRUE.equals(test.invoke(item, Boxes.box(index))));
  }

  public static Object ofType(@Nullable Object source, String element) {
    return filtered(
        Arguments.source(source), element, (item, index) -> TypeTests.isInstance(item, element));
  }

  public static Object skip(@Nullable Object source, int count, String element) {
    Object known = Arguments.source(source);
    return filtered(known, element, (item, index) -> index >= count);
  }

  public static Object skipWhile(
      @Nullable Object source, @Nullable Delegate predicate, String element) {
    return skipWhile(source, predicate, false, element);
  }

  public static Object skipWhileIndexed(
      @Nullable Object source, @Nullable Delegate predicate, String element) {
    return skipWhile(source, predicate, true, element);
  }

  private static Object skipWhile(
      @Nullable Object source, @Nullable Delegate predicate, boolean isIndexed, String element) {
    Object known = Arguments.source(source);
    Delegate test = Arguments.known(predicate, "predicate");
    return new Lazy(
        element,
        () ->
            new Pull() {
              private final Iterator<?> items = Sequences.iterator(known);
              private boolean isSkipping = true;
              private int index;

              @Override
              protected boolean advance() {
                while (items.hasNext()) {
                  Object item = items.next();
                  isSkipping = isSkipping && holds(test, item, index++, isIndexed);
                  if (!isSkipping) {
                    return give(item);
                  }
                  step();
                }
                return false;
              }
            });
  }

  public static Object take(@Nullable Object source, int count, String element) {
    Object known = Arguments.source(source);
    return new Lazy(
        element,
        () ->
            new Pull() {
              private final @Nullable Iterator<?> items =
                  count <= 0 ? null : Sequences.iterator(known);
              private int left = count;

              @Override
              protected boolean advance() {
                return items != null && left-- > 0 && items.hasNext() && give(items.next());
              }
            });
  }

  public static Object takeWhile(
      @Nullable Object source, @Nullable Delegate predicate, String element) {
    return takeWhile(source, predicate, false, element);
  }

  public static Object takeWhileIndexed(
      @Nullable Object source, @Nullable Delegate predicate, String element) {
    return takeWhile(source, predicate, true, element);
  }

  private static Object takeWhile(
      @Nullable Object source, @Nullable Delegate predicate, boolean isIndexed, String element) {
    Object known = Arguments.source(source);
    Delegate test = Arguments.known(predicate, "predicate");
    return new Lazy(
        element,
        () ->
            new Pull() {
              private final Iterator<?> items = Sequences.iterator(known);
              private int index;

              @Override
              protected boolean advance() {
                if (!items.hasNext()) {
                  return false;
                }
                Object item = items.next();
                return holds(test, item, index++, isIndexed) && give(item);
              }
            });
  }

  private static boolean holds(Delegate test, @Nullable Object item, int index, boolean isIndexed) {
    return isIndexed
        ? Boolean.TRUE.equals(test.invoke(item, Boxes.box(index)))
        : Arguments.test(test, item);
  }

  public static Object takeLast(@Nullable Object source, int count, String element) {
    Object known = Arguments.source(source);
    return new Lazy(
        element,
        () ->
            new Pull() {
              private @Nullable Iterator<@Nullable Object> last;

              @Override
              protected boolean advance() {
                if (last == null) {
                  java.util.List<@Nullable Object> items =
                      count <= 0 ? java.util.List.of() : Arguments.items(known);
                  last = items.subList(Math.max(0, items.size() - count), items.size()).iterator();
                }
                return last.hasNext() && give(last.next());
              }
            });
  }

  public static Object skipLast(@Nullable Object source, int count, String element) {
    Object known = Arguments.source(source);
    return new Lazy(
        element,
        () ->
            new Pull() {
              private final Iterator<?> items = Sequences.iterator(known);
              private final Deque<Object[]> waiting = new ArrayDeque<>();

              @Override
              protected boolean advance() {
                while (items.hasNext()) {
                  waiting.add(new Object[] {items.next()});
                  if (waiting.size() > count) {
                    return give(waiting.remove()[0]);
                  }
                  step();
                }
                return false;
              }
            });
  }

  /** Every item as a T, or the failure of a cast when it is read. */
  public static Object cast(@Nullable Object source, String element) {
    Object known = Arguments.source(source);
    if (TypeTests.isInstance(known, "System.Collections.Generic.IEnumerable<" + element + ">")) {
      return known;
    }
    return Projections.mapped(known, element, item -> TypeTests.cast(item, element));
  }
}
