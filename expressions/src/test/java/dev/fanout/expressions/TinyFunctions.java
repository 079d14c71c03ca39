package dev.fanout.expressions;

import dev.fanout.expressions.runtime.Boxes;
import dev.fanout.expressions.runtime.Decimal;
import dev.fanout.expressions.runtime.Delegate;
import dev.fanout.expressions.runtime.Sequences;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What takes delegates: the smallest set that overload resolution and inference need. */
public final class TinyFunctions {
  private TinyFunctions() {}

  public static Object map(Object source, Delegate map) {
    List<@Nullable Object> mapped = new ArrayList<>();
    each(source, item -> mapped.add(map.invoke(item)));
    return mapped;
  }

  public static Object mapIndexed(Object source, Delegate map) {
    List<@Nullable Object> mapped = new ArrayList<>();
    each(source, item -> mapped.add(map.invoke(item, Boxes.box(mapped.size()))));
    return mapped;
  }

  public static Object keep(Object source, Delegate keep) {
    List<@Nullable Object> kept = new ArrayList<>();
    each(
        source,
        item -> {
          if (Boolean.TRUE.equals(keep.invoke(item))) {
            kept.add(item);
          }
        });
    return kept;
  }

  public static @Nullable Object fold(Object source, @Nullable Object seed, Delegate step) {
    Object result = seed;
    for (Iterator<?> items = Sequences.iterator(source); items.hasNext(); ) {
      result = step.invoke(result, items.next());
    }
    return result;
  }

  public static int totalInt(Object source, Delegate value) {
    return (int) totalDouble(source, value);
  }

  public static long totalLong(Object source, Delegate value) {
    return (long) totalDouble(source, value);
  }

  public static double totalDouble(Object source, Delegate value) {
    double[] total = new double[1];
    each(source, item -> total[0] += ((Number) value.invoke(item)).doubleValue());
    return total[0];
  }

  public static Decimal totalDecimal(Object source, Delegate value) {
    Decimal total = Decimal.ZERO;
    for (Iterator<?> items = Sequences.iterator(source); items.hasNext(); ) {
      total = Decimal.add(total, (Decimal) value.invoke(items.next()));
    }
    return total;
  }

  public static void each(Object source, Delegate action) {
    each(source, action::invoke);
  }

  public static @Nullable Object twice(Delegate make) {
    make.invoke();
    return make.invoke();
  }

  public static @Nullable Object apply(@Nullable Object value, Delegate convert) {
    return convert.invoke(value);
  }

  public static String whichAction(Delegate action) {
    action.invoke();
    return "action";
  }

  public static String whichFunction(Delegate function) {
    return "function " + function.invoke();
  }

  private static void each(Object source, java.util.function.Consumer<Object> action) {
    Sequences.iterator(source).forEachRemaining(action);
  }
}
