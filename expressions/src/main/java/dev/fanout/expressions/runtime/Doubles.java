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

  public static String toString(Decimal self) {
    return self.toString();
  }

  public static String toString(Decimal self, @Nullable String format) {
    return Formats.text(self, format);
  }
}
