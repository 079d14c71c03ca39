package dev.fanout.policies.syntax;

import dev.fanout.diagnostics.SourceSpan;
import java.util.Optional;

/** Joins the content of an element to one value. */
final class ElementTexts {
  private ElementTexts() {}

  static ElementText of(ElementNode element) {
    SourceSpan span = element.contentSpan();
    StringBuilder value = new StringBuilder();
    Optional<PolicyExpression> expression = Optional.empty();
    int pieces = 0;
    for (PolicyNode child : element.children()) {
      if (child instanceof ElementNode) {
        return new ElementText(span.text(), span, Optional.empty());
      } else if (child instanceof TextNode text) {
        value.append(text.value());
        if (!text.isBlank()) {
          pieces++;
          expression = text.expression();
        }
      } else if (child instanceof CDataNode cdata) {
        value.append(cdata.value());
        if (!cdata.value().isBlank()) {
          pieces++;
          expression = Values.wholeExpression(cdata.valueSpan());
        }
      }
    }
    return new ElementText(value.toString(), span, pieces == 1 ? expression : Optional.empty());
  }
}
