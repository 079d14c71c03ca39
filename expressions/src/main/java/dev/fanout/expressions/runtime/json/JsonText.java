package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.runtime.Base64Text;
import dev.fanout.expressions.runtime.DateTime;
import dev.fanout.expressions.runtime.DateTimeOffset;
import dev.fanout.expressions.runtime.Decimal;
import dev.fanout.expressions.runtime.EnumValue;
import dev.fanout.expressions.runtime.Numbers;
import dev.fanout.expressions.runtime.TimeSpan;
import dev.fanout.expressions.runtime.Uri;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How Newtonsoft writes strings and values: only what JSON must escape is escaped. */
final class JsonText {
  private static final String HEXADECIMAL = "0123456789abcdef";

  /** Of ASCII: what stands for itself, whatever the quotes are. */
  private static final boolean[] PLAIN = new boolean[128];

  static {
    for (char c = ' '; c < PLAIN.length; c++) {
      PLAIN[c] = c != '\\';
    }
  }

  private JsonText() {}

  /** With the backslashes that a string between such quotes needs. */
  static void escape(StringBuilder out, String text, char quote) {
    int copied = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain =
          c < PLAIN.length
              ? PLAIN[c] && c != quote
              : c != '\u0085' && c != '\u2028' && c != '\u2029';
      if (plain) {
        continue;
      }
      out.append(text, copied, i).append('\\');
      copied = i + 1;
      switch (c) {
        case '\t' -> out.append('t');
        case '\n' -> out.append('n');
        case '\r' -> out.append('r');
        case '\f' -> out.append('f');
        case '\b' -> out.append('b');
        case '\\', '"', '\'' -> out.append(c);
        default -> {
          out.append('u');
          for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(HEXADECIMAL.charAt(c >> shift & 15));
          }
        }
      }
    }
    if (copied == 0) {
      out.append(text);
    } else {
      out.append(text, copied, text.length());
    }
  }

  static void quote(StringBuilder out, String text, char quote) {
    out.append(quote);
    escape(out, text, quote);
    out.append(quote);
  }

  static String quoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2);
    quote(out, text, '"');
    return out.toString();
  }

  /** Is it one value in JSON, and no object or array? */
  static boolean isSimple(Object value) {
    return value instanceof String
        || value instanceof Boolean
        || Convertible.isInteger(value)
        || Convertible.isFloat(value)
        || value instanceof DateTime
        || value instanceof DateTimeOffset
        || value instanceof Character
        || value instanceof UUID
        || value instanceof TimeSpan
        || value instanceof Uri
        || value instanceof byte[];
  }

  /** Null for what is no simple value. */
  static @Nullable String ofSimple(Object value) {
    if (value instanceof String s) {
      return quoted(s);
    }
    if (value instanceof Boolean b) {
      return b ? "true" : "false";
    }
    if (value instanceof EnumValue e) {
      return Integer.toString(e.value());
    }
    if (Convertible.isInteger(value)) {
      return Convertible.toText(value);
    }
    if (value instanceof Double d) {
      return withPoint(Numbers.text((double) d));
    }
    if (value instanceof Float f) {
      return withPoint(Numbers.text((float) f));
    }
    if (value instanceof Decimal d) {
      return withPoint(d.toString());
    }
    if (value instanceof DateTime time) {
      return '"' + JsonDates.text(time) + '"';
    }
    if (value instanceof Character || value instanceof UUID || value instanceof TimeSpan) {
      return quoted(Convertible.toText(value));
    }
    if (value instanceof byte[] bytes) {
      return '"' + Base64Text.toBase64String(bytes) + '"';
    }
    if (value instanceof DateTimeOffset time) {
      return '"' + JsonDates.text(time) + '"';
    }
    return value instanceof Uri uri ? quoted(uri.originalString()) : null;
  }

  /** NaN and the infinities are words, which a writer puts in quotes. */
  static boolean isWord(Object value) {
    double number =
        value instanceof Double d ? d : value instanceof Float f ? (double) (float) f : 0;
    return Double.isNaN(number) || Double.isInfinite(number);
  }

  private static String withPoint(String number) {
    boolean plain = true;
    for (int i = 0; i < number.length() && plain; i++) {
      char c = number.charAt(i);
      plain = c == '-' || (c >= '0' && c <= '9');
    }
    return plain ? number + ".0" : number;
  }

  /** A value in a message: strings in quotes. */
  static String shown(@Nullable Object value) {
    return value == null
        ? "{null}"
        : value instanceof String s ? '"' + s + '"' : Convertible.toText(value);
  }
}
