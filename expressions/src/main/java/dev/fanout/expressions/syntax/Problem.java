package dev.fanout.expressions.syntax;

import org.jspecify.annotations.Nullable;

/** One mistake in an expression, at offsets of its text; {@code start <= end}. */
public record Problem(String code, int start, int end, String message, @Nullable String hint) {
  public Problem {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("problem at " + start + ".." + end);
    }
  }

  public static Problem of(String code, int start, int end, String message) {
    return new Problem(code, start, end, message, null);
  }
}
