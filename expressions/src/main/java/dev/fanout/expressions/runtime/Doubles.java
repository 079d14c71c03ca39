package dev.fanout.expressions.runtime;

import org.jspecify.annotations.Nullable;

/** Members of {@code double} and {@code float}. Format providers are ignored. */
public final class Doubles {
  private Doubles() {}

  public static String toString(double self) {
    return Numbers.text(self);
  }

  public static String toString(double self, @Nullable Object provider) {
    return Numbers.text(self);
  }

  public static String toString(double self, @Nullable String format) {
    return Formats.text(self, format);
  }

  public static String toString(double self, @Nullable String format, @Nullable Object provider) {
    return Formats.text(self, format);
  }

  public static String toString(float self) {
    return Numbers.text(self);
  }

  public static String toString(float self, @Nullable Object provider) {
    return Numbers.text(self);
  }

  public static String toString(float self, @Nullable String format) {
    return Formats.text(self, format);
  }

  public static String toString(float self, @Nullable String format, @Nullable Object provider) {
    return Formats.text(self, format);
  }

  /** NaN equals NaN. */
  public static boolean equals(double self, double other) {
    return self == other || (Double.isNaN(self) && Double.isNaN(other));
  }

  public static boolean equals(float self, float other) {
    return self == other || (Float.isNaN(self) && Float.isNaN(other));
  }

  /** NaN is below everything, and the zeros are equal. */
  public static int compareTo(double self, double other) {
    if (self < other) {
      return -1;
    }
    if (self > other) {
      return 1;
    }
    if (self == other) {
      return 0;
    }
    return Double.isNaN(self) ? (Double.isNaN(other) ? 0 : -1) : 1;
  }

  public static int compareTo(float self, float other) {
    return compareTo((double) self, (double) other);
  }

  public static int compareTo(double self, @Nullable Object other) {
    if (other == null) {
      return 1;
    }
    if (other instanceof Double number) {
      return compareTo(self, (double) number);
    }
    throw Integers.notOfType("Double");
  }

  public static int compareTo(float self, @Nullable Object other) {
    if (other == null) {
      return 1;
    }
    if (other instanceof Float number) {
      return compareTo(self, (float) number);
    }
    throw Integers.notOfType("Single");
  }

  public static boolean isNaN(double value) {
    return Double.isNaN(value);
  }

  public static boolean isInfinity(double value) {
    return Double.isInfinite(value);
  }

  public static boolean isPositiveInfinity(double value) {
    return value == Double.POSITIVE_INFINITY;
  }

  public static boolean isNegativeInfinity(double value) {
    return value == Double.NEGATIVE_INFINITY;
  }

  public static boolean isFinite(double value) {
    return Double.isFinite(value);
  }

  public static boolean isNegative(double value) {
    return Double.doubleToRawLongBits(value) < 0;
  }

  public static boolean isInteger(double value) {
    return Double.isFinite(value) && value == Math.rint(value);
  }

  public static double naN() {
    return Double.NaN;
  }

  public static double positiveInfinity() {
    return Double.POSITIVE_INFINITY;
  }

  public static double negativeInfinity() {
    return Double.NEGATIVE_INFINITY;
  }

  public static boolean isNaN(float value) {
    return Float.isNaN(value);
  }

  public static boolean isInfinity(float value) {
    return Float.isInfinite(value);
  }

  public static boolean isPositiveInfinity(float value) {
    return value == Float.POSITIVE_INFINITY;
  }

  public static boolean isNegativeInfinity(float value) {
    return value == Float.NEGATIVE_INFINITY;
  }

  public static boolean isFinite(float value) {
    return Float.isFinite(value);
  }

  public static boolean isNegative(float value) {
    return Float.floatToRawIntBits(value) < 0;
  }

  public static float singleNaN() {
    return Float.NaN;
  }

  public static float singlePositiveInfinity() {
    return Float.POSITIVE_INFINITY;
  }

  public static float singleNegativeInfinity() {
    return Float.NEGATIVE_INFINITY;
  }
}
