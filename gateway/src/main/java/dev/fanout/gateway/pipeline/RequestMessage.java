package dev.fanout.gateway.pipeline;

import dev.fanout.artifacts.PathAndQuery;
import dev.fanout.artifacts.UrlComposition;
import dev.fanout.gateway.http.HttpHeaders;
import dev.fanout.gateway.http.RequestHead;
import dev.fanout.policies.context.ApimMultiValues;
import dev.fanout.policies.context.ApimRequest;
import dev.fanout.policies.context.ApimSingleValues;
import dev.fanout.policies.context.ApimUrl;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The request as the policies have made it so far. Views for expressions are built when they are
 * asked for, since most requests ask for one at most.
 */
public final class RequestMessage implements ApimRequest {
  private final RequestHead head;
  private final ExchangeLink link;
  private final UrlPathModel urlPathModel;
  private final MatchedParameters matched;
  private final MessageContent content;
  private String method;
  private PathAndQuery current;
  private @Nullable BackendTarget target;
  private @Nullable ApimUrl originalUrl;
  private int entityScopeRank = Integer.MAX_VALUE;
  private boolean hostIsSet;

  RequestMessage(
      ExchangeLink link,
      MatchedParameters matched,
      PathAndQuery current,
      @Nullable BackendTarget target,
      UrlPathModel urlPathModel) {
    this.link = link;
    this.head = link.request();
    this.method = head.method();
    this.matched = matched;
    this.current = current;
    this.target = target;
    this.urlPathModel = urlPathModel;
    this.content = link.requestBody();
  }

  @Override
  public String method() {
    return method;
  }

  public void setMethod(String newMethod) {
    method = newMethod;
  }

  /** The fields that policies change, and that go upstream but for Host and hop-by-hop ones. */
  public HttpHeaders fields() {
    return head.headers();
  }

  @Override
  public ApimMultiValues headers() {
    return new HeaderValues(head.headers());
  }

  /** A policy set Host: it then goes upstream instead of the backend's own. */
  public void markHostSet(boolean set) {
    hostIsSet = set;
  }

  public boolean isHostSet() {
    return hostIsSet;
  }

  /** Path and query after the backend's base URL. */
  public PathAndQuery current() {
    return current;
  }

  public void setCurrent(PathAndQuery next) {
    current = next;
  }

  public @Nullable BackendTarget target() {
    return target;
  }

  /** {@code set-backend-service backend-id} in a document of that scope. */
  public void setEntity(BackendTarget entity, int scopeRank) {
    target = entity;
    entityScopeRank = scopeRank;
  }

  /**
   * {@code set-backend-service base-url}. Does nothing when an outer scope chose an entity
   * (azure-docs issue 97440).
   */
  public void setBaseUrl(BackendTarget url, int scopeRank) {
    if (entityScopeRank >= scopeRank) {
      target = url;
      entityScopeRank = Integer.MAX_VALUE;
    }
  }

  @Override
  public ApimUrl originalUrl() {
    ApimUrl url = originalUrl;
    if (url == null) {
      String query = head.query();
      url = UrlView.of("http", head.authority(), head.path(), query == null ? "" : "?" + query);
      originalUrl = url;
    }
    return url;
  }

  @Override
  public ApimUrl url() {
    BackendTarget backend = target;
    if (backend == null) {
      return UrlView.of("http", head.authority(), current.path(), current.queryString());
    }
    String path =
        urlPathModel == UrlPathModel.WITH_BASE_PATH
            ? UrlComposition.join(backend.base().path(), current.path())
            : UrlComposition.join("", current.path());
    return new UrlView(
        backend.base().scheme(),
        backend.base().host(),
        backend.base().port(),
        path,
        current.queryString());
  }

  @Override
  public String ipAddress() {
    return link.clientAddress();
  }

  @Override
  public ApimSingleValues matchedParameters() {
    return matched;
  }

  /** Names and values of the operation's template, not decoded. */
  public Map<String, String> matchedAsMap() {
    return matched.asMap();
  }

  @Override
  public @Nullable MessageContent body() {
    return content.isPresent() ? content : null;
  }

  public MessageContent content() {
    return content;
  }
}
