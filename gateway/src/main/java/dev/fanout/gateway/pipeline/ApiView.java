package dev.fanout.gateway.pipeline;

import dev.fanout.policies.context.ApimApi;
import dev.fanout.policies.context.ApimKeyNames;
import dev.fanout.policies.context.ApimUrl;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code context.Api}, and where its requests go when no policy says otherwise.
 *
 * @param target the web service URL; null without one
 */
public record ApiView(
    String id,
    String name,
    String path,
    String revision,
    boolean isCurrentRevision,
    @Nullable String version,
    @Nullable KeyNames subscriptionKeyParameterNames,
    @Nullable BackendTarget target)
    implements ApimApi {
  public ApiView {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(revision, "revision");
  }

  @Override
  public @Nullable ApimUrl serviceUrl() {
    BackendTarget own = target;
    return own == null
        ? null
        : new UrlView(
            own.base().scheme(), own.base().host(), own.base().port(), own.base().path(), "");
  }

  /** Where a subscription key may stand. */
  public record KeyNames(String header, String query) implements ApimKeyNames {
    public static final KeyNames DEFAULT =
        new KeyNames("Ocp-Apim-Subscription-Key", "subscription-key");

    public KeyNames {
      Objects.requireNonNull(header, "header");
      Objects.requireNonNull(query, "query");
    }
  }
}
