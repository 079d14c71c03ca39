package dev.fanout.policies.syntax;

import dev.fanout.diagnostics.SourceSpan;

/** Content of a node between two fixed markers, of which the closing one may be missing. */
final class Markers {
  private Markers() {}

  static String between(SourceSpan span, String open, String close) {
    String text = span.text();
    int end =
        text.length() >= open.length() + close.length() && text.endsWith(close)
            ? text.length() - close.length()
            : text.length();
    return text.substring(Math.min(open.length(), end), end);
  }
}
