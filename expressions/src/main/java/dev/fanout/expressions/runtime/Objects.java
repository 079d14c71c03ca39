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

  /** {@code GetHashCode()} in agreement with {@link #equals}; 0 for null. */
  public static int hash(@Nullable Object value) {
    if (value == null) {
      return 0;
    }
    if (value instanceof Double d) {
      return d == 0 ? 0 : d.hashCode();
    }
    if (value instanceof Float f) {
      return f == 0 ? 0 : f.hashCode();
    }
    return value.hashCode();
  }

  /** The order of .NET's {@code Comparer<T>.Default}; what has none is an error. */
  public static int compare(@Nullable Object left, @Nullable Object right) {
    return Ordering.compare(left, right);
  }

  static boolean isGuid(Object value) {
    return value instanceof UUID;
  }
}
