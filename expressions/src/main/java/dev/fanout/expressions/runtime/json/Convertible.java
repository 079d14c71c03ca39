package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.expressions.runtime.ClrByte;
import dev.fanout.expressions.runtime.ClrUInt16;
import dev.fanout.expressions.runtime.ClrUInt32;
import dev.fanout.expressions.runtime.ClrUInt64;
import dev.fanout.expressions.runtime.Conversion;
import dev.fanout.expressions.runtime.ConvertOther;
import dev.fanout.expressions.runtime.DateTime;
import dev.fanout.expressions.runtime.Decimal;
import dev.fanout.expressions.runtime.EnumValue;
import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.Parsing;
import dev.fanout.expressions.runtime.RuntimeTypes;
import dev.fanout.expressions.runtime.Text;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** {@code System.Convert} of a boxed value, which is never null, as tokens use it. */
final class Convertible {
  private Convertible() {}

  static boolean isInteger(@Nullable Object value) {
    return value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte
        || value instanceof ClrByte
        || value instanceof ClrUInt16
        || value instanceof ClrUInt32
        || value instanceof ClrUInt64
        || value instanceof BigInteger
        || value instanceof EnumValue;
  }

  static boolean isFloat(@Nullable Object value) {
    return value instanceof Double || value instanceof Float || value instanceof Decimal;
  }

  /** Of what {@link #isInteger} accepts. */
  static BigInteger bigInteger(Object value) {
    return value instanceof BigInteger big
        ? big
        : value instanceof ClrUInt64 u
            ? new BigInteger(Long.toUnsignedString(u.value()))
            : BigInteger.valueOf(int64(value));
  }

  private static long int64(Object value) {
    if (value instanceof Long || value instanceof Integer) {
      return ((Number) value).longValue();
    }
    if (value instanceof Short || value instanceof Byte) {
      return ((Number) value).longValue();
    }
    if (value instanceof ClrByte b) {
      return b.value();
    }
    if (value instanceof ClrUInt16 u) {
      return u.value();
    }
    if (value instanceof ClrUInt32 u) {
      return u.value() & 0xFFFFFFFFL;
    }
    return ((EnumValue) value).value();
  }

  /** The value as an integer of the kind; of an unsigned long its bits. */
  static long toInteger(@Nullable Object value, NumberKind kind) {
    if (value instanceof Long || value instanceof Integer) {
      return kind.checked(((Number) value).longValue());
    }
    if (value instanceof ClrUInt64 || value instanceof BigInteger) {
      return kind.checked(bigInteger(value));
    }
    if (isInteger(value)) {
      return kind.checked(int64(notNull(value)));
    }
    if (value instanceof String s) {
      return parseInteger(s, kind);
    }
    if (value instanceof Character c) {
      return kind.checked(c);
    }
    if (kind == NumberKind.CHAR) {
      throw invalid(value, kind.simpleName);
    }
    if (value instanceof Boolean b) {
      return b ? 1 : 0;
    }
    if (value instanceof Double || value instanceof Float) {
      return ofDouble(((Number) value).doubleValue(), kind);
    }
    if (value instanceof Decimal d) {
      return kind.checked(d.value().setScale(0, RoundingMode.HALF_EVEN).toBigInteger());
    }
    throw invalid(value, kind.simpleName);
  }

  private static long ofDouble(double value, NumberKind kind) {
    double rounded = Math.rint(value);
    if (Double.isNaN(rounded) || Double.isInfinite(rounded)) {
      throw kind.isLong() ? arithmetic() : tooLarge(kind);
    }
    BigInteger whole = new BigDecimal(rounded).toBigInteger();
    if (kind.isLong()) {
      try {
        return kind.checked(whole);
      } catch (ExpressionFailure e) {
        throw arithmetic();
      }
    }
    return kind.isSmall() ? kind.checked(NumberKind.INT32.checked(whole)) : kind.checked(whole);
  }

  private static ExpressionFailure tooLarge(NumberKind kind) {
    return kind.isSmall() ? NumberKind.INT32.overflow() : kind.overflow();
  }

  private static ExpressionFailure arithmetic() {
    return Failures.overflow("Arithmetic operation resulted in an overflow.");
  }

  private static char onlyCharacter(String text) {
    if (text.length() != 1) {
      throw Failures.format("String must be exactly one character long.");
    }
    return text.charAt(0);
  }

  private static long parseInteger(String text, NumberKind kind) {
    return switch (kind) {
      case SBYTE -> Parsing.sbyte(text);
      case BYTE -> Parsing.uint8(text);
      case INT16 -> Parsing.int16(text);
      case UINT16 -> Parsing.uint16(text);
      case CHAR -> onlyCharacter(text);
      case INT32 -> Parsing.int32(text);
      case UINT32 -> Parsing.uint32(text) & 0xFFFFFFFFL;
      case INT64 -> Parsing.int64(text);
      case UINT64 -> Parsing.uint64(text);
    };
  }

  static boolean toBoolean(@Nullable Object value) {
    return value instanceof BigInteger big
        ? NumberKind.INT32.checked(big) != 0
        : Conversion.toBoolean(value);
  }

  static double toDouble(@Nullable Object value) {
    return value instanceof Double d
        ? d
        : value instanceof BigInteger big ? big.doubleValue() : ConvertOther.toDouble(value);
  }

  static float toSingle(@Nullable Object value) {
    return value instanceof BigInteger big ? big.floatValue() : ConvertOther.toSingle(value);
  }

  static Decimal toDecimal(@Nullable Object value) {
    return value instanceof BigInteger big ? Decimal.of(big) : ConvertOther.toDecimal(value);
  }

  static DateTime toDateTime(@Nullable Object value) {
    return ConvertOther.toDateTime(value);
  }

  static String toText(Object value) {
    return String.valueOf(Text.of(value));
  }

  private static Object notNull(@Nullable Object value) {
    if (value == null) {
      throw new IllegalArgumentException("no value");
    }
    return value;
  }

  /** The failure of a type that converts, but not to this one; and of one that does not at all. */
  static ExpressionFailure invalid(@Nullable Object value, String wanted) {
    if (value == null) {
      return new ExpressionFailure(
          "System.InvalidCastException", "Null object cannot be converted to a value type.");
    }
    String name = RuntimeTypes.nameOf(value);
    boolean converts =
        isInteger(value)
            || isFloat(value)
            || value instanceof Boolean
            || value instanceof Character
            || value instanceof String
            || value instanceof DateTime;
    return new ExpressionFailure(
        "System.InvalidCastException",
        converts
            ? "Invalid cast from '"
                + name.substring(name.lastIndexOf('.') + 1)
                + "' to '"
                + wanted
                + "'."
            : "Unable to cast object of type '" + name + "' to type 'System.IConvertible'.");
  }
}
