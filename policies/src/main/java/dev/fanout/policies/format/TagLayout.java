package dev.fanout.policies.format;

import dev.fanout.expressions.ExpressionScanner;
import dev.fanout.policies.syntax.AttributeNode;
import dev.fanout.policies.syntax.ElementNode;
import dev.fanout.policies.syntax.TagWidth;
import java.util.List;

/**
 * Lays a start tag out: attributes in their order, one blank between them, none around {@code =},
 * double quotes. If a line would be longer than {@link TagWidth#MOST} and there are at least two
 * attributes, each gets a line of its own, two levels in, so that it is told from a child.
 */
final class TagLayout {
  private static final String CLOSE = ">";
  private static final String CLOSE_EMPTY = " />";

  private final String text;
  private final Changes changes;
  private final String lineEnd;
  private final ExpressionForm expressions;

  TagLayout(String text, Changes changes, String lineEnd, ExpressionForm expressions) {
    this.text = text;
    this.changes = changes;
    this.lineEnd = lineEnd;
    this.expressions = expressions;
  }

  /** The tag of an element that has content, or that ends itself already. */
  void startTag(ElementNode element, int depth) {
    tag(
        element,
        depth,
        element.isSelfClosing() ? CLOSE_EMPTY : CLOSE,
        element.startTagSpan().end());
  }

  /** The whole element as a tag that ends itself. */
  void emptyElement(ElementNode element, int depth) {
    tag(element, depth, CLOSE_EMPTY, element.span().end());
  }

  /** No whitespace in the end tag. */
  void endTag(ElementNode element) {
    int nameEnd = element.contentSpan().end() + "</".length() + element.name().length();
    changes.replace(nameEnd, element.span().end(), CLOSE);
  }

  private void tag(ElementNode element, int depth, String close, int end) {
    List<AttributeNode> attributes = element.attributes();
    boolean wraps = attributes.size() > 1 && !fits(element, depth, close);
    String gap = wraps ? lineEnd + Whitespace.indent(depth + 2) : " ";
    int at = element.nameSpan().end();
    for (AttributeNode attribute : attributes) {
      String quote = quote(attribute);
      changes.replace(at, attribute.span().start(), gap);
      changes.replace(attribute.nameSpan().end(), attribute.valueSpan().start(), "=" + quote);
      int valueEnd = attribute.valueSpan().end();
      changes.replace(attribute.valueSpan().start(), valueEnd, value(attribute));
      at = attribute.span().end();
      changes.replace(valueEnd, at, quote);
    }
    changes.replace(at, end, close);
  }

  /**
   * Double quotes, unless the value has quotes in it or its code does not close before they do:
   * then where it ends depends on them.
   */
  private String quote(AttributeNode attribute) {
    if (expressions.converts(attribute)) {
      return "\"";
    }
    String value = attribute.valueSpan().text();
    boolean plain = value.indexOf('"') < 0 && value.indexOf('\'') < 0;
    boolean closes =
        attribute
            .expression()
            .map(code -> code.isEscaped() || ExpressionScanner.endOf(code.text(), 0) >= 0)
            .orElse(true);
    int quote = attribute.valueSpan().start() - 1;
    return plain && closes ? "\"" : text.substring(quote, quote + 1);
  }

  private String value(AttributeNode attribute) {
    return expressions.attribute(attribute, '"');
  }

  private boolean fits(ElementNode element, int depth, String close) {
    TagWidth width = new TagWidth(Whitespace.indent(depth).length(), element.name());
    element.attributes().forEach(a -> width.attribute(a.name(), value(a)));
    return width.fits(close);
  }
}
