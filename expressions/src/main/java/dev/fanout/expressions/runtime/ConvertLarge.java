package dev.fanout.expressions.runtime;

import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The integers of 32 and 64 bits of {@code System.Convert}. */
public final class ConvertLarge {
  private ConvertLarge() {}

  public static int toInt32(boolean value) {
    return value ? 1 : 0;
  }

  public static int toInt32(char value) {
    return (int) IntegerKind.INT32.checked((long) value);
  }

  public static int toInt32(int value) {
    return (int) IntegerKind.INT32.checked((long) value);
  }

  public static int toInt32Unsigned(int value) {
    return (int) IntegerKind.INT32.checked(Integer.toUnsignedLong(value));
  }

  public static int toInt32(long value) {
    return (int) IntegerKind.INT32.checked(value);
  }

  public static int toInt32Unsigned(long value) {
    return (int) IntegerKind.INT32.checked(new BigInteger(Long.toUnsignedString(value)));
  }

  public static int toInt32(double value) {
    return (int) IntegerKind.INT32.checked(value);
  }

  public static int toInt32Single(float value) {
    return toInt32((double) value);
  }

  public static int toInt32(Decimal value) {
    return (int)
        IntegerKind.INT32.checked(value.rounded(RoundingMode.HALF_EVEN).value().toBigInteger());
  }

  public static int toInt32(DateTime value) {
    throw Conversion.invalid(value, "Int32");
  }

  public static int toInt32(@Nullable String value) {
    return value == null ? 0 : Parsing.int32(value);
  }

  public static int toInt32(@Nullable String value, @Nullable Object provider) {
    return toInt32(value);
  }

  public static int toInt32(@Nullable String value, int fromBase) {
    return (int) BaseNumbers.parse(value, fromBase, IntegerKind.INT32);
  }

  public static int toInt32(@Nullable Object value) {
    return (int) Conversion.integer(value, IntegerKind.INT32);
  }

  public static int toInt32(@Nullable Object value, @Nullable Object provider) {
    return toInt32(value);
  }

  public static int toUInt32(boolean value) {
    return value ? 1 : 0;
  }

  public static int toUInt32(char value) {
    return (int) IntegerKind.UINT32.checked((long) value);
  }

  public static int toUInt32(int value) {
    return (int) IntegerKind.UINT32.checked((long) value);
  }

  public static int toUInt32Unsigned(int value) {
    return (int) IntegerKind.UINT32.checked(Integer.toUnsignedLong(value));
  }

  public static int toUInt32(long value) {
    return (int) IntegerKind.UINT32.checked(value);
  }

  public static int toUInt32Unsigned(long value) {
    return (int) IntegerKind.UINT32.checked(new BigInteger(Long.toUnsignedString(value)));
  }

  public static int toUInt32(double value) {
    return (int) IntegerKind.UINT32.checked(value);
  }

  public static int toUInt32Single(float value) {
    return toUInt32((double) value);
  }

  public static int toUInt32(Decimal value) {
    return (int)
        IntegerKind.UINT32.checked(value.rounded(RoundingMode.HALF_EVEN).value().toBigInteger());
  }

  public static int toUInt32(DateTime value) {
    throw Conversion.invalid(value, "UInt32");
  }

  public static int toUInt32(@Nullable String value) {
    return value == null ? 0 : Parsing.uint32(value);
  }

  public static int toUInt32(@Nullable String value, @Nullable Object provider) {
    return toUInt32(value);
  }

  public static int toUInt32(@Nullable String value, int fromBase) {
    return (int) BaseNumbers.parse(value, fromBase, IntegerKind.UINT32);
  }

  public static int toUInt32(@Nullable Object value) {
    return (int) Conversion.integer(value, IntegerKind.UINT32);
  }

  public static int toUInt32(@Nullable Object value, @Nullable Object provider) {
    return toUInt32(value);
  }

  public static long toInt64(boolean value) {
    return value ? 1 : 0;
  }

  public static long toInt64(char value) {
    return IntegerKind.INT64.checked((long) value);
  }

  public static long toInt64(int value) {
    return IntegerKind.INT64.checked((long) value);
  }

  public static long toInt64Unsigned(int value) {
    return IntegerKind.INT64.checked(Integer.toUnsignedLong(value));
  }

  public static long toInt64(long value) {
    return IntegerKind.INT64.checked(value);
  }

  public static long toInt64Unsigned(long value) {
    return IntegerKind.INT64.checked(new BigInteger(Long.toUnsignedString(value)));
  }

  public static long toInt64(double value) {
    return IntegerKind.INT64.checked(value);
  }

  public static long toInt64Single(float value) {
    return toInt64((double) value);
  }

  public static long toInt64(Decimal value) {
    return IntegerKind.INT64.checked(value.rounded(RoundingMode.HALF_EVEN).value().toBigInteger());
  }

  public static long toInt64(DateTime value) {
    throw Conversion.invalid(value, "Int64");
  }

  public static long toInt64(@Nullable String value) {
    return value == null ? 0 : Parsing.int64(value);
  }

  public static long toInt64(@Nullable String value, @Nullable Object provider) {
    return toInt64(value);
  }

  public static long toInt64(@Nullable String value, int fromBase) {
    return BaseNumbers.parse(value, fromBase, IntegerKind.INT64);
  }

  public static long toInt64(@Nullable Object value) {
    return Conversion.integer(value, IntegerKind.INT64);
  }

  public static long toInt64(@Nullable Object value, @Nullable Object provider) {
    return toInt64(value);
  }

  public static long toUInt64(boolean value) {
    return value ? 1 : 0;
  }

  public static long toUInt64(char value) {
    return IntegerKind.UINT64.checked((long) value);
  }

  public static long toUInt64(int value) {
    return IntegerKind.UINT64.checked((long) value);
  }

  public static long toUInt64Unsigned(int value) {
    return IntegerKind.UINT64.checked(Integer.toUnsignedLong(value));
  }

  public static long toUInt64(long value) {
    return IntegerKind.UINT64.checked(value);
  }

  public static long toUInt64Unsigned(long value) {
    return IntegerKind.UINT64.checked(new BigInteger(Long.toUnsignedString(value)));
  }

  public static long toUInt64(double value) {
    return IntegerKind.UINT64.checked(value);
  }

  public static long toUInt64Single(float value) {
    return toUInt64((double) value);
  }

  public static long toUInt64(Decimal value) {
    return IntegerKind.UINT64.checked(value.rounded(RoundingMode.HALF_EVEN).value().toBigInteger());
  }

  public static long toUInt64(DateTime value) {
    throw Conversion.invalid(value, "UInt64");
  }

  public static long toUInt64(@Nullable String value) {
    return value == null ? 0 : Parsing.uint64(value);
  }

  public static long toUInt64(@Nullable String value, @Nullable Object provider) {
    return toUInt64(value);
  }

  public static long toUInt64(@Nullable String value, int fromBase) {
    return BaseNumbers.parse(value, fromBase, IntegerKind.UINT64);
  }

  public static long toUInt64(@Nullable Object value) {
    return Conversion.integer(value, IntegerKind.UINT64);
  }

  public static long toUInt64(@Nullable Object value, @Nullable Object provider) {
    return toUInt64(value);
  }
}
