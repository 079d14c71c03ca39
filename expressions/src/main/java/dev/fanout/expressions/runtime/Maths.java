package dev.fanout.expressions.runtime;

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
