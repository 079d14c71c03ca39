package dev.fanout.gateway.pipeline;

import dev.fanout.policies.context.ApimLastError;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code context.LastError}.
 *
 * @param path the policies around the one that failed, and itself: {@code choose[1]/when[2]/
 *     set-header[1]}, counted among those of the same name. The documentation shows only {@code
 *     choose[3]/when[2]}; what it counts is not documented
 */
public record ErrorDetail(
    String source,
    String reason,
    String message,
    @Nullable String scope,
    @Nullable String section,
    @Nullable String path,
    @Nullable String policyId)
    implements ApimLastError {
  public ErrorDetail {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(message, "message");
  }
}
