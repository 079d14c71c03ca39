package dev.fanout.expressions.runtime;

import dev.fanout.expressions.ExpressionFailure;
import org.jspecify.annotations.Nullable;

/** Casts from object: exact, as .NET's unboxing is, with .NET's texts where they fail. */
public final class Casts {
  private Casts() {}

  /** Of an object that is not the wanted type. */
  public static ExpressionFailure failure(@Nullable Object value, String wanted) {
    return value == null
        ? Failures.nullReference()
        : Failures.invalidCast(
            RuntimeTypes.reflectionName(RuntimeTypes.nameOf(value)),
            RuntimeTypes.reflectionName(wanted));
  }

  /** Of a null that a value type was asked of by {@code T?.Value}. */
  public static <T> T valueOf(@Nullable T box) {
    if (box == null) {
      throw Failures.invalidOperation("Nullable object must have a value.");
    }
    return box;
  }

  public static boolean unboxBoolean(@Nullable Object value) {
    if (value instanceof Boolean b) {
      return b;
    }
    throw failure(value, "System.Boolean");
  }

  public static char unboxChar(@Nullable Object value) {
    if (value instanceof Character c) {
      return c;
    }
    throw failure(value, "System.Char");
  }

  public static int unboxSByte(@Nullable Object value) {
    if (value instanceof Byte b) {
      return b;
    }
    throw failure(value, "System.SByte");
  }

  public static int unboxByte(@Nullable Object value) {
    if (value instanceof ClrByte b) {
      return b.value();
    }
    throw failure(value, "System.Byte");
  }

  public static int unboxInt16(@Nullable Object value) {
    if (value instanceof Short s) {
      return s;
    }
    throw failure(value, "System.Int16");
  }

  public static int unboxUInt16(@Nullable Object value) {
    if (value instanceof ClrUInt16 s) {
      return s.value();
    }
    throw failure(value, "System.UInt16");
  }

  public static int unboxInt32(@Nullable Object value) {
    if (value instanceof Integer i) {
      return i;
    }
    if (value instanceof EnumValue e) {
      return e.value();
    }
    throw failure(value, "System.Int32");
  }

  public static int unboxUInt32(@Nullable Object value) {
    if (value instanceof ClrUInt32 i) {
      return i.value();
    }
    throw failure(value, "System.UInt32");
  }

  public static long unboxInt64(@Nullable Object value) {
    if (value instanceof Long l) {
      return l;
    }
    throw failure(value, "System.Int64");
  }

  public static long unboxUInt64(@Nullable Object value) {
    if (value instanceof ClrUInt64 l) {
      return l.value();
    }
    throw failure(value, "System.UInt64");
  }

  public static float unboxSingle(@Nullable Object value) {
    if (value instanceof Float f) {
      return f;
    }
    throw failure(value, "System.Single");
  }

  public static double unboxDouble(@Nullable Object value) {
    if (value instanceof Double d) {
      return d;
    }
    throw failure(value, "System.Double");
  }

  public static int unboxEnum(@Nullable Object value, String fullName) {
    if (value instanceof EnumValue e && e.typeName().equals(fullName)) {
      return e.value();
    }
    if (value instanceof Integer i) {
      return i;
    }
    throw failure(value, fullName);
  }
}
