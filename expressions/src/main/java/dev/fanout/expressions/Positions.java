package dev.fanout.expressions;

import dev.fanout.diagnostics.SourceSpan;

/**
 * From offsets of an expression's text to its place in a document whose text may differ: exact
 * where beginning or end of both agree, the whole differing piece elsewhere.
 */
final class Positions {
  private final SourceSpan span;
  private final int textLength;
  private final int samePrefix;
  private final int sameSuffix;

  Positions(SourceSpan span, String text) {
    this.span = span;
    this.textLength = text.length();
    String written = span.text();
    int shorter = Math.min(written.length(), text.length());
    int prefix = 0;
    while (prefix < shorter && written.charAt(prefix) == text.charAt(prefix)) {
      prefix++;
    }
    int suffix = 0;
    while (suffix < shorter - prefix
        && written.charAt(written.length() - 1 - suffix)
            == text.charAt(text.length() - 1 - suffix)) {
      suffix++;
    }
    this.samePrefix = prefix;
    this.sameSuffix = suffix;
  }

  SourceSpan span(int start, int end) {
    int from = start <= samePrefix ? start : fromEnd(start, samePrefix);
    int to = end <= samePrefix ? end : fromEnd(end, span.length() - sameSuffix);
    return span.source().span(span.start() + from, span.start() + Math.max(from, to));
  }

  private int fromEnd(int offset, int otherwise) {
    int toEnd = textLength - offset;
    return toEnd <= sameSuffix ? span.length() - toEnd : otherwise;
  }
}
