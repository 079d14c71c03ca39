package dev.fanout.expressions.runtime;

import java.math.RoundingMode;

/** {@code System.Math} where Java differs. */
public final class Maths {
  private Maths() {}

  public static int abs(int value) {
    if (value == Integer.MIN_VALUE) {
      throw Failures.overflow("Negating the minimum value of a twos complement number is invalid.");
    }
    return Math.abs(value);
  }

  public static long abs(long value) {
    if (value == Long.MIN_VALUE) {
      throw Failures.overflow("Negating the minimum value of a twos complement number is invalid.");
    }
    return Math.abs(value);
  }

  public static double abs(double value) {
    return Math.abs(value);
  }

  public static int max(int a, int b) {
    return Math.max(a, b);
  }

  public static long max(long a, long b) {
    return Math.max(a, b);
  }

  public static double max(double a, double b) {
    return Math.max(a, b);
  }

  public static int min(int a, int b) {
    return Math.min(a, b);
  }

  public static long min(long a, long b) {
    return Math.min(a, b);
  }

  public static double min(double a, double b) {
    return Math.min(a, b);
  }

  public static float max(float a, float b) {
    return Math.max(a, b);
  }

  public static float min(float a, float b) {
    return Math.min(a, b);
  }

  public static int maxUnsigned(int a, int b) {
    return Integer.compareUnsigned(a, b) >= 0 ? a : b;
  }

  public static int minUnsigned(int a, int b) {
    return Integer.compareUnsigned(a, b) <= 0 ? a : b;
  }

  public static long maxUnsigned(long a, long b) {
    return Long.compareUnsigned(a, b) >= 0 ? a : b;
  }

  public static long minUnsigned(long a, long b) {
    return Long.compareUnsigned(a, b) <= 0 ? a : b;
  }

