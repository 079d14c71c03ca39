package dev.fanout.expressions.runtime;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code System.Guid}, a java.util.UUID on the JVM. */
public final class Guids {
  private static final UUID EMPTY = new UUID(0, 0);
  private static final String NOT_A_GUID =
      "Guid should contain 32 digits with 4 dashes (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx).";

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
    UUID guid = parseOrNull(Strings.trim(text));
    if (guid == null) {
      throw Failures.format(
          Strings.trim(text).length() == 36 ? NOT_A_GUID : "Unrecognized Guid format.");
    }
    return guid;
  }

  public static boolean tryParse(@Nullable String text, Ref result) {
    UUID guid = text == null ? null : parseOrNull(Strings.trim(text));
    result.value = guid == null ? EMPTY : guid;
    return guid != null;
  }

  private static @Nullable UUID parseOrNull(String text) {
    String bare = text;
    if (text.length() == 38
        && ((text.startsWith("{") && text.endsWith("}"))
            || (text.startsWith("(") && text.endsWith(")")))) {
      bare = text.substring(1, 37);
    }
    if (bare.length() == 36) {
      for (int dash : new int[] {8, 13, 18, 23}) {
        if (bare.charAt(dash) != '-') {
          return null;
        }
      }
      bare = bare.replace("-", "");
    } else if (bare.length() != text.length()) {
      return null;
    }
    if (bare.length() != 32 || !bare.matches("[0-9a-fA-F]{32}")) {
      return null;
    }
    return new UUID(
        Long.parseUnsignedLong(bare.substring(0, 16), 16),
        Long.parseUnsignedLong(bare.substring(16), 16));
  }

  public static String toString(UUID self) {
    return self.toString();
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
