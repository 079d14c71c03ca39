package dev.fanout.expressions.runtime;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** {@code System.BitConverter}: little-endian. */
public final class BitConversion {
  private static final String DIGITS = "0123456789ABCDEF";

  private BitConversion() {}

  public static boolean isLittleEndian() {
    return true;
  }

  private static byte[] bytes(long value, int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) (value >> 8 * i);
    }
    return bytes;
  }

  public static byte[] getBytes(boolean value) {
    return new byte[] {(byte) (value ? 1 : 0)};
  }

  public static byte[] getBytes(char value) {
    return bytes(value, 2);
  }

  public static byte[] getBytesShort(int value) {
    return bytes(value, 2);
  }

  public static byte[] getBytes(int value) {
    return bytes(value, 4);
  }

  public static byte[] getBytes(long value) {
    return bytes(value, 8);
  }

  public static byte[] getBytes(float value) {
    return bytes(Float.floatToRawIntBits(value), 4);
  }

  public static byte[] getBytes(double value) {
    return bytes(Double.doubleToRawLongBits(value), 8);
  }

  private static ByteBuffer at(byte @Nullable [] value, int start, int size) {
    if (value == null) {
      throw Failures.argumentNull("value");
    }
    if (start < 0 || start >= value.length) {
      throw Failures.outOfRange(
          "Index was out of range. Must be non-negative and less than the size of the collection.",
          "startIndex");
    }
    if (start > value.length - size) {
      throw Failures.argument(
          "Destination array is not long enough to copy all the items in the collection. Check array"
              + " index and length.",
          "value");
    }
    return ByteBuffer.wrap(value, start, size).order(ByteOrder.LITTLE_ENDIAN);
  }

  public static boolean toBoolean(byte @Nullable [] value, int start) {
    return at(value, start, 1).get() != 0;
  }

  public static char toChar(byte @Nullable [] value, int start) {
    return at(value, start, 2).getChar();
  }

  public static int toInt16(byte @Nullable [] value, int start) {
    return at(value, start, 2).getShort();
  }

  public static int toUInt16(byte @Nullable [] value, int start) {
    return at(value, start, 2).getShort() & 0xFFFF;
  }

  public static int toInt32(byte @Nullable [] value, int start) {
    return at(value, start, 4).getInt();
  }

  public static long toInt64(byte @Nullable [] value, int start) {
    return at(value, start, 8).getLong();
  }

  public static float toSingle(byte @Nullable [] value, int start) {
    return at(value, start, 4).getFloat();
  }

  public static double toDouble(byte @Nullable [] value, int start) {
    return at(value, start, 8).getDouble();
  }

  public static String toString(byte @Nullable [] value) {
    if (value == null) {
      throw Failures.argumentNull("value");
    }
    return toString(value, 0, value.length);
  }

  public static String toString(byte @Nullable [] value, int start) {
    if (value == null) {
      throw Failures.argumentNull("value");
    }
    return toString(value, start, value.length - start);
  }

  /** Two digits a byte, with hyphens between. */
  public static String toString(byte @Nullable [] value, int start, int length) {
    if (value == null) {
      throw Failures.argumentNull("value");
    }
    if (start < 0 || (start >= value.length && start > 0)) {
      throw Failures.outOfRange("StartIndex cannot be less than zero.", "startIndex");
    }
    if (length < 0) {
      throw Failures.negative("length", length);
    }
    if (start > value.length - length) {
      throw Failures.argument(
          "Destination array is not long enough to copy all the items in the collection. Check array"
              + " index and length.",
          "value");
    }
    Strings.checkLength(3L * length);
    Fence.steps(length / 8);
    StringBuilder text = new StringBuilder(3 * length);
    for (int i = start; i < start + length; i++) {
      text.append(i == start ? "" : "-")
          .append(DIGITS.charAt(value[i] >> 4 & 15))
          .append(DIGITS.charAt(value[i] & 15));
    }
    return text.toString();
  }

  public static long doubleToInt64Bits(double value) {
    return Double.doubleToRawLongBits(value);
  }

  public static double int64BitsToDouble(long value) {
    return Double.longBitsToDouble(value);
  }

  public static int singleToInt32Bits(float value) {
    return Float.floatToRawIntBits(value);
  }

  public static float int32BitsToSingle(int value) {
    return Float.intBitsToFloat(value);
  }
}
