package dev.fanout.policies.liquid;

import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.expressions.runtime.Decimal;
import dev.fanout.expressions.runtime.Fence;
import dev.fanout.expressions.runtime.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Arithmetic: whole numbers with whole numbers stay whole, all else is double. */
final class NumberFilters {
  private static final int MOST_DIGITS = 28;

  /** An operation for whole numbers and for doubles. */
  private interface Whole {
    long apply(long a, long b);
  }

  private interface Real {
    double apply(double a, double b);
  }

  private NumberFilters() {}

  static void addTo(Map<String, Filter> filters) {
    filters.put("Plus", NumberFilters::plus);
    filters.put("Minus", (a, with) -> both(a, with, Math::subtractExact, (x, y) -> x - y));
    filters.put("Times", NumberFilters::times);
    filters.put("DividedBy", (a, with) -> both(a, with, NumberFilters::divide, (x, y) -> x / y));
    filters.put("Modulo", (a, with) -> both(a, with, NumberFilters::modulo, (x, y) -> x % y));
    filters.put("Abs", (input, with) -> absolute(input));
    filters.put("Ceil", (input, with) -> rounded(input, 0, RoundingMode.CEILING));
    filters.put("Floor", (input, with) -> rounded(input, 0, RoundingMode.FLOOR));
    filters.put(
        "Round",
        (input, with) -> rounded(input, Math.max(0, with.number(0, 0)), RoundingMode.HALF_EVEN));
    filters.put("AtLeast", (input, with) -> limited(input, with.value(0), true));
    filters.put("AtMost", (input, with) -> limited(input, with.value(0), false));
    filters.put("Currency", (input, with) -> currency(input));
  }

  private static @Nullable Object plus(@Nullable Object input, Arguments arguments) {
    return input instanceof String text
        ? text + arguments.text(0, "")
        : both(input, arguments, Math::addExact, Double::sum);
  }

  static Object add(Object a, @Nullable Object b) {
    return of(a, Objects.requireNonNull(b), Math::addExact, Double::sum);
  }

  private static @Nullable Object times(@Nullable Object input, Arguments arguments) {
    if (input instanceof String text && Values.isWhole(arguments.value(0))) {
      long count = Math.max(0, Values.toLong(arguments.value(0)));
      Fence.characters(Math.multiplyExact(Math.min(count, Integer.MAX_VALUE), text.length()));
      return text.repeat((int) count);
    }
    return both(input, arguments, Math::multiplyExact, (x, y) -> x * y);
  }

  private static @Nullable Object both(
      @Nullable Object input, Arguments arguments, Whole whole, Real real) {
    Object operand = arguments.value(0);
    return input == null || operand == null ? null : of(input, operand, whole, real);
  }

  private static Object of(Object a, Object b, Whole whole, Real real) {
    if (!(a instanceof Number) || !(b instanceof Number)) {
      Object culprit = a instanceof Number ? b : a;
      if (Values.toDoubleOrNull(culprit) == null) {
        throw new ExpressionFailure(
            "System.InvalidOperationException",
            "'" + Values.text(culprit) + "' is no number to calculate with.");
      }
      return real.apply(Values.toDouble(a), Values.toDouble(b));
    }
    if (Values.isWhole(a) && Values.isWhole(b)) {
      try {
        return whole.apply(((Number) a).longValue(), ((Number) b).longValue());
      } catch (ArithmeticException e) {
        throw new ExpressionFailure(
            "System.OverflowException", "Arithmetic operation resulted in an overflow.");
      }
    }
    return real.apply(Values.toDouble(a), Values.toDouble(b));
  }

  private static long divide(long a, long b) {
    if (b == 0) {
      throw LiquidFailures.divideByZero();
    }
    return a / b;
  }

  private static long modulo(long a, long b) {
    if (b == 0) {
      throw LiquidFailures.divideByZero();
    }
    return a % b;
  }

  private static Object absolute(@Nullable Object input) {
    Double number = Values.toDoubleOrNull(input);
    return number == null ? (Object) 0L : (Object) Math.abs(number);
  }

  private static @Nullable Object rounded(@Nullable Object input, int digits, RoundingMode mode) {
    Double number = Values.toDoubleOrNull(input);
    if (number == null || number.isNaN() || number.isInfinite()) {
      return null;
    }
    BigDecimal exact = new BigDecimal(Text.of((double) number));
    BigDecimal rounded = exact.setScale(Math.min(digits, MOST_DIGITS), mode);
    return rounded.scale() > exact.scale() ? number : (Object) rounded.doubleValue();
  }

  private static @Nullable Object limited(
      @Nullable Object input, @Nullable Object limit, boolean least) {
    Double number = Values.toDoubleOrNull(input);
    Double other = Values.toDoubleOrNull(limit);
    if (number == null || other == null) {
      return input;
    }
    return least ? Math.max(number, other) : Math.min(number, other);
  }

  private static @Nullable Object currency(@Nullable Object input) {
    Double number = Values.toDoubleOrNull(input);
    return number == null ? input : Text.formatted(Decimal.of((double) number), 0, "C");
  }
}
