package dev.fanout.expressions.runtime;

import org.jspecify.annotations.Nullable;

/** Static members of {@code System.Uri}. */
public final class Uris {
  private static final String UNRESERVED = "-_.~";
  private static final String HEXADECIMAL = "0123456789ABCDEF";

  private Uris() {}

  public static String escapeDataString(@Nullable String text) {
    if (text == null) {
      throw Failures.argumentNull("stringToEscape");
    }
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (byte b : Utf8.bytes(text)) {
      char c = (char) (b & 0xFF);
      boolean plain =
          (c >= '0' && c <= '9')
              || (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || UNRESERVED.indexOf(c) >= 0;
      if (plain) {
        escaped.append(c);
      } else {
        escaped.append('%').append(HEXADECIMAL.charAt(c >> 4)).append(HEXADECIMAL.charAt(c & 15));
      }
    }
    return escaped.toString();
  }
}
