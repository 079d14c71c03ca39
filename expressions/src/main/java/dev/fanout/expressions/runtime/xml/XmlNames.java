package dev.fanout.expressions.runtime.xml;

/** Which characters XML and its names take (XML 1.0, fourth edition, as .NET does). */
final class XmlNames {
  private XmlNames() {}

  static boolean isStart(char c) {
    return c == '_' || (c < 128 ? isAsciiLetter(c) : Character.isLetter(c));
  }

  static boolean isPart(char c) {
    if (c < 128) {
      return isAsciiLetter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
    }
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || c == '\u00B7'
        || c == '\u0387';
  }

  private static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
  }

  static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isSpace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** May the unit stand in a document, surrogates being looked at by their users? */
  static boolean isCharacter(char c) {
    return c >= ' ' ? c < '\uFFFE' : isSpace(c);
  }

  /** Fails for what is no name without colon. */
  static String verified(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (i == 0 ? !isStart(c) : !isPart(c)) {
        throw XmlFailures.xml(
            i == 0 && isPart(c)
                ? "Name cannot begin with the " + shown(c) + "."
                : "The " + shown(c) + ", cannot be included in a name.");
      }
    }
    return name;
  }

  private static String shown(char c) {
    String text = XmlFailures.shown(c);
    int comma = text.lastIndexOf(',');
    return text.substring(0, comma) + " character" + text.substring(comma);
  }
}
