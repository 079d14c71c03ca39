package dev.fanout.policies.syntax;

/**
 * Characters of XML. Names are read more widely than XML allows, so that fewer errors follow one.
 */
final class Syntax {
  private static final boolean[] NAME_START = new boolean[0x80];
  private static final boolean[] NAME_PART = new boolean[0x80];

  static {
    for (char c = 0; c < NAME_START.length; c++) {
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      NAME_START[c] = letter || c == '_' || c == ':';
      NAME_PART[c] = NAME_START[c] || (c >= '0' && c <= '9') || c == '-' || c == '.';
    }
  }

  private Syntax() {}

  static boolean isSpace(char c) {
    return c <= ' ' && (c == ' ' || c == '\n' || c == '\r' || c == '\t');
  }

  static boolean isNameStart(char c) {
    return c < 0x80 ? NAME_START[c] : c >= 0xC0 && !isUnassigned(c);
  }

  static boolean isNamePart(char c) {
    return c < 0x80 ? NAME_PART[c] : c == 0xB7 || (c >= 0xC0 && !isUnassigned(c));
  }

  /** May the character stand in a document at all? Pairs of surrogates are looked at as a pair. */
  static boolean isAllowed(CharSequence text, int at) {
    char c = text.charAt(at);
    if (c >= ' ' && c < 0xD800) {
      return true;
    }
    if (Character.isHighSurrogate(c)) {
      return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
    return isSpace(c) || (c >= 0xE000 && c < 0xFFFE);
  }

  static boolean isAllowed(int codePoint) {
    return codePoint == '\t'
        || codePoint == '\n'
        || codePoint == '\r'
        || (codePoint >= ' ' && codePoint < 0xD800)
        || (codePoint >= 0xE000 && codePoint < 0xFFFE)
        || (codePoint >= 0x10000 && codePoint <= 0x10FFFF);
  }

  private static boolean isUnassigned(char c) {
    return c == 0xD7 || c == 0xF7 || c == 0xFEFF || c >= 0xFFF0 || (c >= 0x2000 && c < 0x2070);
  }
}
