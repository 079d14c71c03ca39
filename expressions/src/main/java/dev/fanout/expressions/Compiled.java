package dev.fanout.expressions;

import dev.fanout.expressions.runtime.CompiledCode;
import dev.fanout.expressions.runtime.Failures;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A generated class and what is known of it; turns the JVM's exceptions into .NET's. */
record Compiled(CompiledCode code, String text, Set<MessageBody> readsBodies)
    implements CompiledExpression {
  @Override
  public @Nullable Object evaluate(Object context) {
    try {
      return code.run(context);
    } catch (RuntimeException | StackOverflowError e) {
      ExpressionFailure failure = Failures.ofJvm(e);
      if (failure == null) {
        throw e;
      }
      throw failure;
    }
  }
}
