package dev.fanout.policies.syntax;

import dev.fanout.diagnostics.SourceSpan;
import java.util.Optional;

/** Finds expressions in values. */
final class Values {
  private Values() {}

  /** The expression that is all of the value but for whitespace, if it is one. */
  static Optional<PolicyExpression> wholeExpression(SourceSpan span, String value) {
    return Optional.empty();
  }
}
