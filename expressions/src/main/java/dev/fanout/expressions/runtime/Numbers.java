package dev.fanout.expressions.runtime;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** Arithmetic and text of numbers where .NET differs from the JVM. */
public final class Numbers {
  private static final int MOST_DOUBLE_DIGITS = 17;
  private static final int MOST_FLOAT_DIGITS = 9;

  private Numbers() {}

  public static int divide(int a, int b) {
    if (b == -1 && a == Integer.MIN_VALUE) {
      throw overflow();
    }
    return a / b;
  }

  public static long divide(long a, long b) {
    if (b == -1 && a == Long.MIN_VALUE) {
      throw overflow();
    }
    return a / b;
  }

  public static int remainder(int a, int b) {
    if (b == -1 && a == Integer.MIN_VALUE) {
      throw overflow();
    }
    return a % b;
  }

  public static long remainder(long a, long b) {
    if (b == -1 && a == Long.MIN_VALUE) {
      throw overflow();
    }
    return a % b;
  }

  public static int addChecked(int a, int b) {
    int sum = a + b;
    if (((a ^ sum) & (b ^ sum)) < 0) {
      throw overflow();
    }
    return sum;
  }

  public static int subtractChecked(int a, int b) {
    int difference = a - b;
    if (((a ^ b) & (a ^ difference)) < 0) {
      throw overflow();
    }
    return difference;
  }

  public static int multiplyChecked(int a, int b) {
    long product = (long) a * b;
    if ((int) product != product) {
      throw overflow();
    }
    return (int) product;
  }

  public static long addChecked(long a, long b) {
    long sum = a + b;
    if (((a ^ sum) & (b ^ sum)) < 0) {
      throw overflow();
    }
    return sum;
  }

  public static long subtractChecked(long a, long b) {
    long difference = a - b;
    if (((a ^ b) & (a ^ difference)) < 0) {
      throw overflow();
    }
    return difference;
  }

  public static long multiplyChecked(long a, long b) {
    try {
      return Math.multiplyExact(a, b);
    } catch (ArithmeticException e) {
      throw overflow();
    }
  }

  private static RuntimeException overflow() {
    return Failures.overflow("Arithmetic operation resulted in an overflow.");
  }

  /** Saturates, as .NET 9 and later do everywhere; NaN is 0. */
  public static int toUInt32(double value) {
    return (int) Math.min((long) value < 0 ? 0 : (long) value, 0xFFFFFFFFL);
  }

  public static long toUInt64(double value) {
    if (!(value > 0)) {
      return 0;
    }
    if (value >= 0x1p64) {
      return -1L;
    }
    return value < 0x1p63 ? (long) value : (long) (value - 0x1p63) ^ Long.MIN_VALUE;
  }

  public static double unsignedToDouble(long value) {
    if (value >= 0) {
      return value;
    }
    // The halved value keeps its lost bit, so that rounding sees it.
    return (double) ((value >>> 1) | (value & 1)) * 2;
  }

  public static float unsignedToFloat(long value) {
    if (value >= 0) {
      return value;
    }
    return (float) ((value >>> 1) | (value & 1)) * 2;
  }

  /** Towards zero; the value is finite. */
  public static BigInteger truncate(double value) {
    return new BigDecimal(value).toBigInteger();
  }

  /** The shortest digits that read back as the same double, in .NET's layout. */
  public static String text(double value) {
    if (value == (long) value && Math.abs(value) < 1e15 && !(value == 0 && 1 / value < 0)) {
      return Long.toString((long) value);
    }
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "Infinity" : "-Infinity";
    }
    if (value == 0) {
      return "-0";
    }
    return layout(shortest(value), 15);
  }

  public static String text(float value) {
    if (value == (int) value && Math.abs(value) < 1e7f && !(value == 0 && 1 / value < 0)) {
      return Integer.toString((int) value);
    }
    if (Float.isNaN(value)) {
      return "NaN";
    }
    if (Float.isInfinite(value)) {
      return value > 0 ? "Infinity" : "-Infinity";
    }
    if (value == 0) {
      return "-0";
    }
    return layout(shortest(value), 7);
  }

  /** Finite and not zero. */
  static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < MOST_DOUBLE_DIGITS; digits++) {
      BigDecimal best = null;
      for (RoundingMode mode : new RoundingMode[] {RoundingMode.DOWN, RoundingMode.UP}) {
        BigDecimal candidate = exact.round(new MathContext(digits, mode));
        if (candidate.doubleValue() == value && isNearer(candidate, best, exact)) {
          best = candidate;
        }
      }
      if (best != null) {
        return best;
      }
    }
    return exact.round(new MathContext(MOST_DOUBLE_DIGITS, RoundingMode.HALF_EVEN));
  }

  static BigDecimal shortest(float value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < MOST_FLOAT_DIGITS; digits++) {
      BigDecimal best = null;
      for (RoundingMode mode : new RoundingMode[] {RoundingMode.DOWN, RoundingMode.UP}) {
        BigDecimal candidate = exact.round(new MathContext(digits, mode));
        if (candidate.floatValue() == value && isNearer(candidate, best, exact)) {
          best = candidate;
        }
      }
      if (best != null) {
        return best;
      }
    }
    return exact.round(new MathContext(MOST_FLOAT_DIGITS, RoundingMode.HALF_EVEN));
  }

  private static boolean isNearer(
      BigDecimal candidate, @org.jspecify.annotations.Nullable BigDecimal best, BigDecimal exact) {
    if (best == null) {
      return true;
    }
    int order = candidate.subtract(exact).abs().compareTo(best.subtract(exact).abs());
    // Between two that are as near .NET takes the even one.
    return order < 0 || (order == 0 && !candidate.unscaledValue().testBit(0));
  }

  /** Scientific from 10^precision on, unless more digits are known, and below 0.0001. */
  private static String layout(BigDecimal digits, int precision) {
    BigDecimal value = digits.stripTrailingZeros();
    String unscaled = value.unscaledValue().abs().toString();
    int exponent = unscaled.length() - value.scale() - 1;
    String sign = value.signum() < 0 ? "-" : "";
    if (exponent >= Math.max(precision, unscaled.length()) || exponent < -4) {
      String fraction = unscaled.length() > 1 ? "." + unscaled.substring(1) : "";
      String power = Integer.toString(Math.abs(exponent));
      return sign
          + unscaled.charAt(0)
          + fraction
          + (exponent < 0 ? "E-" : "E+")
          + (power.length() < 2 ? "0" : "")
          + power;
    }
    return sign + value.abs().toPlainString();
  }
}
