package dev.fanout.artifacts.lint;

import dev.fanout.artifacts.ApiArtifact;
import dev.fanout.diagnostics.Severity;
import dev.fanout.diagnostics.SourceSpan;
import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.lint.RuleDescription;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class RewriteDuplicatesBackendPath implements EstateRule {
  private static final RuleDescription DESCRIPTION =
      new RuleDescription(
          "REWRITE_DUPLICATES_BACKEND_PATH",
          Severity.WARNING,
          "The upstream path has the base path twice",
          "`rewrite-uri` replaces only what follows the backend's base URL, so the "
              + "path of that URL (of the Backend entity, `base-url`, or the API's own) "
              + "always stays in front. A template that begins with the same path sends "
              + "`/api/orders/api/orders/…`; an upstream with a catch-all route hides it. "
              + "This is what the [published benchmark](published-benchmark.md) does. Each "
              + "operation's effective policy is followed through scopes, fragments, "
              + "branches, variables and named values, as far as they are known before a "
              + "request comes.",
          """
          === apis/shop/apiInformation.json
          { "properties": { "path": "shop" } }
          === apis/shop/policy.xml
          <policies>
              <inbound>
                  <base />
                  <include-fragment fragment-id="to-shop" />
              </inbound>
              <backend>
                  <base />
              </backend>
              <outbound>
                  <base />
              </outbound>
          </policies>
          === apis/shop/specification.json
          { "openapi": "3.0.1", "info": { "title": "shop", "version": "1" }, "paths": { "/orders/{id}": { "get": {
              "operationId": "get-order", "responses": { "200": { "description": "OK" } },
              "parameters": [ { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } } ]
          } } } }
          === backends/shop/backendInformation.json
          { "properties": {
              "protocol": "http",
              "url": "https://backend.contoso.com/api/shop"
          } }
          === policy fragments/to-shop/policy.xml
          <fragment>
              <set-backend-service backend-id="shop" />
              <rewrite-uri «template="@("/api/shop" + context.Request.OriginalUrl.Path)"» />
          </fragment>
          === policy fragments/to-shop/policyFragmentInformation.json
          { "properties": { "description": "to-shop" } }
          """,
          """
          === apis/shop/apiInformation.json
          { "properties": { "path": "shop" } }
          === apis/shop/policy.xml
          <policies>
              <inbound>
                  <base />
                  <include-fragment fragment-id="to-shop" />
              </inbound>
              <backend>
                  <base />
              </backend>
              <outbound>
                  <base />
              </outbound>
          </policies>
          === apis/shop/specification.json
          { "openapi": "3.0.1", "info": { "title": "shop", "version": "1" }, "paths": { "/orders/{id}": { "get": {
              "operationId": "get-order", "responses": { "200": { "description": "OK" } },
              "parameters": [ { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } } ]
          } } } }
          === backends/shop/backendInformation.json
          { "properties": {
              "protocol": "http",
              "url": "https://backend.contoso.com"
          } }
          === policy fragments/to-shop/policy.xml
          <fragment>
              <set-backend-service backend-id="shop" />
              <rewrite-uri template="@("/api/shop" + context.Request.OriginalUrl.Path)" />
          </fragment>
          === policy fragments/to-shop/policyFragmentInformation.json
          { "properties": { "description": "to-shop" } }
          """);

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public void check(LintedEstate estate, Findings findings) {
    Map<SourceSpan, Repetition> found = new LinkedHashMap<>();
    RequestFlows.forEach(
        estate,
        run -> {
          for (RequestFlow.State state : run.flow().run(run.steps())) {
            state
                .template()
                .ifPresent(
                    template ->
                        targets(run.api(), state).stream()
                            .flatMap(target -> DuplicatedPath.of(template, target).stream())
                            .forEach(
                                path ->
                                    found
                                        .computeIfAbsent(
                                            path.attribute().span(), k -> new Repetition(path))
                                        .operations
                                        .add(run.operationName())));
          }
        });
    found.forEach((span, repetition) -> repetition.report(span, findings));
  }

  /** The API's own URL holds until a policy chooses another. */
  private static List<RequestFlow.Target> targets(ApiArtifact api, RequestFlow.State state) {
    return state.targets().isEmpty()
        ? api.serviceUrl().stream()
            .map(url -> RequestFlow.target(url, "the URL of API '" + api.id() + "'"))
            .toList()
        : state.targets();
  }

  /** One template, and the operations that it serves. */
  private static final class Repetition {
    final DuplicatedPath path;
    final Set<String> operations = new LinkedHashSet<>();

    Repetition(DuplicatedPath path) {
      this.path = path;
    }

    void report(SourceSpan span, Findings findings) {
      String first = operations.iterator().next();
      String where =
          operations.size() == 1
              ? " (operation " + first + ")"
              : " (" + operations.size() + " operations, " + first + " first)";
      findings.add(span, path.message() + where, path.hint());
    }
  }
}