  public static Decimal max(Decimal a, Decimal b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  public static Decimal min(Decimal a, Decimal b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  public static int absSByte(int value) {
    return absWithin(value, Byte.MIN_VALUE);
  }

  public static int absInt16(int value) {
    return absWithin(value, Short.MIN_VALUE);
  }

  private static int absWithin(int value, int lowest) {
    if (value == lowest) {
      throw Failures.overflow("Negating the minimum value of a twos complement number is invalid.");
    }
    return Math.abs(value);
  }

  public static float abs(float value) {
    return Math.abs(value);
  }

  public static Decimal abs(Decimal value) {
    return value.value().signum() < 0 ? value.negate() : value;
  }

  public static Decimal floor(Decimal value) {
    return value.rounded(RoundingMode.FLOOR);
  }

  public static Decimal ceiling(Decimal value) {
    return value.rounded(RoundingMode.CEILING);
  }

  public static Decimal truncate(Decimal value) {
    return value.rounded(RoundingMode.DOWN);
  }

  /** Half to even. */
  public static Decimal round(Decimal value) {
    return value.rounded(RoundingMode.HALF_EVEN);
  }

  public static double floor(double value) {
    return Math.floor(value);
  }

  public static double ceiling(double value) {
    return Math.ceil(value);
  }

  public static double truncate(double value) {
    return value < 0 ? Math.ceil(value) : Math.floor(value);
  }

  /** Half to even. */
  public static double round(double value) {
    return Math.rint(value);
  }

  public static double sqrt(double value) {
    return Math.sqrt(value);
  }

  public static double round(double value, int digits) {
    return Rounding.round(value, digits, 0);
  }

  /** The mode is a MidpointRounding. */
  public static double roundBy(double value, int mode) {
    return Rounding.round(value, 0, mode);
  }

  public static double round(double value, int digits, int mode) {
    return Rounding.round(value, digits, mode);
  }

  public static double pow(double x, double y) {
    return Math.abs(x) == 1 && (Double.isInfinite(y) || (x == 1 && Double.isNaN(y)))
        ? 1
        : Math.pow(x, y);
  }

  public static double log(double value, double newBase) {
    if (Double.isNaN(value) || Double.isNaN(newBase)) {
      return Double.NaN;
    }
    if (newBase == 1) {
      return Double.NaN;
    }
    if (value != 1 && (newBase == 0 || newBase == Double.POSITIVE_INFINITY)) {
      return Double.NaN;
    }
    return Math.log(value) / Math.log(newBase);
  }

  public static double log2(double value) {
    if (value > 0
        && Math.getExponent(value) >= Double.MIN_EXPONENT
        && value == Math.scalb(1.0, Math.getExponent(value))) {
      return Math.getExponent(value);
    }
    return Math.log(value) / Math.log(2);
  }

  public static double acosh(double value) {
    return Math.log(value + Math.sqrt(value * value - 1));
  }

  public static double asinh(double value) {
    double absolute = Math.abs(value);
    return Math.copySign(Math.log(absolute + Math.sqrt(absolute * absolute + 1)), value);
  }

  public static double atanh(double value) {
    return 0.5 * Math.log((1 + value) / (1 - value));
  }

  public static double iEEERemainder(double x, double y) {
    return Math.IEEEremainder(x, y);
  }

  public static int sign(int value) {
    return Integer.signum(value);
  }

  public static int sign(long value) {
    return Long.signum(value);
  }

  public static int sign(double value) {
    if (Double.isNaN(value)) {
      throw new dev.fanout.expressions.ExpressionFailure(
          "System.ArithmeticException",
          "Function does not accept floating point Not-a-Number values.");
    }
    return value < 0 ? -1 : value > 0 ? 1 : 0;
  }

  public static int signSingle(float value) {
    return sign((double) value);
  }

  public static int sign(Decimal value) {
    return value.value().signum();
  }

  public static long bigMul(int a, int b) {
    return (long) a * b;
  }

  public static int divRem(int a, int b, Ref remainder) {
    int quotient = Numbers.divide(a, b);
    remainder.value = Boxes.box(a - quotient * b);
    return quotient;
  }

  public static long divRem(long a, long b, Ref remainder) {
    long quotient = Numbers.divide(a, b);
    remainder.value = Boxes.box(a - quotient * b);
    return quotient;
  }

  /** Both as a tuple. */
  public static ClrValueTuple divRem(int left, int right) {
    int quotient = Numbers.divide(left, right);
    return ClrValueTuple.create(
        Boxes.box(quotient), Boxes.box(left - quotient * right), "System.Int32", "System.Int32");
  }

  public static ClrValueTuple divRem(long left, long right) {
    long quotient = Numbers.divide(left, right);
    return ClrValueTuple.create(
        Boxes.box(quotient), Boxes.box(left - quotient * right), "System.Int64", "System.Int64");
  }

  public static int clamp(int value, int min, int max) {
    if (min > max) {
      throw minAboveMax(min, max);
    }
    return Math.max(min, Math.min(max, value));
  }

  public static int clampUnsigned(int value, int min, int max) {
    if (Integer.compareUnsigned(min, max) > 0) {
      throw minAboveMax(Integer.toUnsignedString(min), Integer.toUnsignedString(max));
    }
    return maxUnsigned(min, minUnsigned(max, value));
  }

  public static long clamp(long value, long min, long max) {
    if (min > max) {
      throw minAboveMax(min, max);
    }
    return Math.max(min, Math.min(max, value));
  }

  public static long clampUnsigned(long value, long min, long max) {
    if (Long.compareUnsigned(min, max) > 0) {
      throw minAboveMax(Long.toUnsignedString(min), Long.toUnsignedString(max));
    }
    return maxUnsigned(min, minUnsigned(max, value));
  }

  public static float clamp(float value, float min, float max) {
    return (float) clamp((double) value, (double) min, (double) max);
  }

  public static double clamp(double value, double min, double max) {
    if (min > max) {
      throw minAboveMax(Numbers.text(min), Numbers.text(max));
    }
    return value < min ? min : value > max ? max : value;
  }

  public static Decimal clamp(Decimal value, Decimal min, Decimal max) {
    if (min.compareTo(max) > 0) {
      throw minAboveMax(min, max);
    }
    return value.compareTo(min) < 0 ? min : value.compareTo(max) > 0 ? max : value;
  }

  public static double maxMagnitude(double x, double y) {
    double a = Math.abs(x);
    double b = Math.abs(y);
    return a > b || Double.isNaN(a) ? x : a == b ? Math.max(x, y) : y;
  }

  public static double minMagnitude(double x, double y) {
    double a = Math.abs(x);
    double b = Math.abs(y);
    return a < b || Double.isNaN(a) ? x : a == b ? Math.min(x, y) : y;
  }

  private static RuntimeException minAboveMax(Object min, Object max) {
    return Failures.argument("'" + min + "' cannot be greater than " + max + ".", null);
  }
}
