package dev.fanout.policies.liquid;

import dev.fanout.expressions.runtime.Fence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Filters whose input is a sequence; a single value is a sequence of one. */
final class ListFilters {
  private ListFilters() {}

  static void addTo(Map<String, Filter> filters) {
    filters.put("Size", (input, with) -> size(input));
    filters.put("First", (input, with) -> Values.member(input, "first", true));
    filters.put("Last", (input, with) -> Values.member(input, "last", true));
    filters.put("Join", ListFilters::join);
    filters.put("Sort", (input, with) -> sort(input, with, ListFilters::order));
    filters.put("SortNatural", (input, with) -> sort(input, with, ListFilters::naturalOrder));
    filters.put("Map", ListFilters::map);
    filters.put("Where", ListFilters::where);
    filters.put("Uniq", (input, with) -> input == null ? null : distinct(items(input)));
    filters.put("Compact", (input, with) -> input == null ? null : compact(items(input)));
    filters.put("Reverse", (input, with) -> input == null ? null : reversed(items(input)));
    filters.put("Concat", ListFilters::concat);
    filters.put("Sum", ListFilters::sum);
  }

  private static long size(@Nullable Object input) {
    List<@Nullable Object> items = Values.itemsOrNull(input);
    return items == null ? 0 : items.size();
  }

  /** A copy that may be changed. */
  private static List<@Nullable Object> items(@Nullable Object input) {
    List<@Nullable Object> items =
        input instanceof String || input instanceof Map<?, ?> ? null : Values.itemsOrNull(input);
    if (items == null) {
      items = new ArrayList<>();
      items.add(input);
    }
    Fence.steps(items.size());
    return items;
  }

  private static @Nullable Object join(@Nullable Object input, Arguments arguments) {
    List<@Nullable Object> items = Values.itemsOrNull(input);
    if (items == null) {
      return input;
    }
    return String.join(arguments.text(0, " "), items.stream().map(Values::text).toList());
  }

  private static @Nullable Object sort(
      @Nullable Object input, Arguments arguments, Comparator<@Nullable Object> order) {
    if (input == null) {
      return null;
    }
    List<@Nullable Object> items = items(input);
    String property = arguments.text(0, "");
    items.sort(
        property.isEmpty()
            ? order
            : (a, b) ->
                order.compare(
                    Values.member(a, property, false), Values.member(b, property, false)));
    return items;
  }

  private static int order(@Nullable Object a, @Nullable Object b) {
    return a == null || b == null
        ? Boolean.compare(a != null, b != null)
        : Comparison.compare(a, b);
  }

  private static int naturalOrder(@Nullable Object a, @Nullable Object b) {
    return a instanceof String x && b instanceof String y
        ? String.CASE_INSENSITIVE_ORDER.compare(x, y)
        : order(a, b);
  }

  private static @Nullable Object map(@Nullable Object input, Arguments arguments) {
    if (input == null) {
      return null;
    }
    List<@Nullable Object> items = items(input);
    items.replaceAll(item -> Values.member(item, arguments.text(0, ""), false));
    return items;
  }

  private static @Nullable Object where(@Nullable Object input, Arguments arguments) {
    if (input == null) {
      return null;
    }
    List<@Nullable Object> items = items(input);
    items.removeIf(
        item -> {
          Object value = Values.member(item, arguments.text(0, ""), false);
          return arguments.has(1)
              ? !Comparison.equal(value, arguments.value(1))
              : !Values.isTrue(value);
        });
    return items;
  }

  private static List<@Nullable Object> distinct(List<@Nullable Object> items) {
    return new ArrayList<>(new java.util.LinkedHashSet<>(items));
  }

  private static List<@Nullable Object> compact(List<@Nullable Object> items) {
    items.removeIf(Objects::isNull);
    return items;
  }

  private static List<@Nullable Object> reversed(List<@Nullable Object> items) {
    Collections.reverse(items);
    return items;
  }

  private static @Nullable Object concat(@Nullable Object input, Arguments arguments) {
    if (input == null) {
      return arguments.value(0);
    }
    List<@Nullable Object> all = items(input);
    if (arguments.value(0) != null) {
      all.addAll(items(arguments.value(0)));
    }
    Fence.items(all.size());
    return all;
  }

  private static Object sum(@Nullable Object input, Arguments arguments) {
    String property = arguments.text(0, "");
    Object sum = 0L;
    if (input == null) {
      return sum;
    }
    for (Object item : items(input)) {
      Object value = property.isEmpty() ? item : Values.member(item, property, false);
      if (Values.toDoubleOrNull(value) != null) {
        sum = NumberFilters.add(sum, value);
      }
    }
    return sum;
  }
}
