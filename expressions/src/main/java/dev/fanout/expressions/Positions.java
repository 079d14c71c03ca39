package dev.fanout.expressions;

import dev.fanout.diagnostics.SourceSpan;
import org.jspecify.annotations.Nullable;

/**
 * From offsets of an expression's text to its place in a document whose text may differ. A document
 * that writes the expression with entities is followed character by character. Where it differs in
 * another way (a named value was put in), places are exact where beginning or end of both agree,
 * and the whole differing piece elsewhere.
 */
public final class Positions {
  /** {@code &#x10FFFF;} with room for leading zeros. */
  private static final int LONGEST_REFERENCE = 16;

  private final SourceSpan span;
  private final int textLength;
  private final int @Nullable [] offsets;
  private final int samePrefix;
  private final int sameSuffix;

  /**
   * @param span where the expression stands
   * @param text what was read there
   */
  public Positions(SourceSpan span, String text) {
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
    this.offsets = written.length() > text.length() ? offsets(written, text) : null;
  }

  /** Where this piece of the text stands in the document. */
  public SourceSpan span(int start, int end) {
    int from;
    int to;
    if (offsets != null) {
      from = offsets[start];
      to = offsets[end];
    } else {
      from = start <= samePrefix ? start : fromEnd(start, samePrefix);
      to = end <= samePrefix ? end : fromEnd(end, span.length() - sameSuffix);
    }
    return span.source().span(span.start() + from, span.start() + Math.max(from, to));
  }

  private int fromEnd(int offset, int otherwise) {
    int toEnd = textLength - offset;
    return toEnd <= sameSuffix ? span.length() - toEnd : otherwise;
  }

  /** Where each character was written, and the end; null if entities do not explain the lengths. */
  private static int @Nullable [] offsets(String written, String text) {
    int[] offsets = new int[text.length() + 1];
    int at = 0;
    int i = 0;
    while (i < text.length() && at < written.length()) {
      int end = written.charAt(at) == '&' ? referenceEnd(written, at) : -1;
      boolean isPair = end >= 0 && Character.isHighSurrogate(text.charAt(i));
      offsets[i++] = at;
      if (isPair && i < text.length()) {
        offsets[i++] = at;
      }
      at = end < 0 ? at + 1 : end;
    }
    offsets[text.length()] = written.length();
    return i == text.length() && at == written.length() ? offsets : null;
  }

  /** Just past the semicolon, or -1 if the ampersand begins no reference. */
  private static int referenceEnd(String written, int ampersand) {
    int last = Math.min(written.length(), ampersand + LONGEST_REFERENCE);
    for (int i = ampersand + 1; i < last; i++) {
      char c = written.charAt(i);
      if (c == ';') {
        return i + 1;
      }
      if (c != '#' && (c >= 0x80 || !Character.isLetterOrDigit(c))) {
        return -1;
      }
    }
    return -1;
  }
}
