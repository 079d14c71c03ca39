package dev.fanout.expressions.runtime;

import org.jspecify.annotations.Nullable;

/** What a generated class extends: one method, the whole expression. */
public abstract class CompiledCode {
  /** Throws ExpressionFailure, or what the JVM throws by itself where .NET would too. */
  public abstract @Nullable Object run(Object context);
}
