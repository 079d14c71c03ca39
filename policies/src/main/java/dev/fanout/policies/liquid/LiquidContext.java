package dev.fanout.policies.liquid;

import dev.fanout.expressions.runtime.DateTime;
import dev.fanout.expressions.runtime.KeyValuePair;
import dev.fanout.expressions.runtime.ReadOnlyDictionary;
import dev.fanout.expressions.runtime.json.JToken;
import dev.fanout.policies.context.ApimApi;
import dev.fanout.policies.context.ApimContext;
import dev.fanout.policies.context.ApimDeployment;
import dev.fanout.policies.context.ApimGroup;
import dev.fanout.policies.context.ApimLastError;
import dev.fanout.policies.context.ApimMultiValues;
import dev.fanout.policies.context.ApimOperation;
import dev.fanout.policies.context.ApimProduct;
import dev.fanout.policies.context.ApimRequest;
import dev.fanout.policies.context.ApimResponse;
import dev.fanout.policies.context.ApimSubscription;
import dev.fanout.policies.context.ApimUrl;
import dev.fanout.policies.context.ApimUser;
import dev.fanout.policies.context.ApimVariables;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a template sees as {@code context}: the members that expressions have, but no methods.
 * Headers and the query show their values joined by commas.
 */
public final class LiquidContext {
  private LiquidContext() {}

  public static Members of(ApimContext context) {
    return name ->
        switch (name) {
          case "Api" -> seen(context.api(), LiquidContext::api);
          case "Operation" -> seen(context.operation(), LiquidContext::operation);
          case "Product" -> seen(context.product(), LiquidContext::product);
          case "Subscription" -> seen(context.subscription(), LiquidContext::subscription);
          case "User" -> seen(context.user(), LiquidContext::user);
          case "Deployment" -> deployment(context.deployment());
          case "Request" -> request(context.request());
          case "Response" -> seen(context.response(), LiquidContext::response);
          case "LastError" -> seen(context.lastError(), LiquidContext::lastError);
          case "Variables" -> variables(context.variables());
          case "RequestId" -> context.requestId();
          case "Timestamp" -> DateTime.of(context.timestamp());
          case "Tracing" -> context.tracing();
          default -> null;
        };
  }

  private static <T> @Nullable Object seen(@Nullable T object, Function<T, Members> view) {
    return object == null ? null : view.apply(object);
  }

  private static Members api(ApimApi api) {
    return name ->
        switch (name) {
          case "Id" -> api.id();
          case "Name" -> api.name();
          case "Path" -> api.path();
          case "Protocols" -> api.protocols();
          case "ServiceUrl" -> seen(api.serviceUrl(), LiquidContext::url);
          case "IsCurrentRevision" -> api.isCurrentRevision();
          case "Revision" -> api.revision();
          case "Version" -> api.version();
          default -> null;
        };
  }

  private static Members operation(ApimOperation operation) {
    return name ->
        switch (name) {
          case "Id" -> operation.id();
          case "Method" -> operation.method();
          case "Name" -> operation.name();
          case "UrlTemplate" -> operation.urlTemplate();
          default -> null;
        };
  }

  private static Members product(ApimProduct product) {
    return name ->
        switch (name) {
          case "Id" -> product.id();
          case "Name" -> product.name();
          case "ApprovalRequired" -> product.approvalRequired();
          case "SubscriptionRequired" -> product.subscriptionRequired();
          case "SubscriptionLimit", "SubscriptionsLimit" -> product.subscriptionLimit();
          case "State" -> product.published() ? "Published" : "NotPublished";
          case "Groups" -> groups(product.groups());
          case "Apis" -> product.apis().stream().map(LiquidContext::api).toList();
          default -> null;
        };
  }

  private static List<Members> groups(List<? extends ApimGroup> groups) {
    List<Members> all = new ArrayList<>();
    for (ApimGroup group : groups) {
      all.add(name -> name.equals("Id") ? group.id() : name.equals("Name") ? group.name() : null);
    }
    return all;
  }

