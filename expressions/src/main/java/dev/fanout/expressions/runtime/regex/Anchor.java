package dev.fanout.expressions.runtime.regex;

/** Places that a pattern can ask for. */
enum Anchor {
  LINE_START,
  LINE_END,
  START,
  END,
  END_OR_LAST_NEWLINE,
  WHERE_SEARCH_BEGAN,
  BOUNDARY,
  NO_BOUNDARY,
  ECMA_BOUNDARY,
  NO_ECMA_BOUNDARY;

  private static final Anchor[] ALL = values();

  static Anchor of(int ordinal) {
    return ALL[ordinal];
  }

  /**
   * @param began where the search began, for {@code \G}
   */
  boolean holds(String text, int at, int began) {
    return switch (this) {
      case LINE_START -> at == 0 || text.charAt(at - 1) == '\n';
      case LINE_END -> at == text.length() || text.charAt(at) == '\n';
      case START -> at == 0;
      case END -> at == text.length();
      case END_OR_LAST_NEWLINE ->
          at == text.length() || (at == text.length() - 1 && text.charAt(at) == '\n');
      case WHERE_SEARCH_BEGAN -> at == began;
      case BOUNDARY -> isWord(text, at - 1) != isWord(text, at);
      case NO_BOUNDARY -> isWord(text, at - 1) == isWord(text, at);
      case ECMA_BOUNDARY -> isEcmaWord(text, at - 1) != isEcmaWord(text, at);
      case NO_ECMA_BOUNDARY -> isEcmaWord(text, at - 1) == isEcmaWord(text, at);
    };
  }

  private static boolean isWord(String text, int at) {
    return at >= 0 && at < text.length() && CharClass.isBoundaryWord(text.charAt(at));
  }

  private static boolean isEcmaWord(String text, int at) {
    return at >= 0 && at < text.length() && CharClass.isEcmaWord(text.charAt(at));
  }
}
