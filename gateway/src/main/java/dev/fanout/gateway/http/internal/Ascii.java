package dev.fanout.gateway.http.internal;

/** Character classes of RFC 9110 and RFC 9112, as tables over one byte. */
public final class Ascii {
  private static final boolean[] TOKEN = new boolean[256];
  private static final boolean[] TARGET = new boolean[256];
  private static final boolean[] FIELD_VALUE = new boolean[256];
  private static final boolean[] AUTHORITY = new boolean[256];
  private static final byte[] HEX = new byte[256];

  static {
    for (int i = 0; i < 256; i++) {
      boolean digit = i >= '0' && i <= '9';
      boolean letter = i >= 'a' && i <= 'z' || i >= 'A' && i <= 'Z';
      TOKEN[i] = digit || letter || i < 128 && "!#$%&'*+-.^_`|~".indexOf(i) >= 0;
      // '#' would start a fragment, which never belongs to a request target (RFC 9112, 3.2).
      TARGET[i] = i > ' ' && i != 127 && i != '#';
      FIELD_VALUE[i] = i == '\t' || i >= ' ' && i != 127;
      // RFC 3986, 3.2.2 and 3.2.3, without user information.
      AUTHORITY[i] = digit || letter || i < 128 && "-._~%!$&'()*+,;=:[]".indexOf(i) >= 0;
      HEX[i] = (byte) Character.digit(i < 128 ? i : 0, 16);
    }
  }

  private Ascii() {}

  /** Whether {@code text} is a token: a method or a header name. */
  public static boolean isToken(String text) {
    return !text.isEmpty() && allIn(TOKEN, text);
  }

  /** Whether {@code text} may stand as a header value: no control byte except tab. */
  public static boolean isFieldValue(String text) {
    return allIn(FIELD_VALUE, text);
  }

  /** Whether {@code text} may stand as a request target: no space, control byte or fragment. */
  public static boolean isTarget(String text) {
    return !text.isEmpty() && allIn(TARGET, text);
  }

  /** Whether {@code text} is made of the bytes of {@code host[:port]}; may be empty. */
  public static boolean isAuthority(String text) {
    return allIn(AUTHORITY, text);
  }

  static boolean isToken(byte[] bytes, int start, int end) {
    return end > start && allIn(TOKEN, bytes, start, end);
  }

  static boolean isFieldValue(byte[] bytes, int start, int end) {
    return allIn(FIELD_VALUE, bytes, start, end);
  }

  static boolean isTarget(byte[] bytes, int start, int end) {
    return end > start && allIn(TARGET, bytes, start, end);
  }

  /** The value of a hexadecimal digit, or -1. */
  static int hexDigit(int octet) {
    return HEX[octet & 0xff];
  }

  /** Whether two texts are equal but for the case of ASCII letters. */
  public static boolean equalsIgnoreCase(String left, String right) {
    int length = left.length();
    if (length != right.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b && (lower(a) != lower(b))) {
        return false;
      }
    }
    return true;
  }

  private static int lower(char character) {
    return character >= 'A' && character <= 'Z' ? character | 0x20 : character;
  }

  private static boolean allIn(boolean[] table, String text) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character > 255 || !table[character]) {
        return false;
      }
    }
    return true;
  }

  private static boolean allIn(boolean[] table, byte[] bytes, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!table[bytes[i] & 0xff]) {
        return false;
      }
    }
    return true;
  }
}