  private static Members subscription(ApimSubscription subscription) {
    return name ->
        switch (name) {
          case "Id" -> subscription.id();
          case "Name" -> subscription.name();
          case "Key" -> subscription.key();
          case "PrimaryKey" -> subscription.primaryKey();
          case "SecondaryKey" -> subscription.secondaryKey();
          case "CreatedDate" -> DateTime.of(subscription.createdDate());
          default -> null;
        };
  }

  private static Members user(ApimUser user) {
    return name ->
        switch (name) {
          case "Id" -> user.id();
          case "Email" -> user.email();
          case "FirstName" -> user.firstName();
          case "LastName" -> user.lastName();
          case "Note" -> user.note();
          case "RegistrationDate" -> DateTime.of(user.registrationDate());
          case "Groups" -> groups(user.groups());
          default -> null;
        };
  }

  private static Members deployment(ApimDeployment deployment) {
    return name ->
        switch (name) {
          case "GatewayId" -> deployment.gatewayId();
          case "Region" -> deployment.region();
          case "ServiceId" -> deployment.serviceId();
          case "ServiceName" -> deployment.serviceName();
          default -> null;
        };
  }

  private static Members request(ApimRequest request) {
    return name ->
        switch (name) {
          case "Method" -> request.method();
          case "OriginalUrl" -> url(request.originalUrl());
          case "Url" -> url(request.url());
          case "Headers" -> joined(request.headers());
          case "IpAddress" -> request.ipAddress();
          case "MatchedParameters" -> request.matchedParameters();
          default -> null;
        };
  }

  private static Members response(ApimResponse response) {
    return name ->
        switch (name) {
          case "StatusCode" -> response.statusCode();
          case "StatusReason" -> response.statusReason();
          case "Headers" -> joined(response.headers());
          default -> null;
        };
  }

  private static Members url(ApimUrl url) {
    return name ->
        switch (name) {
          case "Scheme" -> url.scheme();
          case "Host" -> url.host();
          case "Port" -> url.port();
          case "Path" -> url.path();
          case "QueryString" -> url.queryString();
          case "Query" -> joined(url.query());
          default -> null;
        };
  }

  private static Members lastError(ApimLastError error) {
    return name ->
        switch (name) {
          case "Source" -> error.source();
          case "Reason" -> error.reason();
          case "Message" -> error.message();
          case "Scope" -> error.scope();
          case "Section" -> error.section();
          case "Path" -> error.path();
          case "PolicyId" -> error.policyId();
          default -> null;
        };
  }

  private static Dictionary joined(ApimMultiValues values) {
    return new Dictionary(
        values,
        name -> {
          String[] all = values.values(name);
          return all == null ? null : String.join(",", all);
        });
  }

  /** Tokens of JSON become maps and lists, as a body does. */
  private static Dictionary variables(ApimVariables variables) {
    return new Dictionary(
        variables,
        name -> {
          Object value = variables.value(name);
          return value instanceof JToken token ? LiquidBody.ofJson(token.toString(0), true) : value;
        });
  }

  /** A dictionary whose values look different. */
  private record Dictionary(ReadOnlyDictionary names, Function<String, @Nullable Object> values)
      implements ReadOnlyDictionary, Iterable<Object> {
    @Override
    public int count() {
      return names.count();
    }

    @Override
    public boolean containsKey(Object key) {
      return names.containsKey(key);
    }

    @Override
    public @Nullable Object valueOrNull(Object key) {
      return values.apply((String) key);
    }

    @Override
    public Iterable<?> keys() {
      return names.keys();
    }

    @Override
    public Iterator<Object> iterator() {
      List<Object> pairs = new ArrayList<>();
      for (Object key : names.keys()) {
        pairs.add(new KeyValuePair(key, valueOrNull(key)));
      }
      return pairs.iterator();
    }
  }
}
