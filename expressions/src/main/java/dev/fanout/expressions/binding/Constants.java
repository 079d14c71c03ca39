package dev.fanout.expressions.binding;

import dev.fanout.expressions.binding.BoundExpression.Constant;
import dev.fanout.expressions.runtime.Decimal;
import dev.fanout.expressions.runtime.Numbers;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Constant expressions (ECMA-334 12.25); results that do not fit are errors by themselves. */
final class Constants {
  /** Thrown for a constant that overflows, or is divided by zero; caught by the binder. */
  static final class NotComputable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotComputable(String message) {
      super(message, null, false, false);
    }
  }

  private Constants() {}

  static BigInteger integer(Constant constant) {
    Object value = constant.value();
    Numeric numeric = Types.numeric(constant.type());
    if (value instanceof Character c) {
      return BigInteger.valueOf(c);
    }
    if (value instanceof Integer i) {
      return BigInteger.valueOf(numeric == Numeric.UINT ? Integer.toUnsignedLong(i) : i);
    }
    if (value instanceof Long l) {
      BigInteger big = BigInteger.valueOf(l);
      return numeric == Numeric.ULONG && l < 0 ? big.add(BigInteger.ONE.shiftLeft(64)) : big;
    }
    throw new IllegalArgumentException(constant + " is no integer");
  }

  /** Wraps to the type's bits. */
  static Constant ofInteger(BigInteger value, ClrType type) {
    Numeric numeric = Types.numeric(type);
    if (numeric == null) {
      throw new IllegalArgumentException(type + " is no number");
    }
    return new Constant(
        type,
        switch (numeric) {
          case SBYTE -> (Object) (int) value.byteValue();
          case BYTE -> value.intValue() & 0xFF;
          case SHORT -> (int) value.shortValue();
          case USHORT -> value.intValue() & 0xFFFF;
          case CHAR -> (char) value.intValue();
          case INT, UINT -> value.intValue();
          case LONG, ULONG -> value.longValue();
          case FLOAT -> value.floatValue();
          case DOUBLE -> value.doubleValue();
          case DECIMAL -> Decimal.of(value);
        });
  }

  /** Null where only code can convert; throws what the compiler reports. */
  static @Nullable Constant convert(Constant constant, ClrType to) {
    return convert(constant, to, true);
  }

  static @Nullable Constant convert(Constant constant, ClrType to, boolean checked) {
    Numeric source = Types.numeric(constant.type());
    Numeric target = Types.numeric(to);
    if (source == null || target == null) {
      return null;
    }
    if (source == Numeric.DECIMAL) {
      return constant.value() instanceof Decimal decimal && target.isIntegral()
          ? fit(decimal.value().toBigInteger(), to, target)
          : null;
    }
    if (source.isIntegral()) {
      BigInteger value = integer(constant);
      if (target.isIntegral()) {
        return checked ? fit(value, to, target) : ofInteger(value, to);
      }
      return target == Numeric.FLOAT && source.bits() == 64 ? null : ofInteger(value, to);
    }
    double value = ((Number) java.util.Objects.requireNonNull(constant.value())).doubleValue();
    if (target == Numeric.DOUBLE) {
      return new Constant(to, value);
    }
    if (target == Numeric.FLOAT) {
      return new Constant(to, (float) value);
    }
    if (target == Numeric.DECIMAL || Double.isNaN(value) || Double.isInfinite(value)) {
      return null;
    }
    BigInteger whole = Numbers.truncate(value);
    return checked ? fit(whole, to, target) : ofInteger(whole, to);
  }

  private static Constant fit(BigInteger value, ClrType type, Numeric numeric) {
    if (value.compareTo(numeric.lowest()) < 0 || value.compareTo(numeric.highest()) > 0) {
      throw new NotComputable(
          "the constant " + value + " does not fit into '" + type.display() + "'");
    }
    return ofInteger(value, type);
  }

  /** Of two constants of the same type; null where only code can compute it. */
  static @Nullable Constant binary(
      String operator, Constant left, Constant right, ClrType result, boolean checked) {
    Object a = left.value();
    Object b = right.value();
    if (a == null || b == null) {
      return null;
    }
    if (a instanceof Boolean x && b instanceof Boolean y) {
      return logical(operator, x, y);
    }
    if (a instanceof String x && b instanceof String y) {
      return switch (operator) {
        case "==" -> new Constant(Types.BOOL, x.equals(y));
        case "!=" -> new Constant(Types.BOOL, !x.equals(y));
        default -> null;
      };
    }
    Numeric numeric = Types.numeric(left.type());
    if (numeric == null) {
      return null;
    }
    if (numeric == Numeric.DECIMAL) {
      return decimals(operator, (Decimal) a, (Decimal) b);
    }
    if (operator.equals("<<") || operator.equals(">>")) {
      return shift(operator, left, integer(right).intValue(), result, numeric);
    }
    return numeric.isFloating()
        ? floating(operator, ((Number) a).doubleValue(), ((Number) b).doubleValue(), result)
        : integers(operator, integer(left), integer(right), result, checked);
  }

  private static @Nullable Constant logical(String operator, boolean a, boolean b) {
    return switch (operator) {
      case "&" -> new Constant(Types.BOOL, a & b);
      case "|" -> new Constant(Types.BOOL, a | b);
      case "^", "!=" -> new Constant(Types.BOOL, a ^ b);
      case "==" -> new Constant(Types.BOOL, a == b);
      default -> null;
    };
  }

  private static @Nullable Constant decimals(String operator, Decimal a, Decimal b) {
    try {
      return switch (operator) {
        case "+" -> new Constant(Types.DECIMAL, Decimal.add(a, b));
        case "-" -> new Constant(Types.DECIMAL, Decimal.subtract(a, b));
        case "*" -> new Constant(Types.DECIMAL, Decimal.multiply(a, b));
        case "/" -> new Constant(Types.DECIMAL, Decimal.divide(a, b));
        case "%" -> new Constant(Types.DECIMAL, Decimal.remainder(a, b));
        default -> compared(operator, a.compareTo(b), false);
      };
    } catch (ArithmeticException e) {
      throw new NotComputable("division by the constant zero");
    } catch (dev.fanout.expressions.ExpressionFailure e) {
      throw new NotComputable("the constant is too large for 'decimal'");
    }
  }

  private static Constant shift(
      String operator, Constant left, int count, ClrType result, Numeric numeric) {
    int distance = count & (numeric.bits() == 64 ? 63 : 31);
    BigInteger value = integer(left);
    return ofInteger(
        operator.equals("<<") ? value.shiftLeft(distance) : value.shiftRight(distance), result);
  }

  private static @Nullable Constant integers(
      String operator, BigInteger a, BigInteger b, ClrType result, boolean checked) {
    if ((operator.equals("/") || operator.equals("%")) && b.signum() == 0) {
      throw new NotComputable("division by the constant zero");
    }
    BigInteger value;
    switch (operator) {
      case "+" -> value = a.add(b);
      case "-" -> value = a.subtract(b);
      case "*" -> value = a.multiply(b);
      case "/" -> value = a.divide(b);
      case "%" -> value = a.remainder(b);
      case "&" -> value = a.and(b);
      case "|" -> value = a.or(b);
      case "^" -> value = a.xor(b);
      default -> {
        return compared(operator, a.compareTo(b), false);
      }
    }
    Numeric numeric = Types.numeric(result);
    if (numeric == null) {
      return null;
    }
    boolean wraps = operator.equals("&") || operator.equals("|") || operator.equals("^");
    return checked && !wraps ? fit(value, result, numeric) : ofInteger(value, result);
  }

  private static @Nullable Constant floating(String operator, double a, double b, ClrType result) {
    double value;
    switch (operator) {
      case "+" -> value = a + b;
      case "-" -> value = a - b;
      case "*" -> value = a * b;
      case "/" -> value = a / b;
      case "%" -> value = a % b;
      default -> {
        boolean unordered = Double.isNaN(a) || Double.isNaN(b);
        return compared(operator, a < b ? -1 : a > b ? 1 : 0, unordered);
      }
    }
    return new Constant(
        result, result.equals(Types.FLOAT) ? (Object) (float) value : (Object) value);
  }

  private static @Nullable Constant compared(String operator, int order, boolean unordered) {
    boolean value;
    switch (operator) {
      case "==" -> value = order == 0 && !unordered;
      case "!=" -> value = order != 0 || unordered;
      case "<" -> value = order < 0 && !unordered;
      case ">" -> value = order > 0 && !unordered;
      case "<=" -> value = order <= 0 && !unordered;
      case ">=" -> value = order >= 0 && !unordered;
      default -> {
        return null;
      }
    }
    return new Constant(Types.BOOL, value);
  }

  static @Nullable Constant unary(String operator, Constant operand, boolean checked) {
    Object value = operand.value();
    if (value instanceof Boolean b) {
      return operator.equals("!") ? new Constant(Types.BOOL, !b) : null;
    }
    Numeric numeric = Types.numeric(operand.type());
    if (value == null || numeric == null) {
      return null;
    }
    if (operator.equals("+")) {
      return operand;
    }
    if (value instanceof Decimal decimal) {
      return operator.equals("-") ? new Constant(Types.DECIMAL, decimal.negate()) : null;
    }
    if (numeric.isFloating()) {
      double negated = -((Number) value).doubleValue();
      return operator.equals("-")
          ? new Constant(
              operand.type(),
              numeric == Numeric.FLOAT ? (Object) (float) negated : (Object) negated)
          : null;
    }
    BigInteger integer = integer(operand);
    if (operator.equals("~")) {
      return ofInteger(integer.not(), operand.type());
    }
    return checked
        ? fit(integer.negate(), operand.type(), numeric)
        : ofInteger(integer.negate(), operand.type());
  }
}
