package dev.fanout.expressions.runtime;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What {@code System.Convert} makes that is no integer. */
public final class ConvertOther {
  private ConvertOther() {}

  public static char toChar(boolean value) {
    throw Conversion.invalid(value, "Char");
  }

  public static char toChar(char value) {
    return value;
  }

  public static char toChar(int value) {
    return (char) IntegerKind.CHAR.checked((long) value);
  }

  public static char toCharUnsigned(int value) {
    return (char) IntegerKind.CHAR.checked(Integer.toUnsignedLong(value));
  }

  public static char toChar(long value) {
    return (char) IntegerKind.CHAR.checked(value);
  }

  public static char toCharUnsigned(long value) {
    if (value < 0) {
      throw IntegerKind.CHAR.overflow();
    }
    return toChar(value);
  }

  public static char toChar(double value) {
    throw Conversion.invalid(value, "Char");
  }

  public static char toCharSingle(float value) {
    throw Conversion.invalid(value, "Char");
  }

  public static char toChar(Decimal value) {
    throw Conversion.invalid(value, "Char");
  }

  public static char toChar(DateTime value) {
    throw Conversion.invalid(value, "Char");
  }

  public static char toChar(@Nullable String value) {
    if (value == null) {
      throw Failures.argumentNull("value");
    }
    return Parsing.character(value);
  }

  public static char toChar(@Nullable String value, @Nullable Object provider) {
    return toChar(value);
  }

  public static char toChar(@Nullable Object value) {
    if (value == null) {
      return 0;
    }
    if (value instanceof String s) {
      return Parsing.character(s);
    }
    if (value instanceof Character c) {
      return c;
    }
    if (value instanceof Boolean
        || value instanceof Double
        || value instanceof Float
        || value instanceof Decimal) {
      throw Conversion.invalid(value, "Char");
    }
    return (char) Conversion.integer(value, IntegerKind.CHAR);
  }

  public static char toChar(@Nullable Object value, @Nullable Object provider) {
    return toChar(value);
  }

  public static float toSingle(boolean value) {
    return value ? 1 : 0;
  }

  public static float toSingle(char value) {
    throw Conversion.invalid(value, "Single");
  }

  public static float toSingle(int value) {
    return value;
  }

  public static float toSingleUnsigned(int value) {
    return Integer.toUnsignedLong(value);
  }

  public static float toSingle(long value) {
    return value;
  }

  public static float toSingleUnsigned(long value) {
    return Numbers.unsignedToFloat(value);
  }

  public static float toSingle(double value) {
    return (float) value;
  }

  public static float toSingle(float value) {
    return value;
  }

  public static float toSingle(Decimal value) {
    return value.toSingle();
  }

  public static float toSingle(DateTime value) {
    throw Conversion.invalid(value, "Single");
  }

  public static float toSingle(@Nullable String value) {
    return value == null ? 0 : Parsing.float32(value);
  }

  public static float toSingle(@Nullable String value, @Nullable Object provider) {
    return toSingle(value);
  }

  public static float toSingle(@Nullable Object value) {
    if (value == null) {
      return 0;
    }
    if (value instanceof String s) {
      return toSingle(s);
    }
    if (value instanceof Double d) {
      return toSingle((double) d);
    }
    if (value instanceof Float f) {
      return toSingle((float) f);
    }
    if (value instanceof Boolean b) {
      return toSingle((boolean) b);
    }
    if (value instanceof EnumValue e) {
      return toSingle(e.value());
    }
    if (value instanceof ClrConvertible other) {
      return (Float) other.convertTo("System.Single");
    }
    BigDecimal number = Conversion.number(value, "Single");
    return number.floatValue();
  }

  public static float toSingle(@Nullable Object value, @Nullable Object provider) {
    return toSingle(value);
  }

  public static double toDouble(boolean value) {
    return value ? 1 : 0;
  }

  public static double toDouble(char value) {
    throw Conversion.invalid(value, "Double");
  }

  public static double toDouble(int value) {
    return value;
  }

