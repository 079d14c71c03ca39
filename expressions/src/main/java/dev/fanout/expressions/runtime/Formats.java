package dev.fanout.expressions.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Composite formatting: {@code {index,alignment:format}}. */
public final class Formats {
  private static final String NOT_IN_FORMAT = "Input string was not in a correct format.";
  private static final int WIDEST = 1_000_000;

  private Formats() {}

  /** Null gives the empty text, a type that has no formats its plain text. */
  static String text(@Nullable Object value, @Nullable String format) {
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
    if (value instanceof TimeSpan span) {
      return span.toString(format);
    }
    if (value instanceof java.util.UUID guid) {
      return Guids.toString(guid, format);
    }
    if (value instanceof EnumValue e) {
      return EnumFormat.format(e, format);
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

  static String composite(String format, List<@Nullable Object> values) {
    StringBuilder out = new StringBuilder(format.length() + 16);
    int at = 0;
    while (at < format.length()) {
      char c = format.charAt(at);
      if ((c == '{' || c == '}') && at + 1 < format.length() && format.charAt(at + 1) == c) {
        out.append(c);
        at += 2;
      } else if (c == '{') {
        at = item(format, at + 1, values, out);
      } else if (c == '}') {
        throw Failures.format(NOT_IN_FORMAT);
      } else {
        out.append(c);
        at++;
      }
      Strings.checkLength(out.length());
    }
    return out.toString();
  }

  private static int item(
      String format, int start, List<@Nullable Object> values, StringBuilder out) {
    int[] at = {start};
    int index = number(format, at);
    skipSpaces(format, at);
    int alignment = 0;
    if (at[0] < format.length() && format.charAt(at[0]) == ',') {
      at[0]++;
      skipSpaces(format, at);
      boolean left = at[0] < format.length() && format.charAt(at[0]) == '-';
      at[0] += left ? 1 : 0;
      alignment = number(format, at) * (left ? -1 : 1);
      skipSpaces(format, at);
    }
    String spec = null;
    if (at[0] < format.length() && format.charAt(at[0]) == ':') {
      int specStart = at[0] + 1;
      int end = specStart;
      while (end < format.length() && format.charAt(end) != '}') {
        if (format.charAt(end) == '{') {
          throw Failures.format(NOT_IN_FORMAT);
        }
        end++;
      }
      spec = format.substring(specStart, end);
      at[0] = end;
    }
    if (at[0] >= format.length() || format.charAt(at[0]) != '}') {
      throw Failures.format(NOT_IN_FORMAT);
    }
    if (index >= values.size()) {
      throw Failures.format(
          "Index (zero based) must be greater than or equal to zero and less than the size of the"
              + " argument list.");
    }
    out.append(aligned(text(values.get(index), spec), alignment));
    return at[0] + 1;
  }

  private static int number(String format, int[] at) {
    int value = 0;
    int start = at[0];
    while (at[0] < format.length() && format.charAt(at[0]) >= '0' && format.charAt(at[0]) <= '9') {
      value = value * 10 + format.charAt(at[0]) - '0';
      if (value >= WIDEST) {
        throw Failures.format(NOT_IN_FORMAT);
      }
      at[0]++;
    }
    if (at[0] == start) {
      throw Failures.format(NOT_IN_FORMAT);
    }
    return value;
  }

  private static void skipSpaces(String format, int[] at) {
    while (at[0] < format.length() && format.charAt(at[0]) == ' ') {
      at[0]++;
    }
  }
}
