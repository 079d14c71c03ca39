package dev.fanout.expressions.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A clause of a query, at {@code start..end} of the text. */
public sealed interface QuerySyntax {
  int start();

  int end();

  /** {@code from T name in source}. */
  record From(
      int start,
      int end,
      @Nullable TypeSyntax type,
      String name,
      int nameStart,
      ExpressionSyntax source)
      implements QuerySyntax {}

  /** {@code let name = value}. */
  record Let(int start, int end, String name, int nameStart, ExpressionSyntax value)
      implements QuerySyntax {}

  /** {@code where condition}. */
  record Where(int start, int end, ExpressionSyntax condition) implements QuerySyntax {}

  /** {@code join T name in source on left equals right into group}. */
  record Join(
      int start,
      int end,
      @Nullable TypeSyntax type,
      String name,
      int nameStart,
      ExpressionSyntax source,
      ExpressionSyntax left,
      ExpressionSyntax right,
      @Nullable String group)
      implements QuerySyntax {}

  /** {@code orderby a, b descending}. */
  record OrderBy(int start, int end, List<Ordering> orderings) implements QuerySyntax {
    public OrderBy {
      orderings = List.copyOf(orderings);
    }
  }

  /** One key of an orderby. */
  record Ordering(ExpressionSyntax key, boolean descending) {}

  /** {@code select value}. */
  record Select(int start, int end, ExpressionSyntax value) implements QuerySyntax {}

  /** {@code group element by key}. */
  record Group(int start, int end, ExpressionSyntax element, ExpressionSyntax key)
      implements QuerySyntax {}

  /** {@code into name} behind select or group: the query goes on with its results. */
  record Into(int start, int end, String name, int nameStart) implements QuerySyntax {}
}
