package dev.fanout.expressions.syntax;

/** What a token is; operators and keywords are told apart by their text. */
public enum TokenKind {
  IDENTIFIER,
  KEYWORD,
  /** The value is a {@link NumberLiteral}. */
  NUMBER,
  /** The value is a {@link Character}. */
  CHARACTER,
  /** The value is a {@link String}. */
  STRING,
  /** The value is an {@link InterpolatedText}. */
  INTERPOLATED,
  OPERATOR,
  /** A character that begins no token, or a literal that never ends; already reported. */
  BAD,
  END
}
