package dev.fanout.policies.syntax;

/**
 * Finds the end of an expression whose C# is broken, so that the C# compiler can say what is wrong
 * with it: strings may run over lines, and what looks like the end of a tag ends the search.
 */
final class LooseScanner {
  private LooseScanner() {}

  /** Just past the closing bracket, or {@code -1 - farthest} with the last offset looked at. */
  static int endOf(String text, int start) {
    char opening = text.charAt(start + 1);
    char closing = opening == '(' ? ')' : '}';
    int depth = 0;
    boolean inString = false;
    int i = start + 1;
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      if (text.startsWith("</", i) || text.startsWith("/>", i)) {
        break;
      } else if (c == '"') {
        inString = !inString;
      } else if (inString) {
        i += c == '\\' ? 1 : 0;
      } else if (c == opening) {
        depth++;
      } else if (c == closing && --depth == 0) {
        return i + 1;
      }
    }
    return -1 - Math.min(i, text.length());
  }
}
