package dev.fanout.policies.context;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The root, C#'s {@code context}. One exchange's evaluations run one after the other, so that an
 * implementation needs no lock. Every method is called as often as an expression names it: cheap.
 */
public interface ApimContext {
  /** Null until a request is routed to an API. */
  @Nullable ApimApi api();

  /** Null until a request is routed to an operation. */
  @Nullable ApimOperation operation();

  /** Null without a product: no subscription key, or one for an API or for all. */
  default @Nullable ApimProduct product() {
    return null;
  }

  /** Null without a subscription key. */
  default @Nullable ApimSubscription subscription() {
    return null;
  }

  /** Null for anonymous calls. */
  default @Nullable ApimUser user() {
    return null;
  }

  /** Null without a Backend entity. */
  default @Nullable ApimBackend backend() {
    return null;
  }

  default @Nullable ApimWorkspace workspace() {
    return null;
  }

  ApimDeployment deployment();

  ApimRequest request();

  /** Null before the backend answered, as in {@code inbound}. */
  @Nullable ApimResponse response();

  /** Null outside of {@code on-error}. */
  default @Nullable ApimLastError lastError() {
    return null;
  }

  /** Null outside of a GraphQL resolver. */
  default @Nullable ApimGraphQl graphQL() {
    return null;
  }

  ApimVariables variables();

  UUID requestId();

  /** When the request came in. */
  Instant timestamp();

  /** Since {@link #timestamp}. */
  Duration elapsed();

  default boolean tracing() {
    return false;
  }

  /** {@code context.Trace(…)}: a message for the trace; dropped where nobody traces. */
  default void trace(@Nullable String message) {}
}
