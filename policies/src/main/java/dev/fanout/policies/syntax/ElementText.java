package dev.fanout.policies.syntax;

import dev.fanout.diagnostics.SourceSpan;
import java.util.Optional;

/**
 * The content of an element that holds text: text, CDATA and, between them, comments that do not
 * count. Where the content has elements, it is the XML between the tags as written.
 *
 * @param span what stands between the tags
 */
public record ElementText(String value, SourceSpan span, Optional<PolicyExpression> expression) {
  public boolean isExpression() {
    return expression.isPresent();
  }
}
