package dev.fanout.gateway.estate;

import dev.fanout.artifacts.ApiArtifact;
import dev.fanout.artifacts.EffectivePolicies;
import dev.fanout.artifacts.EffectivePolicy;
import dev.fanout.artifacts.EffectiveStep;
import dev.fanout.artifacts.Estate;
import dev.fanout.artifacts.NamedValueArtifact;
import dev.fanout.artifacts.OperationArtifact;
import dev.fanout.artifacts.ProductArtifact;
import dev.fanout.catalog.VersionScheme;
import dev.fanout.diagnostics.Issue;
import dev.fanout.expressions.ExpressionCompiler;
import dev.fanout.gateway.pipeline.ApiView;
import dev.fanout.gateway.pipeline.BackendTarget;
import dev.fanout.gateway.pipeline.Block;
import dev.fanout.gateway.pipeline.ExchangeProgram;
import dev.fanout.gateway.pipeline.OperationView;
import dev.fanout.gateway.policy.NamedValues;
import dev.fanout.gateway.policy.PolicyCompiler;
import dev.fanout.gateway.policy.PolicyCompiler.Scoped;
import dev.fanout.gateway.policy.PolicyExtension;
import dev.fanout.gateway.routing.ApiRoute;
import dev.fanout.gateway.routing.ApiVersion;
import dev.fanout.gateway.routing.OperationRoute;
import dev.fanout.gateway.routing.OperationTemplate;
import dev.fanout.gateway.routing.Router;
import dev.fanout.policies.PolicyDocument;
import dev.fanout.policies.model.SectionName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes an estate ready to serve: effective policies become programs, APIs and operations become
 * routes. APIs are compiled in parallel; equal policies are compiled once.
 */
public final class EstateCompiler {
  private final ExpressionCompiler expressions;
  private final Map<String, PolicyExtension> extensions;

  /**
   * @param expressions may be shared between estates: equal expressions are then one class
   */
  public EstateCompiler(ExpressionCompiler expressions) {
    this(expressions, Map.of());
  }

  /** With policies that are no part of the language, by element name. */
  public EstateCompiler(ExpressionCompiler expressions, Map<String, PolicyExtension> extensions) {
    this.expressions = expressions;
    this.extensions = Map.copyOf(extensions);
  }

  public CompileResult compile(Estate estate, CompileOptions options) {
    Findings findings = new Findings(options.allowUnsupported());
    NamedValues namedValues = namedValues(estate, options);
    Map<String, BackendTarget> entities =
        BackendTargets.of(estate.backends().values(), namedValues, findings);
    PolicyCompiler policies =
        new PolicyCompiler(
            expressions, namedValues, entities, fragments(estate), findings, extensions);
    Run run = new Run(estate, policies, findings, new ConcurrentHashMap<>());
    List<ApiRoute<ApiProgram, OperationProgram>> routes =
        estate.apis().parallelStream().map(run::route).toList();
    CompiledEstate compiled =
        new CompiledEstate(
            new Router<>(routes, options.routing()),
            run.program(EffectivePolicies.ofGlobal(estate)),
            options.subscriptionKeys(),
            findings.skipped());
    return new CompileResult(compiled, findings.issues());
  }

  private static NamedValues namedValues(Estate estate, CompileOptions options) {
    Map<String, String> values = new HashMap<>();
    Set<String> secrets = new HashSet<>(options.namedValues().values());
    for (NamedValueArtifact namedValue : estate.namedValues().values()) {
      namedValue.value().ifPresent(value -> values.put(namedValue.name(), value));
      if (namedValue.secret()) {
        namedValue.value().ifPresent(secrets::add);
      }
    }
    values.putAll(options.namedValues());
    return new NamedValues(values, secrets);
  }

  private static Map<String, PolicyDocument> fragments(Estate estate) {
    Map<String, PolicyDocument> documents = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    estate.fragments().forEach((id, fragment) -> documents.put(id, fragment.policy().document()));
    return documents;
  }

