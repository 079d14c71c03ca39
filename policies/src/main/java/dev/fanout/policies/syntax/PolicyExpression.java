package dev.fanout.policies.syntax;

import dev.fanout.diagnostics.SourceSpan;

/**
 * A C# expression that is the whole of a value, but for whitespace around it.
 *
 * @param span from {@code @} up to and including the closing {@code )} or <code>}</code>, as
 *     written
 * @param text the C# with its marker: the text of {@code span}, or that text with its entities
 *     decoded when the document escapes it
 */
public record PolicyExpression(SourceSpan span, String text) {
  /** True if the document writes the expression with entities. */
  public boolean isEscaped() {
    return text.length() != span.length();
  }
}
