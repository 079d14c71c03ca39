package dev.fanout.policies.syntax;

import dev.fanout.diagnostics.SourceSpan;

/** {@code <!-- … -->}; never holds an expression. */
public record CommentNode(SourceSpan span) implements PolicyNode {
  private static final String OPEN = "<!--";
  private static final String CLOSE = "-->";

  /** What stands between the markers. */
  public String value() {
    return Markers.between(span, OPEN, CLOSE);
  }
}
