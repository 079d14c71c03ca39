package dev.fanout.expressions.runtime;

import dev.fanout.expressions.ExpressionFailure;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Integers that may not overflow: those of {@code checked}, and of decimals always. */
public final class CheckedMath {
  private static final BigInteger UINT64_MAX =
      BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  private CheckedMath() {}

  private static ExpressionFailure overflow() {
    return Failures.overflow("Arithmetic operation resulted in an overflow.");
  }

  public static int addUnsigned(int a, int b) {
    return toUInt32(Integer.toUnsignedLong(a) + Integer.toUnsignedLong(b));
  }

  public static int subtractUnsigned(int a, int b) {
    return toUInt32(Integer.toUnsignedLong(a) - Integer.toUnsignedLong(b));
  }

  public static int multiplyUnsigned(int a, int b) {
    long product = Integer.toUnsignedLong(a) * Integer.toUnsignedLong(b);
    if (product < 0) {
      throw overflow();
    }
    return toUInt32(product);
  }

  public static long addUnsigned(long a, long b) {
    long sum = a + b;
    if (Long.compareUnsigned(sum, a) < 0) {
      throw overflow();
    }
    return sum;
  }

  public static long subtractUnsigned(long a, long b) {
    if (Long.compareUnsigned(a, b) < 0) {
      throw overflow();
    }
    return a - b;
  }

  public static long multiplyUnsigned(long a, long b) {
    if (Math.multiplyHigh(a, b) + ((a >> 63) & b) + ((b >> 63) & a) != 0) {
      throw overflow();
    }
    return a * b;
  }

  private static int within(long value, long least, long most) {
    if (value < least || value > most) {
      throw overflow();
    }
    return (int) value;
  }

  public static int toSByte(long value) {
    return within(value, Byte.MIN_VALUE, Byte.MAX_VALUE);
  }

  public static int toByte(long value) {
    return within(value, 0, 255);
  }

  public static int toInt16(long value) {
    return within(value, Short.MIN_VALUE, Short.MAX_VALUE);
  }

  public static int toUInt16(long value) {
    return within(value, 0, 65_535);
  }

  public static char toChar(long value) {
    return (char) toUInt16(value);
  }

  public static int toInt32(long value) {
    return within(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  public static int toUInt32(long value) {
    return within(value, 0, 0xFFFF_FFFFL);
  }

  public static long toInt64(long value) {
    return value;
  }

  /** A long as ulong, and the other way round: what has the highest bit fits neither. */
  public static long otherSign(long value) {
    if (value < 0) {
      throw overflow();
    }
    return value;
  }

  /** The whole part of a number that a long or an ulong holds. */
  public static long toInt64(double value) {
    if (!(value >= -0x1p63 && value < 0x1p63)) {
      throw overflow();
    }
    return (long) value;
  }

  public static long toUInt64(double value) {
    if (!(value > -1 && value < 0x1p64)) {
      throw overflow();
    }
    return Numbers.toUInt64(value);
  }

  private static long decimal(Decimal value, long least, long most, String type) {
    BigDecimal number = value.value();
    BigInteger whole = number.toBigInteger();
    if (whole.compareTo(BigInteger.valueOf(least)) < 0
        || whole.compareTo(BigInteger.valueOf(most)) > 0) {
      throw tooLarge(type);
    }
    return whole.longValue();
  }

  private static ExpressionFailure tooLarge(String type) {
    return Failures.overflow("Value was either too large or too small for " + type + ".");
  }

  public static int toSByte(Decimal value) {
    return (int) decimal(value, Byte.MIN_VALUE, Byte.MAX_VALUE, "a signed byte");
  }

  public static int toByte(Decimal value) {
    return (int) decimal(value, 0, 255, "an unsigned byte");
  }

  public static int toInt16(Decimal value) {
    return (int) decimal(value, Short.MIN_VALUE, Short.MAX_VALUE, "an Int16");
  }

  public static int toUInt16(Decimal value) {
    return (int) decimal(value, 0, 65_535, "a UInt16");
  }

  public static char toChar(Decimal value) {
    return (char) decimal(value, 0, 65_535, "a character");
  }

  public static int toUInt32(Decimal value) {
    return (int) decimal(value, 0, 0xFFFF_FFFFL, "a UInt32");
  }

  public static long toUInt64(Decimal value) {
    BigInteger whole = value.value().toBigInteger();
    if (whole.signum() < 0 || whole.compareTo(UINT64_MAX) > 0) {
      throw tooLarge("a UInt64");
    }
    return whole.longValue();
  }
}
