package dev.fanout.policies.context;

import org.jspecify.annotations.Nullable;

/** {@code context.LastError}; see "Error handling in API Management policies". */
public interface ApimLastError {
  String source();

  String reason();

  String message();

  @Nullable String scope();

  @Nullable String section();

  @Nullable String path();

  @Nullable String policyId();
}
