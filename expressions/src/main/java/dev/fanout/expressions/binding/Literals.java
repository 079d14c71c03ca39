package dev.fanout.expressions.binding;

import dev.fanout.expressions.binding.BoundExpression.Constant;
import dev.fanout.expressions.runtime.Decimal;
import dev.fanout.expressions.syntax.NumberLiteral;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Types of number literals (ECMA-334 6.4.5.3 and 6.4.5.4). */
final class Literals {
  private static final int MOST_DIGITS = 400;

  private Literals() {}

  /** Null if no type of its suffix holds the number. */
  static @Nullable Constant number(NumberLiteral literal) {
    if (literal.digits().length() > MOST_DIGITS) {
      return null;
    }
    return literal.real() ? real(literal) : integer(literal);
  }

  private static @Nullable Constant integer(NumberLiteral literal) {
    BigInteger value = new BigInteger(literal.digits(), literal.radix());
    List<ClrType> candidates =
        switch (literal.suffix()) {
          case "u" -> List.of(Types.UINT, Types.ULONG);
          case "l" -> List.of(Types.LONG, Types.ULONG);
          case "ul" -> List.of(Types.ULONG);
          default -> List.of(Types.INT, Types.UINT, Types.LONG, Types.ULONG);
        };
    for (ClrType type : candidates) {
      if (value.compareTo(Types.numericOrThrow(type).highest()) <= 0) {
        return Constants.ofInteger(value, type);
      }
    }
    return null;
  }

  private static @Nullable Constant real(NumberLiteral literal) {
    switch (literal.suffix()) {
      case "m" -> {
        Decimal value = Decimal.parseLiteral(new BigDecimal(exponentBounded(literal.digits())));
        return value == null ? null : new Constant(Types.DECIMAL, value);
      }
      case "f" -> {
        float value = Float.parseFloat(literal.digits());
        return Float.isInfinite(value) ? null : new Constant(Types.FLOAT, value);
      }
      default -> {
        double value = Double.parseDouble(literal.digits());
        return Double.isInfinite(value) ? null : new Constant(Types.DOUBLE, value);
      }
    }
  }

  /** An exponent of more than three digits makes zero or overflow of any decimal. */
  private static String exponentBounded(String digits) {
    int e = digits.indexOf('e');
    if (e < 0 || digits.length() - e <= 5) {
      return digits;
    }
    return digits.substring(0, e) + (digits.charAt(e + 1) == '-' ? "e-999" : "e+999");
  }
}
