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
}
