package dev.fanout.policies.eval;

import dev.fanout.policies.context.ApimApi;
import dev.fanout.policies.context.ApimBackend;
import dev.fanout.policies.context.ApimContext;
import dev.fanout.policies.context.ApimDeployment;
import dev.fanout.policies.context.ApimGraphQl;
import dev.fanout.policies.context.ApimLastError;
import dev.fanout.policies.context.ApimOperation;
import dev.fanout.policies.context.ApimProduct;
import dev.fanout.policies.context.ApimRequest;
import dev.fanout.policies.context.ApimResponse;
import dev.fanout.policies.context.ApimSubscription;
import dev.fanout.policies.context.ApimUser;
import dev.fanout.policies.context.ApimVariables;
import dev.fanout.policies.context.ApimWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A {@code context} as a document describes it.
 *
 * @param traces what {@code context.Trace(…)} was given, added to while an expression runs
 */
record EvalContext(
    UUID requestId,
    Instant timestamp,
    Duration elapsed,
    boolean tracing,
    @Nullable ApimApi api,
    @Nullable ApimOperation operation,
    @Nullable ApimProduct product,
    @Nullable ApimSubscription subscription,
    @Nullable ApimUser user,
    @Nullable ApimBackend backend,
    @Nullable ApimWorkspace workspace,
    ApimDeployment deployment,
    ApimRequest request,
    @Nullable ApimResponse response,
    @Nullable ApimLastError lastError,
    @Nullable ApimGraphQl graphQL,
    ApimVariables variables,
    List<String> traces)
    implements ApimContext {
  @Override
  public void trace(@Nullable String message) {
    traces.add(message == null ? "" : message);
  }
}
