package dev.fanout.expressions.runtime;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Percent escapes of URIs: the kinds that {@code System.Uri} knows. */
final class UriText {
  static final String UNRESERVED_MARKS = "-_.~";
  static final String RESERVED = ":/?#[]@!$&'()*+,;=";
  private static final String KEPT_ESCAPED = RESERVED + "%\\";
  private static final String HEXADECIMAL = "0123456789ABCDEF";

  private UriText() {}

  static boolean isUnreserved(int c) {
    return (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c < 128 && UNRESERVED_MARKS.indexOf(c) >= 0);
  }

  /** Escapes all but unreserved characters and those of {@code plain}. */
  static String escape(String text, String plain) {
    Fence.steps(text.length() / 16);
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (byte b : Utf8.bytes(text)) {
      int c = b & 0xFF;
      if (isUnreserved(c) || (c < 128 && plain.indexOf(c) >= 0)) {
        escaped.append((char) c);
      } else {
        appendEscape(escaped, c);
      }
      Fence.characters(escaped.length());
    }
    return escaped.toString();
  }

  private static void appendEscape(StringBuilder out, int octet) {
    out.append('%').append(HEXADECIMAL.charAt(octet >> 4)).append(HEXADECIMAL.charAt(octet & 15));
  }

  /**
   * The escaped form of a part of a URI: what no URI may hold is escaped, escapes stay but for
   * those of unreserved characters, and a percent sign that escapes nothing becomes {@code %25}.
   */
  static String canonical(String part) {
    StringBuilder out = new StringBuilder(part.length() + 16);
    int i = 0;
    while (i < part.length()) {
      char c = part.charAt(i);
      int octet = c == '%' ? octetAt(part, i) : -1;
      if (octet >= 0) {
        if (isUnreserved(octet)) {
          out.append((char) octet);
        } else {
          appendEscape(out, octet);
        }
        i += 3;
        continue;
      }
      if (c < 128) {
        if (isUnreserved(c) || RESERVED.indexOf(c) >= 0) {
          out.append(c);
        } else {
          appendEscape(out, c);
        }
        i++;
        continue;
      }
      int end = i + Character.charCount(part.codePointAt(i));
      for (byte b : Utf8.bytes(part.substring(i, end))) {
        appendEscape(out, b & 0xFF);
      }
      i = end;
    }
    return out.toString();
  }

  /** Does it hold only what a URI may hold? */
  static boolean isValid(String part) {
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      boolean valid =
          c == '%' ? octetAt(part, i) >= 0 : isUnreserved(c) || RESERVED.indexOf(c) >= 0;
      if (!valid) {
        return false;
      }
    }
    return true;
  }

  /** What {@code Uri.ToString()} shows: readable, but no escape that keeps a meaning is undone. */
  static String readable(String escaped) {
    return unescape(escaped, KEPT_ESCAPED);
  }

  static String unescape(String text) {
    return unescape(text, "");
  }

  /** Bytes that are no UTF-8 and characters of {@code kept} stay escaped. */
  private static String unescape(String text, String kept) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    Fence.steps(text.length() / 16);
    StringBuilder out = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      int octet = octetAt(text, i);
      if (octet < 0) {
        out.append(text.charAt(i));
        i++;
        continue;
      }
      int length = octet < 0x80 ? 1 : octet >= 0xF0 ? 4 : octet >= 0xE0 ? 3 : 2;
      String decoded = decoded(text, i, length);
      boolean stays =
          decoded == null
              || (!kept.isEmpty()
                  && (kept.contains(decoded) || Character.isISOControl(decoded.charAt(0))));
      if (stays || decoded == null) {
        out.append(text, i, i + 3);
        i += 3;
      } else {
        out.append(decoded);
        i += 3 * length;
      }
    }
    return out.toString();
  }

  private static @Nullable String decoded(String text, int at, int length) {
    byte[] bytes = new byte[length];
    for (int k = 0; k < length; k++) {
      int octet = octetAt(text, at + 3 * k);
      if (octet < 0) {
        return null;
      }
      bytes[k] = (byte) octet;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** Of the escape that begins here; -1 without one. */
  static int octetAt(String text, int at) {
    if (at < 0 || at + 2 >= text.length() || text.charAt(at) != '%') {
      return -1;
    }
    int high = digit(text.charAt(at + 1));
    int low = digit(text.charAt(at + 2));
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  static int digit(char c) {
    return c < 128 ? Character.digit(c, 16) : -1;
  }
}
