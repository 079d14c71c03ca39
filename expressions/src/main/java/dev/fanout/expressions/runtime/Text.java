package dev.fanout.expressions.runtime;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code ToString()} of everything, in the invariant culture. */
public final class Text {
  /** The end of a line in all text that expressions make. */
  public static final String NEW_LINE = "\n";

  private Text() {}

  /** Null for null. */
  public static @Nullable String of(@Nullable Object value) {
    return value == null ? null : ofObject(value);
  }

  public static String of(boolean value) {
    return value ? "True" : "False";
  }

  public static String of(char value) {
    return String.valueOf(value);
  }

  public static String of(int value) {
    return Integer.toString(value);
  }

  public static String ofUnsigned(int value) {
    return Integer.toUnsignedString(value);
  }

  public static String of(long value) {
    return Long.toString(value);
  }

  public static String ofUnsigned(long value) {
    return Long.toUnsignedString(value);
  }

  public static String of(float value) {
    return Numbers.text(value);
  }

  public static String of(double value) {
    return Numbers.text(value);
  }

  /** {@code value.ToString()}: null is an error. */
  static String ofObject(Object value) {
    if (value instanceof String s) {
      return s;
    }
    if (value instanceof Boolean b) {
      return of((boolean) b);
    }
    if (value instanceof Double d) {
      return Numbers.text((double) d);
    }
    if (value instanceof Float f) {
      return Numbers.text((float) f);
    }
    if (value instanceof ClrText text) {
      return text.clrText();
    }
    if (value instanceof Number
        || value instanceof Character
        || value instanceof UUID
        || value.getClass().getPackageName().equals(Text.class.getPackageName())) {
      return value.toString();
    }
    return RuntimeTypes.reflectionName(RuntimeTypes.nameOf(value));
  }

  /** A hole of an interpolated string. */
  public static String formatted(@Nullable Object value, int alignment, @Nullable String format) {
    return Formats.aligned(Formats.text(value, format), alignment);
  }
}
