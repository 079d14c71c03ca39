package dev.fanout.policies.liquid;

import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.expressions.runtime.Decimal;
import dev.fanout.expressions.runtime.Fence;
import dev.fanout.expressions.runtime.KeyValuePair;
import dev.fanout.expressions.runtime.ReadOnlyDictionary;
import dev.fanout.expressions.runtime.Sequences;
import dev.fanout.expressions.runtime.Text;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Values as templates see them: members, items, text, truth. */
final class Values {
  private Values() {}

  /** All that is not null or false is true. */
  static boolean isTrue(@Nullable Object value) {
    return value != null && !Boolean.FALSE.equals(value);
  }

  /** The text of one value, as {@code ToString()} gives it; empty for null. */
  static String text(@Nullable Object value) {
    return value == null ? "" : Objects.requireNonNullElse(Text.of(value), "");
  }

  /** What {@code {{ value }}} writes: items of sequences one behind the other. */
  static String shown(@Nullable Object value) {
    if (value instanceof Boolean truth) {
      return truth ? "true" : "false";
    }
    if (value instanceof Members) {
      return "";
    }
    List<@Nullable Object> items = value instanceof String ? null : itemsOrNull(value);
    if (items == null) {
      return text(value);
    }
    StringBuilder all = new StringBuilder();
    for (Object item : items) {
      all.append(text(item));
    }
    return all.toString();
  }

  /** The items of a sequence, of a string its characters; null if it is no sequence. */
  static @Nullable List<@Nullable Object> itemsOrNull(@Nullable Object value) {
    List<@Nullable Object> items = new ArrayList<>();
    if (value instanceof Map<?, ?> map) {
      Fence.steps(map.size());
      map.forEach((key, item) -> items.add(new KeyValuePair(key, item)));
      return items;
    }
    boolean sequence =
        value instanceof Iterable<?>
            || value instanceof String
            || value instanceof ReadOnlyDictionary
            || (value != null && value.getClass().isArray());
    if (value == null || !sequence) {
      return null;
    }
    Iterator<?> iterator = Sequences.iterator(value);
    while (iterator.hasNext()) {
      Fence.steps(1);
      items.add(iterator.next());
    }
    return items;
  }

  /**
   * A member of an object, an item of a list; null if there is none.
   *
   * @param named whether the key stands behind a dot, so that it may be {@code size}, {@code first}
   *     or {@code last}
   */
  static @Nullable Object member(@Nullable Object of, @Nullable Object key, boolean named) {
    if (of == null || key == null) {
      return null;
    }
    if (of instanceof KeyValuePair pair && isPairKey(key)) {
      return key.equals("Key") || key.equals(0L) ? pair.key() : pair.value();
    }
    if (of instanceof Members members) {
      return members.member(text(key));
    }
    if (of instanceof Map<?, ?> map && map.containsKey(key)) {
      return map.get(key);
    }
    if (of instanceof ReadOnlyDictionary dictionary
        && key instanceof String
        && dictionary.containsKey(key)) {
      return dictionary.valueOrNull(key);
    }
    if (key instanceof Long index) {
      return of instanceof Map<?, ?> || of instanceof String ? null : item(of, index);
    }
    return named ? special(of, text(key)) : null;
  }

  private static boolean isPairKey(Object key) {
    return key.equals("Key") || key.equals("Value") || key.equals(0L) || key.equals(1L);
  }

  private static @Nullable Object item(Object of, long index) {
    List<@Nullable Object> items = itemsOrNull(of);
    return items == null || index < 0 || index >= items.size() ? null : items.get((int) index);
  }

  private static @Nullable Object special(Object of, String name) {
    List<@Nullable Object> items = itemsOrNull(of);
    if (items == null) {
      return null;
    }
    return switch (name) {
      case "size", "Size" -> (long) items.size();
      case "first", "First" -> items.isEmpty() ? null : items.get(0);
      case "last", "Last" -> items.isEmpty() ? null : items.get(items.size() - 1);
      default -> null;
    };
  }

  static boolean isReal(@Nullable Object value) {
    return value instanceof Double || value instanceof Float || value instanceof Decimal;
  }

  static boolean isWhole(@Nullable Object value) {
    return value instanceof Number && !isReal(value);
  }

  /** A number, or a string that is one; null if it is neither. */
  static @Nullable Double toDoubleOrNull(@Nullable Object value) {
    if (value instanceof Number number) {
      return number instanceof Double d ? d : Double.valueOf(text(number));
    }
    if (value instanceof String string) {
      try {
        return Double.valueOf(string.trim().replace(",", ""));
      } catch (NumberFormatException e) {
        return null;
      }
    }
    return null;
  }

  static double toDouble(@Nullable Object value) {
    Double number = toDoubleOrNull(value);
    if (number == null) {
      throw new ExpressionFailure(
          "System.FormatException",
          "The input string '" + text(value) + "' was not in a correct format.");
    }
    return number;
  }

  /** Halves go to the even neighbour. */
  static long toLong(@Nullable Object value) {
    return isWhole(value)
        ? ((Number) Objects.requireNonNull(value)).longValue()
        : (long) Math.rint(toDouble(value));
  }
}
