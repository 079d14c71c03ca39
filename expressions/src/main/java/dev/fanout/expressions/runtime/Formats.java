package dev.fanout.expressions.runtime;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Formatting of one value: the text behind the colon of a hole. */
public final class Formats {
  private Formats() {}

  /** Null gives the empty text, a type that has no formats its plain text. */
  public static String text(@Nullable Object value, @Nullable String format) {
    if (value == null) {
      return "";
    }
    if (format == null || format.isEmpty()) {
      return Text.ofObject(value);
    }
    if (NumberFormat.isNumber(value)) {
      return NumberFormat.format(value, format);
    }
    if (value instanceof DateTime time) {
      return time.toString(format);
    }
    if (value instanceof DateTimeOffset time) {
      return time.toString(format);
    }
    if (value instanceof TimeSpan span) {
      return span.toString(format);
    }
    if (value instanceof UUID guid) {
      return Guids.toString(guid, format);
    }
    if (value instanceof EnumValue e) {
      return EnumFormat.format(e, format);
    }
    if (value instanceof ClrFormattable formattable) {
      return formattable.clrText(format);
    }
    return Text.ofObject(value);
  }

  /** Positive alignment pads on the left. */
  static String aligned(String text, int alignment) {
    int missing = Math.abs(alignment) - text.length();
    if (missing <= 0) {
      return text;
    }
    Strings.checkLength(Math.abs((long) alignment));
    return alignment > 0 ? " ".repeat(missing) + text : text + " ".repeat(missing);
  }
}
