package dev.fanout.expressions.syntax;

import org.jspecify.annotations.Nullable;

/**
 * A token at {@code start..end} of the text.
 *
 * @param text the operator, the keyword, or the identifier without its {@code @}; empty for others
 * @param value what a literal means, null for everything else
 */
public record Token(TokenKind kind, String text, int start, int end, @Nullable Object value) {
  /** Is this the operator or keyword? An identifier never is. */
  public boolean is(String operatorOrKeyword) {
    return (kind == TokenKind.OPERATOR || kind == TokenKind.KEYWORD)
        && text.equals(operatorOrKeyword);
  }

  /** A word that is a keyword only in its place, such as {@code when}. */
  public boolean isWord(String word) {
    return kind == TokenKind.IDENTIFIER && text.equals(word) && end - start == word.length();
  }
}
