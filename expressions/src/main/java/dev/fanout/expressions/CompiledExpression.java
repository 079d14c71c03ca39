package dev.fanout.expressions;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An expression that can run any number of times, in any number of threads. */
public interface CompiledExpression {
  /**
   * The value in the form that its target names: a String, a Boolean, or any object; null is C#'s
   * null.
   *
   * @param context the host's object, of the type that it declared
   * @throws ExpressionFailure for what is an exception in .NET too
   */
  @Nullable Object evaluate(Object context);

  /** As written, marker included, after named values were put in. */
  String text();

  /** The bodies that it may read; they must be at hand before it runs. */
  Set<MessageBody> readsBodies();
}
