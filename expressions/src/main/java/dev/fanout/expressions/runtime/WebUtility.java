package dev.fanout.expressions.runtime;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** {@code System.Net.WebUtility}. */
public final class WebUtility {
  private static final String UNRESERVED = "-_.!*()";
  private static final String HEXADECIMAL = "0123456789ABCDEF";

  private WebUtility() {}

  /** {@code +} is a space, {@code %XX} a byte of UTF-8; what is neither stays as it is. */
  public static String urlDecode(String encoded) {
    if (encoded.indexOf('%') < 0) {
      return encoded.indexOf('+') < 0 ? encoded : encoded.replace('+', ' ');
    }
    StringBuilder decoded = new StringBuilder(encoded.length());
    byte[] bytes = new byte[encoded.length() / 3];
    int count = 0;
    for (int i = 0; i < encoded.length(); i++) {
      char c = encoded.charAt(i);
      int octet = c == '%' ? octetAt(encoded, i + 1) : -1;
      if (octet >= 0) {
        bytes[count++] = (byte) octet;
        i += 2;
        continue;
      }
      count = flush(bytes, count, decoded);
      decoded.append(c == '+' ? ' ' : c);
    }
    flush(bytes, count, decoded);
    return decoded.toString();
  }

  /** Null gives null. */
  public static @Nullable String urlDecodeOrNull(@Nullable String encoded) {
    return encoded == null ? null : urlDecode(encoded);
  }

  /** A space is {@code +}; hexadecimal digits in upper case; null gives null. */
  public static @Nullable String urlEncode(@Nullable String text) {
    if (text == null) {
      return null;
    }
    StringBuilder encoded = new StringBuilder(text.length() + 16);
    for (byte b : Utf8.bytes(text)) {
      char c = (char) (b & 0xFF);
      if (c == ' ') {
        encoded.append('+');
      } else if (isAsciiLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0) {
        encoded.append(c);
      } else {
        encoded.append('%').append(HEXADECIMAL.charAt(c >> 4)).append(HEXADECIMAL.charAt(c & 15));
      }
    }
    return encoded.toString();
  }

  /** {@code < > & " '} and Latin-1 from U+00A0 as references; null gives null. */
  public static @Nullable String htmlEncode(@Nullable String text) {
    if (text == null) {
      return null;
    }
    StringBuilder encoded = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> encoded.append("&lt;");
        case '>' -> encoded.append("&gt;");
        case '&' -> encoded.append("&amp;");
        case '"' -> encoded.append("&quot;");
        case '\'' -> encoded.append("&#39;");
        default -> {
          if (c >= 0xA0 && c < 0x100) {
            encoded.append("&#").append((int) c).append(';');
          } else if (Character.isSurrogate(c)) {
            boolean pair =
                Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
              encoded.append("&#").append(text.codePointAt(i)).append(';');
              i++;
            } else {
              encoded.append('\uFFFD');
            }
          } else {
            encoded.append(c);
          }
        }
      }
    }
    return encoded.toString();
  }

  private static int flush(byte[] bytes, int count, StringBuilder decoded) {
    if (count > 0) {
      decoded.append(new String(bytes, 0, count, StandardCharsets.UTF_8));
    }
    return 0;
  }

  private static int octetAt(String text, int at) {
    if (at + 1 >= text.length()) {
      return -1;
    }
    int high = digit(text.charAt(at));
    int low = digit(text.charAt(at + 1));
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  private static int digit(char c) {
    return c < 128 ? Character.digit(c, 16) : -1;
  }

  private static boolean isAsciiLetterOrDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
