package dev.fanout.expressions.binding;

import dev.fanout.expressions.syntax.ExpressionSyntax;
import org.jspecify.annotations.Nullable;

/** What {@code return} means: it differs in the expression itself, in lambdas and in functions. */
interface Returns {
  /** {@code value} is null for {@code return;}, which stands at {@code start..end}. */
  BoundStatement of(@Nullable ExpressionSyntax value, Binder binder, int start, int end);
}
