package dev.fanout.policies.syntax;

/** What a token is. */
public enum TokenKind {
  /** U+FEFF at the start. */
  BYTE_ORDER_MARK,
  /** {@code <?xml … ?>} at the start. */
  XML_DECLARATION,
  /** Text between tags that is not an expression. */
  TEXT,
  /** An expression, unescaped or escaped, in text or in an attribute value. */
  EXPRESSION,
  COMMENT,
  CDATA,
  /** {@code <} of a start tag. */
  START_TAG_OPEN,
  /** {@code </}. */
  END_TAG_OPEN,
  /** Name of an element or attribute. */
  NAME,
  /** Whitespace inside a tag. */
  WHITESPACE,
  EQUALS,
  /** A quote around an attribute value. */
  QUOTE,
  /** What stands between quotes and is not an expression. */
  ATTRIBUTE_TEXT,
  /** {@code >}. */
  TAG_CLOSE,
  /** {@code />}. */
  EMPTY_TAG_CLOSE,
  /** Characters that belong nowhere; each run has an issue. */
  UNEXPECTED
}
