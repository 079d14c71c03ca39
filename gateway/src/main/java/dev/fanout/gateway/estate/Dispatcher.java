package dev.fanout.gateway.estate;

import dev.fanout.artifacts.PathAndQuery;
import dev.fanout.gateway.http.RequestHead;
import dev.fanout.gateway.pipeline.ApiView;
import dev.fanout.gateway.pipeline.ErrorDetail;
import dev.fanout.gateway.pipeline.Exchange;
import dev.fanout.gateway.pipeline.ExchangeLink;
import dev.fanout.gateway.pipeline.ExchangeSettings;
import dev.fanout.gateway.pipeline.MatchedParameters;
import dev.fanout.gateway.pipeline.StandardResponses;
import dev.fanout.gateway.routing.RouteResult;
import dev.fanout.policies.context.QueryValues;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds a request's operation, checks its subscription key and starts its exchange. */
public final class Dispatcher {
  private static final ErrorDetail NOT_FOUND =
      new ErrorDetail(
          "configuration",
          "OperationNotFound",
          "Unable to match incoming request to an operation.",
          null,
          "backend",
          null,
          null);

  private final CompiledEstate estate;
  private final ExchangeSettings settings;

  public Dispatcher(CompiledEstate estate, ExchangeSettings settings) {
    this.estate = estate;
    this.settings = settings;
  }

  /**
   * Runs the request; it may be answered before this returns.
   *
   * @param created gets the exchange before its first step runs
   */
  public void dispatch(ExchangeLink link, Consumer<Exchange> created) {
    RequestHead head = link.request();
    String query = head.query() == null ? "" : head.query();
    RouteResult<ApiProgram, OperationProgram> found =
        estate.router().find(head.method(), head.path(), query, head.headers()::first);
    if (found instanceof RouteResult.Match<ApiProgram, OperationProgram> match) {
      run(link, created, head, query, match);
    } else {
      ApiProgram api =
          found instanceof RouteResult.NoOperation<ApiProgram, OperationProgram> none
              ? none.api()
              : null;
      refuse(link, created, api).startRefused(NOT_FOUND, StandardResponses.notFound());
    }
  }

  private void run(
      ExchangeLink link,
      Consumer<Exchange> created,
      RequestHead head,
      String query,
      RouteResult.Match<ApiProgram, OperationProgram> match) {
    ApiProgram api = match.api();
    if (api.requiresKey()) {
      ErrorDetail refusal = checkKey(api.view(), head, query);
      if (refusal != null) {
        ApiView.KeyNames names = keyNames(api.view());
        refuse(link, created, api)
            .startRefused(
                refusal,
                StandardResponses.accessDenied(
                    responseMessage(refusal),
                    "https://" + head.authority() + "/" + api.view().path(),
                    names));
        return;
      }
    }
    Exchange exchange =
        new Exchange(
            link,
            settings,
            match.operation().program(),
            api.view(),
            match.operation().view(),
            new RouteParameters(match, query),
            new PathAndQuery(match.rest(), head.query()));
    created.accept(exchange);
    exchange.start();
  }

  private Exchange refuse(ExchangeLink link, Consumer<Exchange> created, @Nullable ApiProgram api) {
    RequestHead head = link.request();
    Exchange exchange =
        new Exchange(
            link,
            settings,
            api == null ? estate.unrouted() : api.refused(),
            api == null ? null : api.view(),
            null,
            MatchedParameters.NONE,
            new PathAndQuery(head.path(), head.query()));
    created.accept(exchange);
    return exchange;
  }

  /** Header first, then query; the names are the API's. */
  private @Nullable ErrorDetail checkKey(ApiView api, RequestHead head, String query) {
    ApiView.KeyNames names = keyNames(api);
    String key = head.headers().first(names.header());
    if (key == null) {
      String[] values = QueryValues.parse(query).values(names.query());
      key = values == null ? null : values[0];
    }
    if (key == null || key.isEmpty()) {
      return denied(
          "SubscriptionKeyNotFound",
          "Access denied due to missing subscription key. Make sure to include subscription key"
              + " when making requests to this API.");
    }
    return isKnown(key)
        ? null
        : denied(
            "SubscriptionKeyInvalid",
            "Access denied due to invalid subscription key. Make sure to provide a valid key for an"
                + " active subscription.");
  }

  private boolean isKnown(String key) {
    byte[] given = key.getBytes(StandardCharsets.UTF_8);
    boolean known = false;
    for (String each : estate.keys()) {
      known |= MessageDigest.isEqual(given, each.getBytes(StandardCharsets.UTF_8));
    }
    return known;
  }

  private static ErrorDetail denied(String reason, String message) {
    return new ErrorDetail("authorization", reason, message, null, "inbound", null, null);
  }

  /** LastError says "to this API", the response "to an API" (error page; captures 2018 to 2026). */
  private static String responseMessage(ErrorDetail refusal) {
    return refusal.message().replace("requests to this API.", "requests to an API.");
  }

  private static ApiView.KeyNames keyNames(ApiView api) {
    ApiView.KeyNames own = api.subscriptionKeyParameterNames();
    return own == null ? ApiView.KeyNames.DEFAULT : own;
  }
}
