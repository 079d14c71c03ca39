package dev.fanout.policies.syntax;

import dev.fanout.expressions.ExpressionScanner;
import java.util.Arrays;

/**
 * Searches in one document, each of them counted. What is searched in vain is remembered or paid
 * from a budget, so that the sum stays linear however often a broken document makes the parser look
 * ahead.
 */
final class Scan {
  /** Characters that may be looked at in vain, per character of the document. */
  private static final int VAIN_LOOKS = 4;

  private static final int MARKS = Mark.values().length;

  private final String text;
  private final int length;
  private long budget;
  private long steps;
  private int lastLook;
  private final int[] searchedFrom = new int[MARKS];
  private final int[] foundAt = new int[MARKS];
  private final int[] nowhereFrom = new int[MARKS];

  Scan(String text) {
    this.text = text;
    this.length = text.length();
    this.budget = (long) VAIN_LOOKS * length + 1024;
    Arrays.fill(searchedFrom, Integer.MAX_VALUE);
    Arrays.fill(nowhereFrom, Integer.MAX_VALUE);
  }

  /** Texts that end or begin something. */
  enum Mark {
    DOUBLE_QUOTE("\""),
    SINGLE_QUOTE("'"),
    LESS_THAN("<"),
    AMPERSAND("&"),
    DOLLAR("$"),
    COMMENT_END("-->"),
    CDATA_END("]]>"),
    INSTRUCTION_END("?>");

    private final String text;

    /** -1 for a longer one. */
    private final int single;

    Mark(String text) {
      this.text = text;
      this.single = text.length() == 1 ? text.charAt(0) : -1;
    }

    int length() {
      return text.length();
    }

    static Mark ofQuote(char quote) {
      return quote == '"' ? DOUBLE_QUOTE : SINGLE_QUOTE;
    }
  }

  /** Characters looked at so far. */
  long steps() {
    return steps;
  }

  void count(int characters) {
    steps += characters;
  }

  /** Where the mark stands next, or -1. What was found last is remembered. */
  int find(Mark mark, int from) {
    int index = mark.ordinal();
    if (from >= nowhereFrom[index]) {
      return -1;
    }
    if (from >= searchedFrom[index] && from <= foundAt[index]) {
      return foundAt[index];
    }
    int found = mark.single >= 0 ? text.indexOf(mark.single, from) : text.indexOf(mark.text, from);
    count((found < 0 ? length : found) - from);
    if (found < 0) {
      nowhereFrom[index] = from;
    } else {
      searchedFrom[index] = from;
      foundAt[index] = found;
    }
    return found;
  }

  /** Where the mark stands next in front of {@code end}, or -1. */
  int findWithin(Mark mark, int from, int end) {
    int found = find(mark, from);
    return found < end ? found : -1;
  }

  int skipSpace(int from) {
    int at = from;
    while (at < length && Syntax.isSpace(text.charAt(at))) {
      at++;
    }
    count(at - from);
    return at;
  }

  int skipName(int from) {
    int at = from;
    while (at < length && Syntax.isNamePart(text.charAt(at))) {
      at++;
    }
    count(at - from);
    return at;
  }

  /**
   * Where the unescaped expression ends, or -1 if it does not, if a literal in it does not, or if
   * too much was searched in vain.
   */
  int expressionEnd(int start) {
    lastLook = 0;
    if (budget < 0) {
      return -1;
    }
    int end = ExpressionScanner.endIfComplete(text, start);
    lastLook = (end == -1 ? farthest(start) : Math.abs(end)) - start;
    count(lastLook);
    return Math.max(end, -1);
  }

  /** How many characters the last search for the end of an expression looked at. */
  int lastLook() {
    return lastLook;
  }

  /** Tells that {@code characters} from a search were of no use. */
  void spendInVain(int characters) {
    budget -= characters;
  }

  boolean canSpend() {
    return budget >= 0;
  }

  /** How far an expression that never ends is read. */
  private int farthest(int start) {
    return (int) Math.min(length, (long) start + ExpressionScanner.LONGEST_EXPRESSION);
  }
}
