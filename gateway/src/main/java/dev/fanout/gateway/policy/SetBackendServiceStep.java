package dev.fanout.gateway.policy;

import dev.fanout.artifacts.BaseUrl;
import dev.fanout.gateway.pipeline.BackendTarget;
import dev.fanout.gateway.pipeline.Exchange;
import dev.fanout.gateway.pipeline.Flow;
import dev.fanout.gateway.pipeline.PolicyFailure;
import dev.fanout.gateway.pipeline.Step;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * set-backend-service with {@code backend-id} or {@code base-url}. An entity's credentials come
 * with its id only, never with its URL (azure-docs issue 88246).
 */
final class SetBackendServiceStep implements Step {
  private final @Nullable TextSource entityId;
  private final @Nullable TextSource baseUrl;
  private final Map<String, BackendTarget> entities;
  private final @Nullable BackendTarget fixed;

  private SetBackendServiceStep(
      @Nullable TextSource entityId,
      @Nullable TextSource baseUrl,
      Map<String, BackendTarget> entities,
      @Nullable BackendTarget fixed) {
    this.entityId = entityId;
    this.baseUrl = baseUrl;
    this.entities = entities;
    this.fixed = fixed;
  }

  /**
   * @param entities all entities that the estate has, by id
   */
  static SetBackendServiceStep entity(TextSource id, Map<String, BackendTarget> entities) {
    String literal = id.literal();
    return new SetBackendServiceStep(
        id, null, entities, literal == null ? null : entities.get(literal));
  }

  /**
   * @throws IllegalArgumentException when a literal is no base URL
   */
  static SetBackendServiceStep url(TextSource url) {
    String literal = url.literal();
    BackendTarget fixed = literal == null ? null : BackendTarget.of(BaseUrl.parse(literal.strip()));
    return new SetBackendServiceStep(null, url, Map.of(), fixed);
  }

  int bodyReads() {
    return (entityId == null ? 0 : entityId.bodyReads())
        | (baseUrl == null ? 0 : baseUrl.bodyReads());
  }

  @Override
  public Flow run(Exchange exchange) {
    int rank = Scopes.rank(exchange.scope());
    if (entityId != null) {
      exchange.request().setEntity(fixed != null ? fixed : entity(entityId, exchange), rank);
    } else if (baseUrl != null) {
      exchange.request().setBaseUrl(fixed != null ? fixed : url(baseUrl, exchange), rank);
    }
    return Flow.NEXT;
  }

  private BackendTarget entity(TextSource source, Exchange exchange) {
    String id = source.textOrEmpty(exchange).strip();
    BackendTarget found = entities.get(id);
    if (found == null) {
      throw new PolicyFailure("BackendNotFound", "There is no Backend entity '" + id + "'.");
    }
    return found;
  }

  private static BackendTarget url(TextSource source, Exchange exchange) {
    try {
      return BackendTarget.of(BaseUrl.parse(source.textOrEmpty(exchange).strip()));
    } catch (IllegalArgumentException notAUrl) {
      throw new PolicyFailure("PolicyConfigurationError", "The base URL is not valid.");
    }
  }
}
