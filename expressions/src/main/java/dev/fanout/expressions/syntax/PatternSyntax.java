package dev.fanout.expressions.syntax;

import org.jspecify.annotations.Nullable;

/** What stands behind {@code is} and {@code case} (C# 7). */
public sealed interface PatternSyntax {
  int start();

  int end();

  /** {@code T} or {@code T name}; a name that is a constant too is decided by the binder. */
  record OfType(int start, int end, TypeSyntax type, @Nullable String name)
      implements PatternSyntax {}

  /** A constant. */
  record OfConstant(ExpressionSyntax value) implements PatternSyntax {
    @Override
    public int start() {
      return value.start();
    }

    @Override
    public int end() {
      return value.end();
    }
  }

  /** {@code var name}. */
  record OfVar(int start, int end, String name) implements PatternSyntax {}
}
