package dev.fanout.report;

/** Makes a text harmless in a place where some characters have a meaning. */
final class Escape {
  private static final String MARKDOWN = "\\`*_{}[]<>()#+!|~&$@:";

  private Escape() {}

  /**
   * For HTML and XML, in text and in quoted attributes. Characters that XML forbids become U+FFFD.
   */
  static String markup(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(allowedInXml(c) ? c : 0xFFFD);
              }
            });
    return safe.toString();
  }

  /** For a Markdown paragraph or table cell: no emphasis, link, table border, line end or HTML. */
  static String markdown(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              if (c < ' ' || c == 0x7F) {
                safe.append(' ');
              } else if (MARKDOWN.indexOf(c) >= 0 && special(c)) {
                safe.append("&#").append(c).append(';');
              } else {
                safe.appendCodePoint(c);
              }
            });
    return safe.toString();
  }

  /** Brackets, colons and the like are plain in prose; only what starts a construct is escaped. */
  private static boolean special(int c) {
    return c != '(' && c != ')' && c != ':' && c != '+' && c != '!' && c != '@' && c != '$'
        && c != '{' && c != '}';
  }

  /** For Markdown where a URL must stay text: no automatic link. */
  static String markdownCode(String text) {
    return "<code>" + markdown(text).replace("://", "&#58;//").replace("@", "&#64;") + "</code>";
  }

  /** For a terminal: control characters cannot move the cursor or change colours. */
  static String terminal(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              boolean control =
                  Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
              safe.appendCodePoint(control ? 0xFFFD : c);
            });
    return safe.toString();
  }

  private static boolean allowedInXml(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
