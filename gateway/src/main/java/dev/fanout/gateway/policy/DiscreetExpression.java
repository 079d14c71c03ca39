package dev.fanout.gateway.policy;

import dev.fanout.expressions.CompiledExpression;
import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.expressions.MessageBody;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An expression of an estate with secrets: .NET quotes what it cannot read, and the message of a
 * failure goes to {@code context.LastError} and to logs.
 */
record DiscreetExpression(CompiledExpression expression, NamedValues namedValues)
    implements CompiledExpression {
  DiscreetExpression {
    Objects.requireNonNull(expression, "expression");
    Objects.requireNonNull(namedValues, "namedValues");
  }

  @Override
  public @Nullable Object evaluate(Object context) {
    try {
      return expression.evaluate(context);
    } catch (ExpressionFailure failure) {
      String message = failure.getMessage();
      String shown = namedValues.hide(message);
      if (shown.equals(message)) {
        throw failure;
      }
      throw failure.isFence()
          ? ExpressionFailure.fence(failure.typeName(), shown)
          : new ExpressionFailure(failure.typeName(), shown);
    }
  }

  @Override
  public String text() {
    return expression.text();
  }

  @Override
  public Set<MessageBody> readsBodies() {
    return expression.readsBodies();
  }
}
