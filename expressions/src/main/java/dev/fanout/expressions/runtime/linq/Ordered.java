package dev.fanout.expressions.runtime.linq;

import dev.fanout.expressions.runtime.ClrTyped;
import dev.fanout.expressions.runtime.Delegate;
import dev.fanout.expressions.runtime.Fence;
import dev.fanout.expressions.runtime.collections.ItemOrder;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code IOrderedEnumerable<T>}: sorted by one key after the other, equal items as they were. */
public final class Ordered implements Iterable<@Nullable Object>, ClrTyped {
  private final Object source;
  private final @Nullable Ordered before;
  private final @Nullable Delegate keySelector;
  private final ItemOrder order;
  private final boolean isDescending;
  private final String element;

  /** No selector: the items are the keys. */
  private Ordered(
      Object source,
      @Nullable Ordered before,
      @Nullable Delegate keySelector,
      @Nullable ItemOrder comparer,
      boolean isDescending,
      String element) {
    this.source = source;
    this.before = before;
    this.keySelector = keySelector;
    this.order = ItemOrder.orDefault(comparer);
    this.isDescending = isDescending;
    this.element = element;
  }

  public static Ordered orderBy(
      @Nullable Object source, @Nullable Delegate keySelector, String element) {
    return by(source, keySelector, null, false, element);
  }

  public static Ordered orderBy(
      @Nullable Object source,
      @Nullable Delegate keySelector,
      @Nullable ItemOrder comparer,
      String element) {
    return by(source, keySelector, comparer, false, element);
  }

  public static Ordered orderByDescending(
      @Nullable Object source, @Nullable Delegate keySelector, String element) {
    return by(source, keySelector, null, true, element);
  }

  public static Ordered orderByDescending(
      @Nullable Object source,
      @Nullable Delegate keySelector,
      @Nullable ItemOrder comparer,
      String element) {
    return by(source, keySelector, comparer, true, element);
  }

  public static Ordered order(@Nullable Object source, String element) {
    return order(source, null, element);
  }

  public static Ordered order(
      @Nullable Object source, @Nullable ItemOrder comparer, String element) {
    return new Ordered(Arguments.source(source), null, null, comparer, false, element);
  }

  public static Ordered orderDescending(@Nullable Object source, String element) {
    return orderDescending(source, null, element);
  }

  public static Ordered orderDescending(
      @Nullable Object source, @Nullable ItemOrder comparer, String element) {
    return new Ordered(Arguments.source(source), null, null, comparer, true, element);
  }

  public static Ordered thenBy(@Nullable Ordered source, @Nullable Delegate keySelector) {
    return then(source, keySelector, null, false);
  }

  public static Ordered thenBy(
      @Nullable Ordered source, @Nullable Delegate keySelector, @Nullable ItemOrder comparer) {
    return then(source, keySelector, comparer, false);
  }

  public static Ordered thenByDescending(@Nullable Ordered source, @Nullable Delegate keySelector) {
    return then(source, keySelector, null, true);
  }

  public static Ordered thenByDescending(
      @Nullable Ordered source, @Nullable Delegate keySelector, @Nullable ItemOrder comparer) {
    return then(source, keySelector, comparer, true);
  }

  private static Ordered by(
      @Nullable Object source,
      @Nullable Delegate keySelector,
      @Nullable ItemOrder comparer,
      boolean isDescending,
      String element) {
    Object known = Arguments.source(source);
    Delegate keyOf = Arguments.known(keySelector, "keySelector");
    return new Ordered(known, null, keyOf, comparer, isDescending, element);
  }

  private static Ordered then(
      @Nullable Ordered source,
      @Nullable Delegate keySelector,
      @Nullable ItemOrder comparer,
      boolean isDescending) {
    Ordered known = Arguments.known(source, "source");
    Delegate keyOf = Arguments.known(keySelector, "keySelector");
    return new Ordered(known.source, known, keyOf, comparer, isDescending, known.element);
  }

  @Override
  public String typeName() {
    return "System.Linq.IOrderedEnumerable<" + element + ">";
  }

  @Override
  public String shownTypeName() {
    return "System.Collections.Generic.IEnumerable<" + element + ">";
  }

  @Override
  public Iterator<@Nullable Object> iterator() {
    return new Pull() {
      private @Nullable Iterator<@Nullable Object> sorted;

      @Override
      protected boolean advance() {
        if (sorted == null) {
          sorted = sorted().iterator();
        }
        return sorted.hasNext() && give(sorted.next());
      }
    };
  }

  private List<@Nullable Object> sorted() {
    List<@Nullable Object> items = Arguments.items(source);
    @Nullable Object[][] keys = new Object[depth()][];
    Ordered[] levels = new Ordered[keys.length];
    Ordered level = this;
    for (int i = keys.length - 1; level != null; i--, level = level.before) {
      levels[i] = level;
    }
    for (int i = 0; i < keys.length; i++) {
      keys[i] = levels[i].keys(items);
    }
    Integer[] places = new Integer[items.size()];
    Arrays.setAll(places, i -> i);
    Arrays.sort(places, (a, b) -> compare(levels, keys, a, b));
    @Nullable Object[] sorted = new Object[places.length];
    for (int i = 0; i < places.length; i++) {
      sorted[i] = items.get(places[i]);
    }
    return Arrays.asList(sorted);
  }

  private int depth() {
    int depth = 0;
    for (Ordered level = this; level != null; level = level.before) {
      depth++;
    }
    return depth;
  }

  private @Nullable Object[] keys(List<@Nullable Object> items) {
    @Nullable Object[] keys = new Object[items.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = keySelector == null ? items.get(i) : keySelector.invoke(items.get(i));
    }
    return keys;
  }

  private static int compare(Ordered[] levels, @Nullable Object[][] keys, int a, int b) {
    if ((a & 15) == 0) {
      Fence.steps(16);
    }
    for (int i = 0; i < levels.length; i++) {
      int compared = levels[i].order.compare(keys[i][a], keys[i][b]);
      if (compared != 0) {
        return levels[i].isDescending ? -Integer.signum(compared) : compared;
      }
    }
    return 0;
  }
}
