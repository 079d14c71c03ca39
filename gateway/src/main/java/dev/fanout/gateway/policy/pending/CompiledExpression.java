package dev.fanout.gateway.policy.pending;

import java.util.Set;
import org.jspecify.annotations.Nullable;

public interface CompiledExpression {
  @Nullable Object evaluate(Object context);

  Set<MessageBody> readsBodies();
}
