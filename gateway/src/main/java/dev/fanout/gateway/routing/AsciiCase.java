package dev.fanout.gateway.routing;

/** Comparison of pieces of text in any case of ASCII letters, without a copy. */
final class AsciiCase {
  private AsciiCase() {}

  static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }

  static boolean equal(CharSequence expected, CharSequence text, int start, int end) {
    if (expected.length() != end - start) {
      return false;
    }
    for (int i = 0; i < expected.length(); i++) {
      if (lower(expected.charAt(i)) != lower(text.charAt(start + i))) {
        return false;
      }
    }
    return true;
  }

  static boolean same(CharSequence expected, CharSequence text, int start, int end) {
    if (expected.length() != end - start) {
      return false;
    }
    for (int i = 0; i < expected.length(); i++) {
      if (expected.charAt(i) != text.charAt(start + i)) {
        return false;
      }
    }
    return true;
  }
}
