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
      encode(b, encoded);
    }
    return encoded.toString();
  }

  private static void encode(byte b, StringBuilder encoded) {
    char c = (char) (b & 0xFF);
    if (c == ' ') {
      encoded.append('+');
    } else if (isAsciiLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0) {
      encoded.append(c);
    } else {
      encoded.append('%').append(HEXADECIMAL.charAt(c >> 4)).append(HEXADECIMAL.charAt(c & 15));
    }
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

  /** Named references of HTML 4 and numbers; what is neither stays as it is. */
  public static @Nullable String htmlDecode(@Nullable String text) {
    if (text == null || text.indexOf('&') < 0) {
      return text;
    }
    Fence.steps(text.length() / 16);
    StringBuilder decoded = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int end = c == '&' ? referenceEnd(text, at + 1) : -1;
      int codePoint = end < 0 ? -1 : referenced(text.substring(at + 1, end));
      if (codePoint < 0) {
        decoded.append(c);
        at++;
      } else {
        decoded.appendCodePoint(codePoint);
        at = end + 1;
      }
    }
    return decoded.toString();
  }

  /** The next semicolon, unless another reference begins before it; -1 without one. */
  private static int referenceEnd(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ';') {
        return i;
      }
      if (c == '&') {
        return -1;
      }
    }
    return -1;
  }

  private static int referenced(String reference) {
    if (!reference.startsWith("#")) {
      char named = HtmlEntities.of(reference);
      return named == 0 ? -1 : named;
    }
    boolean hexadecimal = reference.length() > 1 && (reference.charAt(1) | 0x20) == 'x';
    String digits = reference.substring(hexadecimal ? 2 : 1);
    if (digits.isEmpty() || digits.length() > 12) {
      return -1;
    }
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c >= 128 || Character.digit(c, hexadecimal ? 16 : 10) < 0) {
        return -1;
      }
    }
    long value = Long.parseLong(digits, hexadecimal ? 16 : 10);
    boolean scalar = value > 0 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
    return scalar ? (int) value : -1;
  }

  public static byte @Nullable [] urlEncodeToBytes(byte @Nullable [] value, int offset, int count) {
    if (value == null) {
      return null;
    }
    checkRange(value, offset, count);
    StringBuilder encoded = new StringBuilder(count + 16);
    for (int i = offset; i < offset + count; i++) {
      encode(value[i], encoded);
    }
    return encoded.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  public static byte @Nullable [] urlDecodeToBytes(byte @Nullable [] value, int offset, int count) {
    if (value == null) {
      return null;
    }
    checkRange(value, offset, count);
    String text = new String(value, offset, count, StandardCharsets.ISO_8859_1);
    byte[] decoded = new byte[count];
    int size = 0;
    for (int i = 0; i < count; i++) {
      char c = text.charAt(i);
      int octet = c == '%' ? octetAt(text, i + 1) : -1;
      i += octet >= 0 ? 2 : 0;
      decoded[size++] = (byte) (octet >= 0 ? octet : c == '+' ? ' ' : c);
    }
    return java.util.Arrays.copyOf(decoded, size);
  }

  private static void checkRange(byte[] value, int offset, int count) {
    if (offset < 0 || offset > value.length) {
      throw Failures.outOfRange(
          "Specified argument was out of the range of valid values.", "offset");
    }
    if (count < 0 || offset > value.length - count) {
      throw Failures.outOfRange(
          "Specified argument was out of the range of valid values.", "count");
    }
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
