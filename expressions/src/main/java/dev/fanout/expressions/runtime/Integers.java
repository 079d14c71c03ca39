package dev.fanout.expressions.runtime;

import org.jspecify.annotations.Nullable;

/** Members of the integer types; those of {@code uint} and {@code ulong} take signed bits. */
public final class Integers {
  private Integers() {}

  public static String toString(int self) {
    return Integer.toString(self);
  }

  public static String toString(int self, @Nullable String format) {
    return Formats.text(self, format);
  }

  public static boolean equals(int self, int other) {
    return self == other;
  }

  public static int compareTo(int self, int other) {
    return Integer.compare(self, other);
  }

  public static String toString(long self) {
    return Long.toString(self);
  }

  public static String toString(long self, @Nullable String format) {
    return Formats.text(self, format);
  }

  public static boolean equals(long self, long other) {
    return self == other;
  }

  public static int compareTo(long self, long other) {
    return Long.compare(self, other);
  }
}
