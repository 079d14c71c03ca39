package dev.fanout.policies.format;

/** Whitespace as XML has it: blanks, tabs and line ends, and no other character. */
final class Whitespace {
  private static final String ONE_INDENT = "    ";

  private Whitespace() {}

  static boolean isAll(String text) {
    return text.chars().allMatch(c -> c == ' ' || c == '\t' || c == '\n' || c == '\r');
  }

  /** How many lines end in a piece of a text: at {@code \n}, {@code \r\n} or a lone {@code \r}. */
  static int lineEnds(String text, int start, int end) {
    int count = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && (i + 1 == end || text.charAt(i + 1) != '\n'))) {
        count++;
      }
    }
    return count;
  }

  /**
   * How the document ends its lines: as it ends its last one. What is written ends with a line end,
   * so that a second run decides alike.
   */
  static String lineEndOf(String text) {
    int last = text.lastIndexOf('\n');
    return last > 0 && text.charAt(last - 1) == '\r' ? "\r\n" : "\n";
  }

  static String indent(int depth) {
    return ONE_INDENT.repeat(depth);
  }
}
