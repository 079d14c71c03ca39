package dev.fanout.policies.liquid;

import dev.fanout.expressions.runtime.DateTime;
import dev.fanout.expressions.runtime.StringComparer;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Equality and order: the right value becomes one of the left value's type first. */
final class Comparison {
  private Comparison() {}

  static boolean equal(@Nullable Object left, @Nullable Object right) {
    if (left == Operand.EMPTY || right == Operand.EMPTY) {
      return isEmpty(left == Operand.EMPTY ? right : left);
    }
    if (left == null || right == null) {
      return left == right;
    }
    if (left instanceof Number && right instanceof Number) {
      return compareNumbers((Number) left, (Number) right) == 0;
    }
    if (left instanceof Number && right instanceof String) {
      Double number = Values.toDoubleOrNull(right);
      return number != null && number == Values.toDouble(left);
    }
    if (left instanceof String && !(right instanceof List<?>)) {
      return left.equals(Values.text(right));
    }
    if (left instanceof Boolean truth && right instanceof String text) {
      return text.trim().equalsIgnoreCase(truth.toString());
    }
    return Objects.equals(left, right);
  }

  /** {@code empty} is equal to what can have items and has none. */
  private static boolean isEmpty(@Nullable Object value) {
    List<@Nullable Object> items = Values.itemsOrNull(value);
    return items != null && items.isEmpty();
  }

  /** Negative, zero or positive; both must be there. */
  static int compare(Object left, Object right) {
    if (left instanceof Number a && right instanceof Number b) {
      return compareNumbers(a, b);
    }
    if (left instanceof Number a && right instanceof String) {
      return Double.compare(Values.toDouble(a), Values.toDouble(right));
    }
    if (left instanceof DateTime a && right instanceof DateTime b) {
      return a.compareTo(b);
    }
    if (left instanceof Boolean a && right instanceof Boolean b) {
      return Boolean.compare(a, b);
    }
    return StringComparer.invariantCulture().compare(Values.text(left), Values.text(right));
  }

  private static int compareNumbers(Number left, Number right) {
    if (Values.isWhole(left) && Values.isWhole(right)) {
      return Long.compare(left.longValue(), right.longValue());
    }
    return Values.isWhole(left)
        ? Long.compare(left.longValue(), Values.toLong(right))
        : Double.compare(Values.toDouble(left), Values.toDouble(right));
  }
}