  /**
   * @param shared one object for all that are equal: what a thousand APIs have in common stays in
   *     the processor's caches
   */
  private record Run(
      Estate estate, PolicyCompiler policies, Findings findings, Map<Object, Object> shared) {

    ApiRoute<ApiProgram, OperationProgram> route(ApiArtifact api) {
      Optional<ProductArtifact> open = openProduct(api);
      ApiProgram program =
          new ApiProgram(
              view(api),
              program(EffectivePolicies.of(estate, open, api, Optional.empty())),
              api.subscriptionRequired() && open.isEmpty());
      List<OperationRoute<OperationProgram>> operations = new ArrayList<>();
      for (OperationArtifact operation : api.operations()) {
        template(api, operation)
            .ifPresent(
                template ->
                    operations.add(
                        new OperationRoute<>(
                            operation.method(),
                            template,
                            shared(
                                new OperationProgram(
                                    view(operation, template),
                                    program(
                                        EffectivePolicies.of(
                                            estate, open, api, Optional.of(operation))))))));
      }
      return new ApiRoute<>(
          api.path(), version(api.version()), api.revision(), api.current(), operations, program);
    }

    /** A call without a key to an API of an open product runs in that product's context. */
    private Optional<ProductArtifact> openProduct(ApiArtifact api) {
      return api.products().stream()
          .map(id -> Optional.ofNullable(estate.products().get(id)))
          .flatMap(Optional::stream)
          .filter(product -> !product.subscriptionRequired())
          .findFirst();
    }

    private Optional<OperationTemplate> template(ApiArtifact api, OperationArtifact operation) {
      try {
        return Optional.of(OperationTemplate.parse(operation.urlTemplate()));
      } catch (IllegalArgumentException notATemplate) {
        findings.note(
            Issue.error(
                "GATEWAY_BAD_TEMPLATE",
                "API '"
                    + api.id()
                    + "', operation '"
                    + operation.id()
                    + "': "
                    + notATemplate.getMessage()));
        return Optional.empty();
      }
    }

    ExchangeProgram program(EffectivePolicy effective) {
      return shared(
          new ExchangeProgram(
              block(effective, SectionName.INBOUND),
              block(effective, SectionName.BACKEND),
              block(effective, SectionName.OUTBOUND),
              block(effective, SectionName.ON_ERROR)));
    }

    @SuppressWarnings("unchecked") // equal objects of these records have one class
    private <T> T shared(T value) {
      Object known = shared.putIfAbsent(value, value);
      return known == null ? value : (T) known;
    }

    private Block block(EffectivePolicy effective, SectionName section) {
      List<Scoped> scoped = new ArrayList<>();
      for (EffectiveStep step : effective.section(section)) {
        scoped.add(new Scoped(step.scope().name().toLowerCase(Locale.ROOT), step.policy()));
      }
      return policies.section(scoped);
    }

    private static ApiView view(ApiArtifact api) {
      return new ApiView(
          api.id(),
          api.displayName(),
          api.path(),
          Integer.toString(api.revision()),
          api.current(),
          versionValue(api.version()),
          api.subscriptionRequired()
              ? new ApiView.KeyNames(api.keyNames().header(), api.keyNames().query())
              : null,
          api.serviceUrl().map(BackendTarget::of).orElse(null));
    }

    private static OperationView view(OperationArtifact operation, OperationTemplate template) {
      return new OperationView(
          operation.id(),
          operation.id(),
          operation.method(),
          operation.urlTemplate(),
          template.queryParameters().stream()
              .map(parameter -> parameter.name().toLowerCase(Locale.ROOT))
              .collect(Collectors.toSet()));
    }

    private static ApiVersion version(VersionScheme scheme) {
      if (scheme instanceof VersionScheme.Segment segment) {
        return new ApiVersion.Segment(segment.value());
      }
      if (scheme instanceof VersionScheme.Header header) {
        return new ApiVersion.Header(header.name(), header.value());
      }
      if (scheme instanceof VersionScheme.Query query) {
        return new ApiVersion.Query(query.name(), query.value());
      }
      return new ApiVersion.None();
    }

    private static @Nullable String versionValue(VersionScheme scheme) {
      if (scheme instanceof VersionScheme.Segment segment) {
        return segment.value();
      }
      if (scheme instanceof VersionScheme.Header header) {
        return header.value();
      }
      return scheme instanceof VersionScheme.Query query ? query.value() : null;
    }
  }
}
