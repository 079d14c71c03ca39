package dev.fanout.cli;

import dev.fanout.artifacts.ApiArtifact;
import dev.fanout.artifacts.BackendArtifact;
import dev.fanout.artifacts.EntityCredentials;
import dev.fanout.artifacts.Estate;
import dev.fanout.artifacts.NamedValueArtifact;
import dev.fanout.artifacts.OperationArtifact;
import dev.fanout.artifacts.ProductArtifact;
import dev.fanout.artifacts.explain.ExplainTarget;
import dev.fanout.artifacts.explain.UpstreamExamples;
import dev.fanout.catalog.VersionScheme;
import dev.fanout.diagnostics.IssueException;
import dev.fanout.gateway.estate.CompileOptions;
import dev.fanout.gateway.estate.SkippedPolicy;
import dev.fanout.gateway.trace.RequestTracer;
import dev.fanout.gateway.trace.Trace;
import dev.fanout.gateway.trace.TraceRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lets the local gateway run a request without sending anything, for operations whose upstream URL
 * an expression gives. Workspaces are left out: the gateway does not serve them.
 */
final class TracedExamples implements UpstreamExamples {
  private static final Pattern PARAMETER = Pattern.compile("\\{[^{}]*}|\\*$");
  private static final String VALUE = "42";

  /** Stands for a secret and for a value that the folder does not have. */
  private static final String SECRET = "SECRET";

  private @Nullable ExplainTarget known;
  private Optional<RequestTracer> tracer = Optional.empty();

  TracedExamples() {}

  @Override
  public Optional<String> example(ExplainTarget target, OperationArtifact operation) {
    if (target.workspace().isPresent()) {
      return Optional.empty();
    }
    if (known != target) {
      known = target;
      tracer = tracer(target);
    }
    return tracer.flatMap(found -> example(found, target.api(), operation));
  }

  private static Optional<String> example(
      RequestTracer tracer, ApiArtifact api, OperationArtifact operation) {
    try {
      TraceRequest request = request(api, operation);
      Trace trace = tracer.trace(request);
      if (!trace.operationId().equals(Optional.of(operation.id()))) {
        return Optional.empty();
      }
      String outcome =
          trace.calls().isEmpty()
              ? "answered by the gateway, " + trace.status()
              : trace.calls().stream().map(Object::toString).collect(Collectors.joining(", "));
      return Optional.of(request + " → " + outcome + without(tracer.skipped()));
    } catch (IllegalArgumentException
        | IllegalStateException
        | UnsupportedOperationException cannotBeTraced) {
      return Optional.empty();
    }
  }

  private static String without(List<SkippedPolicy> skipped) {
    return skipped.isEmpty()
        ? ""
        : skipped.stream()
            .map(SkippedPolicy::policy)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", ", " (without ", ")"));
  }

  private static Optional<RequestTracer> tracer(ExplainTarget target) {
    try {
      return Optional.of(
          new RequestTracer(alone(target), CompileOptions.STRICT.withAllowUnsupported(true)));
    } catch (IssueException cannotBeRun) {
      return Optional.empty();
    }
  }

  /** The API alone, in the context of the chosen product, without a key to ask for. */
  private static Estate alone(ExplainTarget target) {
    Estate estate = target.estate();
    Map<String, ProductArtifact> products = new LinkedHashMap<>();
    target
        .product()
        .ifPresent(
            product ->
                products.put(
                    product.id(), new ProductArtifact(product.id(), false, product.policy())));
    Map<String, NamedValueArtifact> values = new LinkedHashMap<>();
    estate.namedValues().forEach((name, value) -> values.put(name, masked(value)));
    ApiArtifact api = target.api();
    return new Estate(
        List.of(
            new ApiArtifact(
                api.id(),
                api.displayName(),
                api.path(),
                api.version(),
                api.revision(),
                api.current(),
                api.serviceUrl(),
                false,
                api.keyNames(),
                List.copyOf(products.keySet()),
                api.policy(),
                api.operations())),
        withoutCredentials(estate.backends()),
        estate.fragments(),
        values,
        products,
        estate.globalPolicy());
  }

  /** Credentials may stand in the query of a URL. */
  private static Map<String, BackendArtifact> withoutCredentials(
      Map<String, BackendArtifact> backends) {
    Map<String, BackendArtifact> all = new LinkedHashMap<>();
    backends.forEach(
        (id, backend) ->
            all.put(
                id,
                new BackendArtifact(
                    backend.id(),
                    backend.file(),
                    backend.url(),
                    backend.validateCertificateChain(),
                    backend.validateCertificateName(),
                    EntityCredentials.NONE,
                    backend.pool(),
                    backend.other())));
    return all;
  }

  private static NamedValueArtifact masked(NamedValueArtifact value) {
    return value.secret() || value.value().isEmpty()
        ? new NamedValueArtifact(value.name(), Optional.of(SECRET), value.secret())
        : value;
  }

  private static TraceRequest request(ApiArtifact api, OperationArtifact operation) {
    String revision = api.current() ? "" : ";rev=" + api.revision();
    String target =
        api.requestPrefix()
            + revision
            + PARAMETER.matcher(operation.urlTemplate()).replaceAll(VALUE);
    if (api.version() instanceof VersionScheme.Query query) {
      target += (target.indexOf('?') < 0 ? "?" : "&") + query.name() + "=" + query.value();
    }
    TraceRequest request = TraceRequest.of(operation.method(), target);
    return api.version() instanceof VersionScheme.Header header
        ? request.withHeader(header.name(), header.value())
        : request;
  }
}
