package dev.fanout.gateway.pipeline;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a step comes from, for {@code LastError}.
 *
 * @param path its piece of the path: {@code set-header[2]}
 * @param scope of its document; null inside another policy or a fragment, which have their
 *     container's
 * @param id the policy's {@code id} attribute
 */
public record StepInfo(String policy, String path, @Nullable String scope, @Nullable String id) {
  public StepInfo {
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(path, "path");
  }
}
