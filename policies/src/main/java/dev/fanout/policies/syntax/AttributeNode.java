package dev.fanout.policies.syntax;

import dev.fanout.diagnostics.SourceSpan;
import java.util.Optional;

/**
 * {@code name="value"} in a start tag.
 *
 * @param span from the name to the closing quote
 * @param value the value with entities decoded and line ends and tabs as spaces, as XML says;
 *     verbatim if it is an unescaped expression
 * @param valueSpan what stands between the quotes, empty behind the name if the value is missing
 */
public record AttributeNode(
    String name,
    SourceSpan span,
    SourceSpan nameSpan,
    String value,
    SourceSpan valueSpan,
    Optional<PolicyExpression> expression) {
  public boolean isExpression() {
    return expression.isPresent();
  }
}
