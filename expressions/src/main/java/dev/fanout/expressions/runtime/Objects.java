package dev.fanout.expressions.runtime;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Members of {@code System.Object}. */
public final class Objects {
  private Objects() {}

  public static String toString(Object self) {
    return Text.ofObject(self);
  }

  /** Values equal by type and content; arrays and other objects by identity. */
  public static boolean equals(Object self, @Nullable Object other) {
    if (other == null) {
      // A null receiver is an error, whatever it is compared with.
      return self.getClass() == null;
    }
    if (self instanceof Double a && other instanceof Double b) {
      return (double) a == b || (Double.isNaN(a) && Double.isNaN(b));
    }
    if (self instanceof Float a && other instanceof Float b) {
      return (float) a == b || (Float.isNaN(a) && Float.isNaN(b));
    }
    return self.equals(other);
  }

  public static boolean equalsStatic(@Nullable Object left, @Nullable Object right) {
    return left == right || (left != null && right != null && equals(left, right));
  }

  public static boolean referenceEquals(@Nullable Object left, @Nullable Object right) {
    return left == right;
  }

  static boolean isGuid(Object value) {
    return value instanceof UUID;
  }
}
