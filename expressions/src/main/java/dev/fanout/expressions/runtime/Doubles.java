package dev.fanout.expressions.runtime;

import org.jspecify.annotations.Nullable;

/** Members of {@code double} and {@code decimal}. */
public final class Doubles {
  private Doubles() {}

  public static String toString(double self) {
    return Numbers.text(self);
  }

  public static String toString(double self, @Nullable String format) {
    return Formats.text(self, format);
  }

  public static boolean equals(double self, double other) {
    return self == other || (Double.isNaN(self) && Double.isNaN(other));
  }

  public static boolean isNaN(double value) {
    return Double.isNaN(value);
  }

  public static boolean equals(float self, float other) {
    return self == other || (Float.isNaN(self) && Float.isNaN(other));
  }

  public static boolean equals(Decimal self, Decimal other) {
    return Decimal.equal(self, other);
  }

  public static int compareTo(Decimal self, Decimal other) {
    return self.compareTo(other);
  }

  public static String toString(Decimal self) {
    return self.toString();
  }

  public static String toString(Decimal self, @Nullable String format) {
    return Formats.text(self, format);
  }
}
