package dev.fanout.expressions.runtime;

import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The integers of 8 and 16 bits of {@code System.Convert}. */
public final class ConvertSmall {
  private ConvertSmall() {}

  public static int toSByte(boolean value) {
    return value ? 1 : 0;
  }

  public static int toSByte(char value) {
    return (int) IntegerKind.SBYTE.checked((long) value);
  }

  public static int toSByte(int value) {
    return (int) IntegerKind.SBYTE.checked((long) value);
  }

  public static int toSByteUnsigned(int value) {
    return (int) IntegerKind.SBYTE.checked(Integer.toUnsignedLong(value));
  }

  public static int toSByte(long value) {
    return (int) IntegerKind.SBYTE.checked(value);
  }

  public static int toSByteUnsigned(long value) {
    return (int) IntegerKind.SBYTE.checked(new BigInteger(Long.toUnsignedString(value)));
  }

  public static int toSByte(double value) {
    return (int) IntegerKind.SBYTE.checked(value);
  }

  public static int toSByteSingle(float value) {
    return toSByte((double) value);
  }

  public static int toSByte(Decimal value) {
    return (int)
        IntegerKind.SBYTE.checked(value.rounded(RoundingMode.HALF_EVEN).value().toBigInteger());
  }

  public static int toSByte(DateTime value) {
    throw Conversion.invalid(value, "SByte");
  }

  public static int toSByte(@Nullable String value) {
    return value == null ? 0 : Parsing.sbyte(value);
  }

  public static int toSByte(@Nullable String value, @Nullable Object provider) {
    return toSByte(value);
  }

  public static int toSByte(@Nullable String value, int fromBase) {
    return (int) BaseNumbers.parse(value, fromBase, IntegerKind.SBYTE);
  }

  public static int toSByte(@Nullable Object value) {
    return (int) Conversion.integer(value, IntegerKind.SBYTE);
  }

  public static int toSByte(@Nullable Object value, @Nullable Object provider) {
    return toSByte(value);
  }

  public static int toByte(boolean value) {
    return value ? 1 : 0;
  }

  public static int toByte(char value) {
    return (int) IntegerKind.BYTE.checked((long) value);
  }

  public static int toByte(int value) {
    return (int) IntegerKind.BYTE.checked((long) value);
  }

  public static int toByteUnsigned(int value) {
    return (int) IntegerKind.BYTE.checked(Integer.toUnsignedLong(value));
  }

  public static int toByte(long value) {
    return (int) IntegerKind.BYTE.checked(value);
  }

  public static int toByteUnsigned(long value) {
    return (int) IntegerKind.BYTE.checked(new BigInteger(Long.toUnsignedString(value)));
  }

  public static int toByte(double value) {
    return (int) IntegerKind.BYTE.checked(value);
  }

  public static int toByteSingle(float value) {
    return toByte((double) value);
  }

  public static int toByte(Decimal value) {
    return (int)
        IntegerKind.BYTE.checked(value.rounded(RoundingMode.HALF_EVEN).value().toBigInteger());
  }

  public static int toByte(DateTime value) {
    throw Conversion.invalid(value, "Byte");
  }

  public static int toByte(@Nullable String value) {
    return value == null ? 0 : Parsing.uint8(value);
  }

  public static int toByte(@Nullable String value, @Nullable Object provider) {
    return toByte(value);
  }

  public static int toByte(@Nullable String value, int fromBase) {
    return (int) BaseNumbers.parse(value, fromBase, IntegerKind.BYTE);
  }

  public static int toByte(@Nullable Object value) {
    return (int) Conversion.integer(value, IntegerKind.BYTE);
  }

  public static int toByte(@Nullable Object value, @Nullable Object provider) {
    return toByte(value);
  }

  public static int toInt16(boolean value) {
    return value ? 1 : 0;
  }

  public static int toInt16(char value) {
    return (int) IntegerKind.INT16.checked((long) value);
  }

  public static int toInt16(int value) {
    return (int) IntegerKind.INT16.checked((long) value);
  }

  public static int toInt16Unsigned(int value) {
    return (int) IntegerKind.INT16.checked(Integer.toUnsignedLong(value));
  }

  public static int toInt16(long value) {
    return (int) IntegerKind.INT16.checked(value);
  }

  public static int toInt16Unsigned(long value) {
    return (int) IntegerKind.INT16.checked(new BigInteger(Long.toUnsignedString(value)));
  }

  public static int toInt16(double value) {
    return (int) IntegerKind.INT16.checked(value);
  }

  public static int toInt16Single(float value) {
    return toInt16((double) value);
  }

  public static int toInt16(Decimal value) {
    return (int)
        IntegerKind.INT16.checked(value.rounded(RoundingMode.HALF_EVEN).value().toBigInteger());
  }

  public static int toInt16(DateTime value) {
    throw Conversion.invalid(value, "Int16");
  }

  public static int toInt16(@Nullable String value) {
    return value == null ? 0 : Parsing.int16(value);
  }

  public static int toInt16(@Nullable String value, @Nullable Object provider) {
    return toInt16(value);
  }

  public static int toInt16(@Nullable String value, int fromBase) {
    return (int) BaseNumbers.parse(value, fromBase, IntegerKind.INT16);
  }

  public static int toInt16(@Nullable Object value) {
    return (int) Conversion.integer(value, IntegerKind.INT16);
  }

  public static int toInt16(@Nullable Object value, @Nullable Object provider) {
    return toInt16(value);
  }

  public static int toUInt16(boolean value) {
    return value ? 1 : 0;
  }

  public static int toUInt16(char value) {
    return (int) IntegerKind.UINT16.checked((long) value);
  }

  public static int toUInt16(int value) {
    return (int) IntegerKind.UINT16.checked((long) value);
  }

  public static int toUInt16Unsigned(int value) {
    return (int) IntegerKind.UINT16.checked(Integer.toUnsignedLong(value));
  }

  public static int toUInt16(long value) {
    return (int) IntegerKind.UINT16.checked(value);
  }

  public static int toUInt16Unsigned(long value) {
    return (int) IntegerKind.UINT16.checked(new BigInteger(Long.toUnsignedString(value)));
  }

  public static int toUInt16(double value) {
    return (int) IntegerKind.UINT16.checked(value);
  }

  public static int toUInt16Single(float value) {
    return toUInt16((double) value);
  }

  public static int toUInt16(Decimal value) {
    return (int)
        IntegerKind.UINT16.checked(value.rounded(RoundingMode.HALF_EVEN).value().toBigInteger());
  }

  public static int toUInt16(DateTime value) {
    throw Conversion.invalid(value, "UInt16");
  }

  public static int toUInt16(@Nullable String value) {
    return value == null ? 0 : Parsing.uint16(value);
  }

  public static int toUInt16(@Nullable String value, @Nullable Object provider) {
    return toUInt16(value);
  }

  public static int toUInt16(@Nullable String value, int fromBase) {
    return (int) BaseNumbers.parse(value, fromBase, IntegerKind.UINT16);
  }

  public static int toUInt16(@Nullable Object value) {
    return (int) Conversion.integer(value, IntegerKind.UINT16);
  }

  public static int toUInt16(@Nullable Object value, @Nullable Object provider) {
    return toUInt16(value);
  }
}
