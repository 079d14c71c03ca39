package dev.fanout.expressions.runtime;

import dev.fanout.expressions.ExpressionFailure;
import org.jspecify.annotations.Nullable;

/**
 * Members of the integer types. Those of {@code uint} and {@code ulong} take signed bits; names
 * with a type are for the types that share a JVM form with another. Format providers are ignored.
 */
public final class Integers {
  private Integers() {}

  public static String toString(int self) {
    return Integer.toString(self);
  }

  public static String toString(int self, @Nullable Object provider) {
    return Integer.toString(self);
  }

  public static String toString(int self, @Nullable String format) {
    return Formats.text(self, format);
  }

  public static String toString(int self, @Nullable String format, @Nullable Object provider) {
    return Formats.text(self, format);
  }

  public static int compareTo(int self, int other) {
    return Integer.compare(self, other);
  }

  public static int compareTo(int self, @Nullable Object other) {
    if (other == null) {
      return 1;
    }
    if (other instanceof Integer number) {
      return compareTo(self, (int) number);
    }
    throw notOfType("Int32");
  }

  public static String toStringSByte(int self) {
    return Integer.toString(self);
  }

  public static String toStringSByte(int self, @Nullable Object provider) {
    return Integer.toString(self);
  }

  public static String toStringSByte(int self, @Nullable String format) {
    return Formats.text(Boxes.boxSByte(self), format);
  }

  public static String toStringSByte(int self, @Nullable String format, @Nullable Object provider) {
    return Formats.text(Boxes.boxSByte(self), format);
  }

  public static int compareToSByte(int self, int other) {
    return self - other;
  }

  public static int compareToSByte(int self, @Nullable Object other) {
    if (other == null) {
      return 1;
    }
    if (other instanceof Byte number) {
      return compareToSByte(self, (int) number);
    }
    throw notOfType("SByte");
  }

  public static String toStringByte(int self) {
    return Integer.toString(self);
  }

  public static String toStringByte(int self, @Nullable Object provider) {
    return Integer.toString(self);
  }

  public static String toStringByte(int self, @Nullable String format) {
    return Formats.text(self, format);
  }

  public static String toStringByte(int self, @Nullable String format, @Nullable Object provider) {
    return Formats.text(self, format);
  }

  public static int compareToByte(int self, int other) {
    return self - other;
  }

  public static int compareToByte(int self, @Nullable Object other) {
    if (other == null) {
      return 1;
    }
    if (other instanceof ClrByte number) {
      return compareToByte(self, number.value());
    }
    throw notOfType("Byte");
  }

  public static String toStringInt16(int self) {
    return Integer.toString(self);
  }

  public static String toStringInt16(int self, @Nullable Object provider) {
    return Integer.toString(self);
  }

  public static String toStringInt16(int self, @Nullable String format) {
    return Formats.text(Boxes.boxInt16(self), format);
  }

  public static String toStringInt16(int self, @Nullable String format, @Nullable Object provider) {
    return Formats.text(Boxes.boxInt16(self), format);
  }

  public static int compareToInt16(int self, int other) {
    return self - other;
  }

  public static int compareToInt16(int self, @Nullable Object other) {
    if (other == null) {
      return 1;
    }
    if (other instanceof Short number) {
      return compareToInt16(self, (int) number);
    }
    throw notOfType("Int16");
  }

  public static String toStringUInt16(int self) {
    return Integer.toString(self);
  }

  public static String toStringUInt16(int self, @Nullable Object provider) {
    return Integer.toString(self);
  }

  public static String toStringUInt16(int self, @Nullable String format) {
    return Formats.text(self, format);
  }

  public static String toStringUInt16(
      int self, @Nullable String format, @Nullable Object provider) {
    return Formats.text(self, format);
  }

  public static int compareToUInt16(int self, int other) {
    return self - other;
  }

  public static int compareToUInt16(int self, @Nullable Object other) {
    if (other == null) {
      return 1;
    }
    if (other instanceof ClrUInt16 number) {
      return compareToUInt16(self, number.value());
    }
    throw notOfType("UInt16");
  }

  public static String toStringUInt32(int self) {
    return Integer.toUnsignedString(self);
  }

  public static String toStringUInt32(int self, @Nullable Object provider) {
    return Integer.toUnsignedString(self);
  }

  public static String toStringUInt32(int self, @Nullable String format) {
    return Formats.text(new ClrUInt32(self), format);
  }

  public static String toStringUInt32(
      int self, @Nullable String format, @Nullable Object provider) {
    return Formats.text(new ClrUInt32(self), format);
  }

  public static int compareToUInt32(int self, int other) {
    return Integer.compareUnsigned(self, other);
  }

  public static int compareToUInt32(int self, @Nullable Object other) {
    if (other == null) {
      return 1;
    }
    if (other instanceof ClrUInt32 number) {
      return compareToUInt32(self, number.value());
    }
    throw notOfType("UInt32");
  }

  public static String toString(long self) {
    return Long.toString(self);
  }

  public static String toString(long self, @Nullable Object provider) {
    return Long.toString(self);
  }

  public static String toString(long self, @Nullable String format) {
    return Formats.text(self, format);
  }

  public static String toString(long self, @Nullable String format, @Nullable Object provider) {
    return Formats.text(self, format);
  }

  public static int compareTo(long self, long other) {
    return Long.compare(self, other);
  }

  public static int compareTo(long self, @Nullable Object other) {
    if (other == null) {
      return 1;
    }
    if (other instanceof Long number) {
      return compareTo(self, (long) number);
    }
    throw notOfType("Int64");
  }

  public static String toStringUInt64(long self) {
    return Long.toUnsignedString(self);
  }

  public static String toStringUInt64(long self, @Nullable Object provider) {
    return Long.toUnsignedString(self);
  }

  public static String toStringUInt64(long self, @Nullable String format) {
    return Formats.text(new ClrUInt64(self), format);
  }

  public static String toStringUInt64(
      long self, @Nullable String format, @Nullable Object provider) {
    return Formats.text(new ClrUInt64(self), format);
  }

  public static int compareToUInt64(long self, long other) {
    return Long.compareUnsigned(self, other);
  }

  public static int compareToUInt64(long self, @Nullable Object other) {
    if (other == null) {
      return 1;
    }
    if (other instanceof ClrUInt64 number) {
      return compareToUInt64(self, number.value());
    }
    throw notOfType("UInt64");
  }

  public static boolean equals(int self, int other) {
    return self == other;
  }

  public static boolean equals(long self, long other) {
    return self == other;
  }

  static ExpressionFailure notOfType(String name) {
    return Failures.argument("Object must be of type " + name + ".", null);
  }
}
