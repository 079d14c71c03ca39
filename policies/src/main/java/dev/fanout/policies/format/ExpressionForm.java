package dev.fanout.policies.format;

import dev.fanout.policies.PolicyFormat;
import dev.fanout.policies.syntax.AttributeNode;
import dev.fanout.policies.syntax.TextNode;
import dev.fanout.policies.syntax.ValueWriter;
import java.util.Optional;

/** How expressions are written: as the document has them, or all in one of the two formats. */
final class ExpressionForm {
  private final Optional<ValueWriter> writer;

  private ExpressionForm(Optional<ValueWriter> writer) {
    this.writer = writer;
  }

  /** Without a format, nothing is converted. */
  static ExpressionForm of(Optional<PolicyFormat> format) {
    return new ExpressionForm(format.map(f -> new ValueWriter(f == PolicyFormat.RAWXML)));
  }

  boolean converts() {
    return writer.isPresent();
  }

  boolean converts(AttributeNode attribute) {
    return converts() && attribute.isExpression();
  }

  /** What stands between quotes of this kind. */
  String attribute(AttributeNode attribute, char quote) {
    return writer
        .filter(w -> attribute.isExpression())
        .map(w -> w.attribute(attribute.value(), quote))
        .orElseGet(() -> attribute.valueSpan().text());
  }

  /** What stands between tags. */
  String text(TextNode text) {
    return writer
        .filter(w -> text.isExpression())
        .map(w -> w.text(text.value()))
        .orElseGet(() -> text.span().text());
  }
}
