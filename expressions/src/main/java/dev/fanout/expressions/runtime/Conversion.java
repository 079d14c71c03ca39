package dev.fanout.expressions.runtime;

import dev.fanout.expressions.ExpressionFailure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** {@code System.Convert}: bool, and what the conversions of objects share. */
public final class Conversion {
  private Conversion() {}

  public static boolean toBoolean(@Nullable String value) {
    return value != null && Parsing.bool(value);
  }

  public static boolean toBoolean(@Nullable String value, @Nullable Object provider) {
    return toBoolean(value);
  }

  public static boolean toBoolean(boolean value) {
    return value;
  }

  public static boolean toBoolean(char value) {
    throw invalid(value, "Boolean");
  }

  public static boolean toBoolean(int value) {
    return value != 0;
  }

  public static boolean toBoolean(long value) {
    return value != 0;
  }

  public static boolean toBoolean(float value) {
    return value != 0;
  }

  public static boolean toBoolean(double value) {
    return value != 0;
  }

  public static boolean toBoolean(Decimal value) {
    return value.value().signum() != 0;
  }

  public static boolean toBoolean(DateTime value) {
    throw invalid(value, "Boolean");
  }

  public static boolean toBoolean(@Nullable Object value) {
    if (value == null) {
      return false;
    }
    if (value instanceof String s) {
      return Parsing.bool(s);
    }
    if (value instanceof Boolean b) {
      return b;
    }
    if (value instanceof Double d) {
      return d != 0;
    }
    if (value instanceof Float f) {
      return f != 0;
    }
    if (value instanceof EnumValue e) {
      return e.value() != 0;
    }
    if (value instanceof ClrConvertible other) {
      return (Boolean) other.convertTo("System.Boolean");
    }
    return number(value, "Boolean").signum() != 0;
  }

  public static boolean toBoolean(@Nullable Object value, @Nullable Object provider) {
    return toBoolean(value);
  }

  /** What {@code ToInt32(object)} and its like do. */
  static long integer(@Nullable Object value, IntegerKind kind) {
    if (value == null) {
      return 0;
    }
    if (value instanceof String s) {
      return switch (kind) {
        case SBYTE -> Parsing.sbyte(s);
        case BYTE -> Parsing.uint8(s);
        case INT16 -> Parsing.int16(s);
        case UINT16 -> Parsing.uint16(s);
        case CHAR -> Parsing.character(s);
        case INT32 -> Parsing.int32(s);
        case UINT32 -> Parsing.uint32(s);
        case INT64 -> Parsing.int64(s);
        case UINT64 -> Parsing.uint64(s);
      };
    }
    if (value instanceof Integer i) {
      return kind.checked((long) i);
    }
    if (value instanceof Boolean b) {
      return b ? 1 : 0;
    }
    if (value instanceof Character c) {
      return kind.checked((long) c);
    }
    if (value instanceof Double d) {
      return kind.checked((double) d);
    }
    if (value instanceof Float f) {
      return kind.checked((double) f);
    }
    if (value instanceof EnumValue e) {
      return kind.checked((long) e.value());
    }
    if (value instanceof ClrConvertible other) {
      return kind == IntegerKind.CHAR
          ? (Character) other.convertTo(kind.fullName())
          : integer(other.convertTo(kind.fullName()), kind);
    }
    String name = kind.fullName().substring("System.".length());
    return kind.checked(number(value, name).setScale(0, RoundingMode.HALF_EVEN).toBigInteger());
  }

  /** The exact number that a finite one is; anything else does not convert. */
  static BigDecimal number(Object value, String wanted) {
    if (!NumberFormat.isNumber(value)) {
      throw invalid(value, wanted);
    }
    return NumberFormat.exact(value);
  }

  static @Nullable Object changed(@Nullable Object value, String type) {
    if (value == null) {
      return switch (type) {
        case "System.String", "System.Object" -> null;
        default ->
            throw new ExpressionFailure(
                "System.InvalidCastException", "Null object cannot be converted to a value type.");
      };
    }
    if (RuntimeTypes.nameOf(value).equals(type)) {
      return value;
    }
    for (IntegerKind kind : IntegerKind.values()) {
      if (kind.fullName().equals(type)) {
        return kind == IntegerKind.CHAR
            ? Boxes.box(ConvertOther.toChar(value))
            : kind.box(integer(value, kind));
      }
    }
    return switch (type) {
      case "System.String" -> Text.ofObject(value);
      case "System.Object" -> value;
      case "System.Boolean" -> Boxes.box(toBoolean(value));
      case "System.Single" -> Boxes.box(ConvertOther.toSingle(value));
      case "System.Double" -> Boxes.box(ConvertOther.toDouble(value));
      case "System.Decimal" -> ConvertOther.toDecimal(value);
      case "System.DateTime" -> ConvertOther.toDateTime(value);
      default ->
          throw new ExpressionFailure(
              "System.InvalidCastException",
              "Invalid cast from '" + RuntimeTypes.nameOf(value) + "' to '" + type + "'.");
    };
  }

  static ExpressionFailure invalid(Object value, String wanted) {
    String name = RuntimeTypes.nameOf(value);
    boolean convertible =
        value instanceof Character
            || value instanceof DateTime
            || value instanceof Boolean
            || NumberFormat.isNumber(value);
    return new ExpressionFailure(
        "System.InvalidCastException",
        convertible
            ? "Invalid cast from '" + name.substring("System.".length()) + "' to '" + wanted + "'."
            : "Unable to cast object of type '" + name + "' to type 'System.IConvertible'.");
  }
}
