package dev.fanout.expressions;

import dev.fanout.expressions.runtime.CompiledCode;
import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.Fence;
import dev.fanout.expressions.runtime.Meter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A generated class and what is known of it; turns the JVM's exceptions into .NET's.
 *
 * @param isPlain nobody counts its steps
 */
record Compiled(
    CompiledCode code,
    String text,
    Set<MessageBody> readsBodies,
    ExpressionLimits limits,
    boolean isPlain)
    implements CompiledExpression {
  @Override
  public @Nullable Object evaluate(Object context) {
    Meter meter = isPlain ? null : Fence.begin(limits);
    try {
      return code.run(context);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      ExpressionFailure failure = Failures.ofJvm(e);
      if (failure == null) {
        throw e;
      }
      throw failure;
    } finally {
      if (meter != null) {
        Fence.end(meter);
      }
    }
  }
}
