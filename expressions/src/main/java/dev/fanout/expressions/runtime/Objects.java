package dev.fanout.expressions.runtime;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Members of {@code System.Object}. */
public final class Objects {
  private Objects() {}

  public static Object create() {
    return new Object();
  }

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
    return getHashCode(value);
  }

  /** The order of .NET's {@code Comparer<T>.Default}; what has none is an error. */
  public static int compare(@Nullable Object left, @Nullable Object right) {
    return Ordering.compare(left, right);
  }

  /** Of values by content as in .NET; of strings and other objects any. */
  public static int getHashCode(Object self) {
    if (self instanceof UUID guid) {
      return Guids.hash(guid);
    }
    if (self instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    if (self instanceof Character c) {
      return c | c << 16;
    }
    if (self instanceof Double number) {
      long bits = Double.doubleToRawLongBits(number);
      bits &= number == 0 || Double.isNaN(number) ? 0x7FF0_0000_0000_0000L : -1;
      return Long.hashCode(bits);
    }
    if (self instanceof Float number) {
      int bits = Float.floatToRawIntBits(number);
      return number == 0 || Float.isNaN(number) ? bits & 0x7F80_0000 : bits;
    }
    if (self instanceof ClrUInt64 number) {
      return Long.hashCode(number.value());
    }
    return self.hashCode();
  }

  public static ClrTypeInfo getType(Object self) {
    return new ClrTypeInfo(RuntimeTypes.nameOf(self));
  }

  /** {@code lock (value)}: there is nobody else. */
  public static void locked(@Nullable Object value) {
    if (value == null) {
      throw Failures.argumentNull("obj");
    }
  }

  static boolean isGuid(Object value) {
    return value instanceof UUID;
  }
}
