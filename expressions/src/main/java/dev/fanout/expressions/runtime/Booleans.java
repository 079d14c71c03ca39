package dev.fanout.expressions.runtime;

/** Members of {@code bool}. */
public final class Booleans {
  private Booleans() {}

  public static String toString(boolean self) {
    return Text.of(self);
  }

  public static boolean equals(boolean self, boolean other) {
    return self == other;
  }
}
