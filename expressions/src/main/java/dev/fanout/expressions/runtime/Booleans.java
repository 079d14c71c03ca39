package dev.fanout.expressions.runtime;

import org.jspecify.annotations.Nullable;

/** Members of {@code bool}. */
public final class Booleans {
  private Booleans() {}

  public static String toString(boolean self) {
    return Text.of(self);
  }

  public static String toString(boolean self, @Nullable Object provider) {
    return Text.of(self);
  }

  public static boolean equals(boolean self, boolean other) {
    return self == other;
  }

  /** False is below true. */
  public static int compareTo(boolean self, boolean other) {
    return Boolean.compare(self, other);
  }

  public static int compareTo(boolean self, @Nullable Object other) {
    if (other == null) {
      return 1;
    }
    if (other instanceof Boolean value) {
      return Boolean.compare(self, value);
    }
    throw Integers.notOfType("Boolean");
  }
}
