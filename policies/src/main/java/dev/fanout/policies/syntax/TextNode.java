package dev.fanout.policies.syntax;

import dev.fanout.diagnostics.SourceSpan;
import java.util.Optional;

/**
 * Text between tags, whitespace included.
 *
 * @param value the text with entities decoded and line ends as {@code \n}; verbatim if it is an
 *     unescaped expression
 */
public record TextNode(SourceSpan span, String value, Optional<PolicyExpression> expression)
    implements PolicyNode {
  public boolean isExpression() {
    return expression.isPresent();
  }

  public boolean isBlank() {
    return value.isBlank();
  }
}
