package dev.fanout.benchmarks.expressions;

import dev.fanout.policies.context.ApimContext;
import org.jspecify.annotations.Nullable;

/**
 * What a developer would write in Java for the same policy. A class for each expression, as a
 * gateway that is extended in Java has, and called as the generated classes are: through a method
 * that all of them override.
 */
abstract class HandWritten {
  abstract @Nullable Object evaluate(ApimContext context);
}
