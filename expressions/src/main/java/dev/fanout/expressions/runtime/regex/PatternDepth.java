package dev.fanout.expressions.runtime.regex;

import dev.fanout.expressions.ExpressionFailure;

/** How deep groups may be nested, so that what walks a tree of nodes may call itself. */
final class PatternDepth {
  static final int MOST = 400;

  private PatternDepth() {}

  static ExpressionFailure exceeded() {
    return new ExpressionFailure(
        "System.InsufficientExecutionStackException",
        "The regular expression is nested too deeply (at most " + MOST + " groups).");
  }
}
