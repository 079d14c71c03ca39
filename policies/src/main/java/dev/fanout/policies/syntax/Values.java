package dev.fanout.policies.syntax;

import dev.fanout.diagnostics.SourceSpan;
import dev.fanout.expressions.ExpressionScanner;
import java.util.Optional;

/** Finds the expression in a value that is already separated from its markup. */
final class Values {
  private Values() {}

  /** The expression that is all of a verbatim piece of the document but for whitespace. */
  static Optional<PolicyExpression> wholeExpression(SourceSpan span) {
    String value = span.text();
    return rangeOf(value)
        .map(
            range ->
                new PolicyExpression(
                    span.source().span(span.start() + range.start(), span.start() + range.end()),
                    value.substring(range.start(), range.end())));
  }

  /** Where the expression stands that is all of the value but for whitespace. */
  static Optional<Range> rangeOf(String value) {
    int start = 0;
    int end = value.length();
    while (start < end && Syntax.isSpace(value.charAt(start))) {
      start++;
    }
    while (end > start && Syntax.isSpace(value.charAt(end - 1))) {
      end--;
    }
    return ExpressionScanner.endOf(value, start) == end
        ? Optional.of(new Range(start, end))
        : Optional.empty();
  }

  record Range(int start, int end) {}
}
