package dev.fanout.expressions.runtime;

import org.jspecify.annotations.Nullable;

/**
 * What a generated class extends. An object of it is either the whole expression, which {@code run}
 * evaluates, or one of the expression's lambdas with the variables that it captured, which {@code
 * invoke} calls.
 */
public abstract class CompiledCode extends Delegate {
  /** Which lambda this is, from 1; 0 for the expression itself. */
  protected final int lambda;

  /** The full name of the lambda's delegate type. */
  private final String type;

  /** The host's object, which lambdas may name too. */
  protected final @Nullable Object host;

  /** The cells of captured variables, in the order of their first use; null for none. */
  protected final Object @Nullable [] captured;

  protected CompiledCode() {
    this(0, "System.Delegate", null, null);
  }

  protected CompiledCode(
      int lambda, String type, @Nullable Object host, Object @Nullable [] captured) {
    this.lambda = lambda;
    this.type = type;
    this.host = host;
    this.captured = captured;
  }

  @Override
  public final String typeName() {
    return type;
  }

  /** Throws ExpressionFailure, or what the JVM throws by itself where .NET would too. */
  public abstract @Nullable Object run(Object context);
}