  public static double toDoubleUnsigned(int value) {
    return Integer.toUnsignedLong(value);
  }

  public static double toDouble(long value) {
    return value;
  }

  public static double toDoubleUnsigned(long value) {
    return Numbers.unsignedToDouble(value);
  }

  public static double toDouble(double value) {
    return value;
  }

  public static double toDouble(float value) {
    return value;
  }

  public static double toDouble(Decimal value) {
    return value.toDouble();
  }

  public static double toDouble(DateTime value) {
    throw Conversion.invalid(value, "Double");
  }

  public static double toDouble(@Nullable String value) {
    return value == null ? 0 : Parsing.float64(value);
  }

  public static double toDouble(@Nullable String value, @Nullable Object provider) {
    return toDouble(value);
  }

  public static double toDouble(@Nullable Object value) {
    if (value == null) {
      return 0;
    }
    if (value instanceof String s) {
      return toDouble(s);
    }
    if (value instanceof Double d) {
      return toDouble((double) d);
    }
    if (value instanceof Float f) {
      return toDouble((float) f);
    }
    if (value instanceof Boolean b) {
      return toDouble((boolean) b);
    }
    if (value instanceof EnumValue e) {
      return toDouble(e.value());
    }
    if (value instanceof ClrConvertible other) {
      return (Double) other.convertTo("System.Double");
    }
    BigDecimal number = Conversion.number(value, "Double");
    return number.doubleValue();
  }

  public static double toDouble(@Nullable Object value, @Nullable Object provider) {
    return toDouble(value);
  }

  public static Decimal toDecimal(boolean value) {
    return value ? Decimal.of(1) : Decimal.ZERO;
  }

  public static Decimal toDecimal(char value) {
    throw Conversion.invalid(value, "Decimal");
  }

  public static Decimal toDecimal(int value) {
    return Decimal.of(value);
  }

  public static Decimal toDecimalUnsigned(int value) {
    return Decimal.of(Integer.toUnsignedLong(value));
  }

  public static Decimal toDecimal(long value) {
    return Decimal.of(value);
  }

  public static Decimal toDecimalUnsigned(long value) {
    return Decimal.ofUnsigned(value);
  }

  public static Decimal toDecimal(double value) {
    return Decimal.of(value);
  }

  public static Decimal toDecimal(float value) {
    return Decimal.of(value);
  }

  public static Decimal toDecimal(Decimal value) {
    return value;
  }

  public static Decimal toDecimal(DateTime value) {
    throw Conversion.invalid(value, "Decimal");
  }

  public static Decimal toDecimal(@Nullable String value) {
    return value == null ? Decimal.ZERO : Parsing.decimal(value);
  }

  public static Decimal toDecimal(@Nullable String value, @Nullable Object provider) {
    return toDecimal(value);
  }

  public static Decimal toDecimal(@Nullable Object value) {
    if (value == null) {
      return Decimal.ZERO;
    }
    if (value instanceof String s) {
      return toDecimal(s);
    }
    if (value instanceof Double d) {
      return toDecimal((double) d);
    }
    if (value instanceof Float f) {
      return toDecimal((float) f);
    }
    if (value instanceof Boolean b) {
      return toDecimal((boolean) b);
    }
    if (value instanceof EnumValue e) {
      return toDecimal(e.value());
    }
    if (value instanceof ClrConvertible other) {
      return (Decimal) other.convertTo("System.Decimal");
    }
    BigDecimal number = Conversion.number(value, "Decimal");
    return Decimal.fit(number);
  }

  public static Decimal toDecimal(@Nullable Object value, @Nullable Object provider) {
    return toDecimal(value);
  }

  public static DateTime toDateTime(boolean value) {
    throw Conversion.invalid(value, "DateTime");
  }

  public static DateTime toDateTime(char value) {
    throw Conversion.invalid(value, "DateTime");
  }

  public static DateTime toDateTime(int value) {
    throw Conversion.invalid(value, "DateTime");
  }

  public static DateTime toDateTime(long value) {
    throw Conversion.invalid(value, "DateTime");
  }

