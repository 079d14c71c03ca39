package dev.fanout.diagnostics;

import java.util.Objects;

/**
 * A half-open piece of a text, {@code start <= end}; empty spans mark a place between characters.
 */
public record SourceSpan(SourceText source, int start, int end) {
  public SourceSpan {
    Objects.requireNonNull(source, "source");
    if (start < 0 || end < start || end > source.length()) {
      throw new IllegalArgumentException(
          "span " + start + ".." + end + " is not in 0.." + source.length());
    }
  }

  public String text() {
    return source.text().substring(start, end);
  }

  public SourcePosition position() {
    return source.positionAt(start);
  }

  public int length() {
    return end - start;
  }

  /** {@code name:line:column}, as editors and terminals link it. */
  @Override
  public String toString() {
    SourcePosition position = position();
    return source.name() + ":" + position.line() + ":" + position.column();
  }
}
