package dev.fanout.expressions.runtime;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code System.Guid}, a java.util.UUID on the JVM. */
public final class Guids {
  private static final UUID EMPTY = new UUID(0, 0);

  private Guids() {}

  public static UUID newGuid() {
    return UUID.randomUUID();
  }

  public static UUID empty() {
    return EMPTY;
  }

  public static UUID parse(@Nullable String text) {
    if (text == null) {
      throw Failures.argumentNull("input");
    }
    return GuidParser.parse(text);
  }

  public static UUID parse(@Nullable String text, @Nullable Object provider) {
    return parse(text);
  }

  public static UUID create(@Nullable String text) {
    if (text == null) {
      throw Failures.argumentNull("g");
    }
    return GuidParser.parse(text);
  }

  public static boolean tryParse(@Nullable String text, Ref result) {
    UUID guid = text == null ? null : GuidParser.parseOrNull(Strings.trim(text));
    result.value = guid == null ? EMPTY : guid;
    return guid != null;
  }

  public static boolean tryParse(@Nullable String text, @Nullable Object provider, Ref result) {
    return tryParse(text, result);
  }

  public static UUID parseExact(@Nullable String text, @Nullable String format) {
    if (text == null) {
      throw Failures.argumentNull("input");
    }
    if (format == null) {
      throw Failures.argumentNull("format");
    }
    return GuidParser.parseExact(text, format);
  }

  public static boolean tryParseExact(@Nullable String text, @Nullable String format, Ref result) {
    UUID guid =
        text == null || format == null || format.length() != 1
            ? null
            : GuidParser.parseExactOrNull(Strings.trim(text), format.charAt(0));
    result.value = guid == null ? EMPTY : guid;
    return guid != null;
  }

  /** The first three groups are little-endian. */
  public static byte[] toByteArray(UUID self) {
    long high = self.getMostSignificantBits();
    long low = self.getLeastSignificantBits();
    byte[] bytes = new byte[16];
    int[] shifts = {32, 40, 48, 56, 16, 24, 0, 8};
    for (int i = 0; i < 8; i++) {
      bytes[i] = (byte) (high >> shifts[i]);
      bytes[8 + i] = (byte) (low >> 56 - 8 * i);
    }
    return bytes;
  }

  public static byte[] toByteArray(UUID self, boolean bigEndian) {
    if (!bigEndian) {
      return toByteArray(self);
    }
    return java.nio.ByteBuffer.allocate(16)
        .putLong(self.getMostSignificantBits())
        .putLong(self.getLeastSignificantBits())
        .array();
  }

  public static UUID create(byte @Nullable [] bytes) {
    if (bytes == null) {
      throw Failures.argumentNull("b");
    }
    if (bytes.length != 16) {
      throw Failures.argument("Byte array for Guid must be exactly 16 bytes long.", "b");
    }
    long high = 0;
    long low = 0;
    int[] order = {3, 2, 1, 0, 5, 4, 7, 6};
    for (int i = 0; i < 8; i++) {
      high = high << 8 | (bytes[order[i]] & 0xFF);
      low = low << 8 | (bytes[8 + i] & 0xFF);
    }
    return new UUID(high, low);
  }

  public static UUID create(int a, int b, int c, byte @Nullable [] rest) {
    if (rest == null) {
      throw Failures.argumentNull("d");
    }
    if (rest.length != 8) {
      throw Failures.argument("Byte array for Guid must be exactly 8 bytes long.", "d");
    }
    return create(a, b, c, rest[0], rest[1], rest[2], rest[3], rest[4], rest[5], rest[6], rest[7]);
  }

  public static UUID create(
      int a, int b, int c, int d, int e, int f, int g, int h, int i, int j, int k) {
    long high = (long) a << 32 | (b & 0xFFFFL) << 16 | (c & 0xFFFFL);
    long low = 0;
    for (int octet : new int[] {d, e, f, g, h, i, j, k}) {
      low = low << 8 | (octet & 0xFF);
    }
    return new UUID(high, low);
  }

  public static int compareTo(UUID self, UUID other) {
    int high = Long.compareUnsigned(self.getMostSignificantBits(), other.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(self.getLeastSignificantBits(), other.getLeastSignificantBits());
  }

  /** The four words of its bytes, combined, as .NET does. */
  static int hash(UUID self) {
    java.nio.ByteBuffer bytes =
        java.nio.ByteBuffer.wrap(toByteArray(self)).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    return bytes.getInt(0) ^ bytes.getInt(4) ^ bytes.getInt(8) ^ bytes.getInt(12);
  }

  public static boolean less(UUID a, UUID b) {
    return compareTo(a, b) < 0;
  }

  public static boolean greater(UUID a, UUID b) {
    return compareTo(a, b) > 0;
  }

  public static boolean lessOrEqual(UUID a, UUID b) {
    return compareTo(a, b) <= 0;
  }

  public static boolean greaterOrEqual(UUID a, UUID b) {
    return compareTo(a, b) >= 0;
  }

  public static String toString(UUID self) {
    return self.toString();
  }

  public static String toString(UUID self, @Nullable String format, @Nullable Object provider) {
    return toString(self, format);
  }

  public static String toString(UUID self, @Nullable String format) {
    return switch (format == null ? "" : format) {
      case "", "D", "d" -> self.toString();
      case "N", "n" -> self.toString().replace("-", "");
      case "B", "b" -> "{" + self + "}";
      case "P", "p" -> "(" + self + ")";
      case "X", "x" -> hexadecimal(self.toString().replace("-", ""));
      default ->
          throw Failures.format(
              "Format string can be only \"D\", \"d\", \"N\", \"n\", \"P\", \"p\", \"B\", \"b\","
                  + " \"X\" or \"x\".");
    };
  }

  private static String hexadecimal(String digits) {
    StringBuilder out = new StringBuilder("{0x");
    out.append(digits, 0, 8).append(",0x").append(digits, 8, 12).append(",0x");
    out.append(digits, 12, 16).append(",{");
    for (int i = 16; i < 32; i += 2) {
      out.append(i == 16 ? "0x" : ",0x").append(digits, i, i + 2);
    }
    return out.append("}}").toString();
  }

  public static boolean equal(UUID a, UUID b) {
    return a.equals(b);
  }

  public static boolean notEqual(UUID a, UUID b) {
    return !a.equals(b);
  }
}