  public static DateTime toDateTime(double value) {
    throw Conversion.invalid(value, "DateTime");
  }

  public static DateTime toDateTime(float value) {
    throw Conversion.invalid(value, "DateTime");
  }

  public static DateTime toDateTime(Decimal value) {
    throw Conversion.invalid(value, "DateTime");
  }

  public static DateTime toDateTimeUnsigned(int value) {
    throw Conversion.invalid(new ClrUInt32(value), "DateTime");
  }

  public static DateTime toDateTimeUnsigned(long value) {
    throw Conversion.invalid(new ClrUInt64(value), "DateTime");
  }

  public static DateTime toDateTime(DateTime value) {
    return value;
  }

  /** Null is the first moment. */
  public static DateTime toDateTime(@Nullable String value) {
    return value == null ? DateTime.MIN_VALUE : DateTime.parse(value);
  }

  public static DateTime toDateTime(@Nullable String value, @Nullable Object provider) {
    return toDateTime(value);
  }

  public static DateTime toDateTime(@Nullable Object value) {
    if (value == null) {
      return DateTime.MIN_VALUE;
    }
    if (value instanceof DateTime time) {
      return time;
    }
    if (value instanceof String s) {
      return DateTime.parse(s);
    }
    if (value instanceof ClrConvertible other) {
      return (DateTime) other.convertTo("System.DateTime");
    }
    throw Conversion.invalid(value, "DateTime");
  }

  public static DateTime toDateTime(@Nullable Object value, @Nullable Object provider) {
    return toDateTime(value);
  }

  public static String toString(boolean value) {
    return Text.of(value);
  }

  public static String toString(boolean value, @Nullable Object provider) {
    return toString(value);
  }

  public static String toString(char value) {
    return Text.of(value);
  }

  public static String toString(char value, @Nullable Object provider) {
    return toString(value);
  }

  public static String toString(int value) {
    return Integer.toString(value);
  }

  public static String toString(int value, @Nullable Object provider) {
    return toString(value);
  }

  public static String toString(long value) {
    return Long.toString(value);
  }

  public static String toString(long value, @Nullable Object provider) {
    return toString(value);
  }

  public static String toString(double value) {
    return Numbers.text(value);
  }

  public static String toString(double value, @Nullable Object provider) {
    return toString(value);
  }

  public static String toString(float value) {
    return Numbers.text(value);
  }

  public static String toString(float value, @Nullable Object provider) {
    return toString(value);
  }

  public static String toString(Decimal value) {
    return value.toString();
  }

  public static String toString(Decimal value, @Nullable Object provider) {
    return toString(value);
  }

  public static String toString(DateTime value) {
    return value.toString();
  }

  public static String toString(DateTime value, @Nullable Object provider) {
    return toString(value);
  }

  public static @Nullable String toString(@Nullable String value) {
    return value;
  }

  public static @Nullable String toString(@Nullable String value, @Nullable Object provider) {
    return toString(value);
  }

  public static String toString(@Nullable Object value) {
    return value == null ? "" : Text.ofObject(value);
  }

  public static String toString(@Nullable Object value, @Nullable Object provider) {
    return toString(value);
  }

  public static String toStringUnsigned(int value) {
    return Integer.toUnsignedString(value);
  }

  public static String toStringUnsigned(int value, @Nullable Object provider) {
    return toStringUnsigned(value);
  }

  public static String toStringUnsigned(long value) {
    return Long.toUnsignedString(value);
  }

  public static String toStringUnsigned(long value, @Nullable Object provider) {
    return toStringUnsigned(value);
  }

  public static boolean isDBNull(@Nullable Object value) {
    return false;
  }

  public static @Nullable Object changeType(@Nullable Object value, @Nullable ClrTypeInfo type) {
    if (type == null) {
      throw Failures.argumentNull("conversionType");
    }
    return Conversion.changed(value, type.fullName());
  }

  public static @Nullable Object changeType(
      @Nullable Object value, @Nullable ClrTypeInfo type, @Nullable Object provider) {
    return changeType(value, type);
  }
}
