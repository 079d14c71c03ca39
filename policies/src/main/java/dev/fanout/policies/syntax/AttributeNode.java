package dev.fanout.policies.syntax;

import dev.fanout.diagnostics.SourceSpan;
import dev.fanout.diagnostics.SourceText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code name="value"} in a start tag. Two nodes are equal only if they are the same one. Spans are
 * made when they are asked for: a large document has many more than anybody looks at.
 */
public final class AttributeNode {
  private final SourceText source;
  private final String name;
  private final int start;
  private final int valueStart;
  private final int valueEnd;
  private final int end;
  private final @Nullable PolicyExpression expression;
  private @Nullable String value;

  AttributeNode(
      SourceText source, String name, int start, int valueStart, ValueReader.Value value, int end) {
    this.source = source;
    this.name = name;
    this.start = start;
    this.valueStart = valueStart;
    this.valueEnd = value.end();
    this.end = end;
    this.value = value.decoded();
    this.expression = value.expression();
  }

  public String name() {
    return name;
  }

  /** From the name to the closing quote. */
  public SourceSpan span() {
    return source.span(start, end);
  }

  public SourceSpan nameSpan() {
    return source.span(start, start + name.length());
  }

  /**
   * The value with entities decoded and line ends and tabs as spaces, as XML says; verbatim if it
   * is an unescaped expression.
   */
  public String value() {
    String text = value;
    if (text == null) {
      text = source.text().substring(valueStart, valueEnd);
      value = text;
    }
    return text;
  }

  /** What stands between the quotes, empty behind the name if the value is missing. */
  public SourceSpan valueSpan() {
    return source.span(valueStart, valueEnd);
  }

  public Optional<PolicyExpression> expression() {
    return Optional.ofNullable(expression);
  }

  public boolean isExpression() {
    return expression != null;
  }

  @Override
  public String toString() {
    return span().text();
  }
}
