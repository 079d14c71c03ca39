package dev.fanout.benchmarks.expressions;

import dev.fanout.expressions.ExpressionTarget;
import java.util.Objects;

/**
 * An expression, and Java that does the same.
 *
 * @param limit the ratio of their times that is still good
 * @param target what a policy would ask for
 */
record Shape(
    String name, double limit, ExpressionTarget target, String expression, HandWritten java) {
  Shape {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(java, "java");
    if (!expression.startsWith("@")) {
      throw new IllegalArgumentException("an expression begins with @, not " + expression);
    }
    if (limit <= 0) {
      throw new IllegalArgumentException("a limit is over 0, not " + limit);
    }
  }
}
