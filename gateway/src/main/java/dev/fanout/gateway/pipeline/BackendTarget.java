package dev.fanout.gateway.pipeline;

import dev.fanout.artifacts.BaseUrl;
import dev.fanout.gateway.http.UpstreamAuthority;
import dev.fanout.policies.context.ApimBackend;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where requests go: an API's web service URL, a {@code base-url}, or a Backend entity. Only an
 * entity that was chosen by its id has credentials.
 *
 * @param entityId null without an entity
 * @param credentials of the entity
 */
public record BackendTarget(
    @Nullable String entityId,
    BaseUrl base,
    UpstreamAuthority authority,
    BackendCredentials credentials) {
  public BackendTarget {
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(authority, "authority");
    Objects.requireNonNull(credentials, "credentials");
  }

  /** A URL without an entity. */
  public static BackendTarget of(BaseUrl base) {
    return new BackendTarget(
        null,
        base,
        new UpstreamAuthority(base.scheme(), base.host(), base.port()),
        BackendCredentials.NONE);
  }

  /** {@code context.Backend}. */
  @Nullable ApimBackend view() {
    String id = entityId;
    return id == null ? null : () -> id;
  }
}
