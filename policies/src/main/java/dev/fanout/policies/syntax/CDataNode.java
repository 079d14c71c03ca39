package dev.fanout.policies.syntax;

import dev.fanout.diagnostics.SourceSpan;

/** {@code <![CDATA[ … ]]>}: text in which no entity is decoded and no expression is looked for. */
public record CDataNode(SourceSpan span) implements PolicyNode {
  private static final String OPEN = "<![CDATA[";
  private static final String CLOSE = "]]>";

  /** What stands between the markers. */
  public String value() {
    return Markers.between(span, OPEN, CLOSE);
  }

  SourceSpan valueSpan() {
    int start = span.start() + OPEN.length();
    return span.source().span(start, start + value().length());
  }
}
