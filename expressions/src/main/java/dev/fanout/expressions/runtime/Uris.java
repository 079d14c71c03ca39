package dev.fanout.expressions.runtime;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Static members of {@code System.Uri}. */
public final class Uris {
  private Uris() {}

  public static String escapeDataString(@Nullable String text) {
    if (text == null) {
      throw Failures.argumentNull("stringToEscape");
    }
    return UriText.escape(text, "");
  }

  public static String unescapeDataString(@Nullable String text) {
    if (text == null) {
      throw Failures.argumentNull("stringToUnescape");
    }
    return UriText.unescape(text);
  }

  public static String escapeUriString(@Nullable String text) {
    if (text == null) {
      throw Failures.argumentNull("stringToEscape");
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && UriText.octetAt(text, end) < 0) {
        end++;
      }
      out.append(UriText.escape(text.substring(at, end), UriText.RESERVED));
      if (end < text.length()) {
        out.append(text, end, end + 3);
        end += 3;
      }
      at = end;
    }
    return out.toString();
  }

  public static boolean checkSchemeName(@Nullable String name) {
    return name != null
        && !name.isEmpty()
        && UriParser.schemeEnd("x" + name + ":") > 0
        && Chars.isAsciiLetter(name.charAt(0));
  }

  public static boolean isHexDigit(char c) {
    return Chars.isAsciiHexDigit(c);
  }

  public static boolean isHexEncoding(@Nullable String pattern, int index) {
    return pattern != null && UriText.octetAt(pattern, index) >= 0;
  }

  public static int fromHex(char c) {
    int digit = UriText.digit(c);
    if (digit < 0) {
      throw Failures.argument("Invalid hexadecimal digit.", "digit");
    }
    return digit;
  }

  public static String hexEscape(char c) {
    if (c > 255) {
      throw Failures.outOfRange(
          "Specified argument was out of the range of valid values.", "character");
    }
    return String.format(Locale.ROOT, "%%%02X", (int) c);
  }
}
