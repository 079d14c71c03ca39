package dev.fanout.policies.syntax;

import dev.fanout.diagnostics.SourceSpan;
import dev.fanout.diagnostics.SourceText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Text between tags, whitespace included. Two nodes are equal only if they are the same one. */
public final class TextNode implements PolicyNode {
  private final SourceText source;
  private final int start;
  private final int end;
  private final @Nullable PolicyExpression expression;
  private final @Nullable String decoded;

  TextNode(SourceText source, int start, ValueReader.Value value) {
    this.source = source;
    this.start = start;
    this.end = value.end();
    this.decoded = value.decoded();
    this.expression = value.expression();
  }

  @Override
  public SourceSpan span() {
    return source.span(start, end);
  }

  /**
   * The text with entities decoded and line ends as {@code \n}; verbatim if it is an unescaped
   * expression.
   */
  public String value() {
    return decoded == null ? source.text().substring(start, end) : decoded;
  }

  public Optional<PolicyExpression> expression() {
    return Optional.ofNullable(expression);
  }

  public boolean isExpression() {
    return expression != null;
  }

  public boolean isBlank() {
    return value().isBlank();
  }

  @Override
  public String toString() {
    return span().text();
  }
}
