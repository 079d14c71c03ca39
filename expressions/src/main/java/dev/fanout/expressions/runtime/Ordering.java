package dev.fanout.expressions.runtime;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which of two objects comes first. */
final class Ordering {
  private Ordering() {}

  static int compare(@Nullable Object left, @Nullable Object right) {
    if (left == right) {
      return 0;
    }
    if (left == null || right == null) {
      return left == null ? -1 : 1;
    }
    if (left instanceof String a && right instanceof String b) {
      return StringComparer.ofCulture(a, b, false);
    }
    if (left instanceof Double a && right instanceof Double b) {
      return compare((double) a, (double) b);
    }
    if (left instanceof Float a && right instanceof Float b) {
      return compare((double) a, (double) b);
    }
    if (left instanceof UUID a && right instanceof UUID b) {
      int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
      return high != 0
          ? high
          : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    }
    Integer unsigned = unsigned(left, right);
    if (unsigned != null) {
      return unsigned;
    }
    if (left instanceof EnumValue a
        && right instanceof EnumValue b
        && a.typeName().equals(b.typeName())) {
      return Integer.compare(a.value(), b.value());
    }
    return comparable(left, right);
  }

  /** NaN comes first, and both zeros are equal. */
  private static int compare(double left, double right) {
    if (left < right) {
      return -1;
    }
    if (left > right) {
      return 1;
    }
    return left == right ? 0 : Boolean.compare(!Double.isNaN(left), !Double.isNaN(right));
  }

  private static @Nullable Integer unsigned(Object left, Object right) {
    if (left instanceof ClrByte a && right instanceof ClrByte b) {
      return Integer.compare(a.value(), b.value());
    }
    if (left instanceof ClrUInt16 a && right instanceof ClrUInt16 b) {
      return Integer.compare(a.value(), b.value());
    }
    if (left instanceof ClrUInt32 a && right instanceof ClrUInt32 b) {
      return Integer.compareUnsigned(a.value(), b.value());
    }
    if (left instanceof ClrUInt64 a && right instanceof ClrUInt64 b) {
      return Long.compareUnsigned(a.value(), b.value());
    }
    return null;
  }

  @SuppressWarnings("unchecked") // two objects of one class
  private static int comparable(Object left, Object right) {
    if (left.getClass() == right.getClass() && left instanceof Comparable<?> first) {
      return ((Comparable<Object>) first).compareTo(right);
    }
    Object comparable = isComparable(left) ? left : right;
    if (!isComparable(comparable)) {
      throw Failures.argument("At least one object must implement IComparable.", null);
    }
    String name = RuntimeTypes.nameOf(comparable);
    throw Failures.argument(
        "Object must be of type " + name.substring(name.lastIndexOf('.') + 1) + ".", null);
  }

  private static boolean isComparable(Object value) {
    return value instanceof Comparable<?>
        || value instanceof EnumValue
        || value instanceof ClrByte
        || value instanceof ClrUInt16
        || value instanceof ClrUInt32
        || value instanceof ClrUInt64;
  }
}
