package dev.fanout.policies.lint.rules;

import dev.fanout.diagnostics.SourceSpan;

/** Pieces of spans. */
final class Spans {
  private Spans() {}

  /** Without the whitespace around it. */
  static SourceSpan stripped(SourceSpan span) {
    String text = span.text();
    int start = span.start() + text.length() - text.stripLeading().length();
    return span.source().span(start, Math.max(start, start + text.strip().length()));
  }
}
