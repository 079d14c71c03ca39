package dev.fanout.expressions;

import dev.fanout.expressions.syntax.Lexer;
import dev.fanout.expressions.syntax.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds where an expression ends in a text that is not C#, by C#'s own tokens: a bracket within a
 * string, a character, a comment or an interpolated hole is none. Only brackets of the opening kind
 * are counted, so that {@code @{ f( }} still ends where its author meant.
 */
public final class ExpressionScanner {
  /** An expression longer than this (in UTF-16 units, marker included) counts as never ending. */
  public static final int LONGEST_EXPRESSION = 1 << 17;

  private ExpressionScanner() {}

  /** Does {@code @(} or {@code @{} stand here? */
  public static boolean startsExpression(CharSequence text, int start) {
    return start >= 0
        && start + 1 < text.length()
        && text.charAt(start) == '@'
        && (text.charAt(start + 1) == '(' || text.charAt(start + 1) == '{');
  }

  /**
   * The offset just past the closing {@code )} or {@code }} of the expression whose {@code @}
   * stands at {@code start}, or -1 if it never ends or none starts there. Linear in what it reads.
   */
  public static int endOf(CharSequence text, int start) {
    return endOf(text, start, new ArrayList<>());
  }

  /** The same, but negated if a string, a character or a comment in the expression never ends. */
  public static int endIfComplete(CharSequence text, int start) {
    List<Problem> problems = new ArrayList<>(0);
    int end = endOf(text, start, problems);
    for (Problem problem : problems) {
      if (problem.code().endsWith("UNTERMINATED")) {
        return -Math.abs(end);
      }
    }
    return end;
  }

  private static int endOf(CharSequence text, int start, List<Problem> problems) {
    if (!startsExpression(text, start)) {
      return -1;
    }
    int limit = (int) Math.min(text.length(), (long) start + LONGEST_EXPRESSION);
    char opening = text.charAt(start + 1);
    return new Lexer(text, start + 1, limit, problems)
        .endOfBrackets(opening, opening == '{' ? '}' : ')');
  }
}
