package dev.fanout.gateway.policy;

import dev.fanout.diagnostics.SourceSpan;
import dev.fanout.policies.syntax.AttributeNode;
import dev.fanout.policies.syntax.ElementNode;
import dev.fanout.policies.syntax.ElementText;
import dev.fanout.policies.syntax.PolicyExpression;
import java.util.Objects;
import java.util.Optional;

/**
 * A value as a document has it: of an attribute, or between tags.
 *
 * @param span where messages point
 */
record Written(String value, SourceSpan span, Optional<PolicyExpression> expression) {
  Written {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(expression, "expression");
  }

  static Written of(AttributeNode attribute) {
    return new Written(attribute.value(), attribute.valueSpan(), attribute.expression());
  }

  static Written contentOf(ElementNode element) {
    ElementText text = element.text();
    return new Written(text.value(), text.span(), text.expression());
  }

  /** The C# with its marker, or the literal. */
  String text() {
    return expression.map(PolicyExpression::text).orElse(value);
  }

  /** What the text covers in the document. */
  SourceSpan textSpan() {
    return expression.map(PolicyExpression::span).orElse(span);
  }
}
