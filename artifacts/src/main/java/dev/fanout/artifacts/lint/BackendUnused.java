package dev.fanout.artifacts.lint;

import dev.fanout.artifacts.BackendArtifact;
import dev.fanout.diagnostics.Severity;
import dev.fanout.policies.PolicyDocument;
import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.lint.Placeholders;
import dev.fanout.policies.lint.RuleDescription;
import dev.fanout.policies.syntax.AttributeNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

final class BackendUnused implements EstateRule {
  private static final RuleDescription DESCRIPTION =
      new RuleDescription(
          "BACKEND_UNUSED",
          Severity.INFO,
          "No policy uses the Backend entity",
          "Reported only if no `backend-id` of the estate is an expression, since "
              + "that may name any.",
          """
          === backends/shop/backendInformation.json
          «»{ "properties": {
              "protocol": "http",
              "url": "https://backend.contoso.com"
          } }
          """,
          """
          === apis/shop/apiInformation.json
          { "properties": { "path": "shop", "serviceUrl": "https://backend.contoso.com" } }
          === apis/shop/policy.xml
          <policies>
              <inbound>
                  <base />
                  <set-backend-service backend-id="shop" />
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
          """);

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public void check(LintedEstate estate, Findings findings) {
    Set<String> used = new HashSet<>();
    for (PolicyDocument document : estate.distinctDocuments()) {
      List<AttributeNode> ids =
          Elements.all(document)
              .flatMap(node -> node.attributes().stream())
              .filter(attribute -> attribute.name().endsWith("backend-id"))
              .toList();
      if (ids.stream().anyMatch(id -> id.isExpression() || Placeholders.isTemplate(id.value()))) {
        return;
      }
      ids.forEach(id -> used.add(id.value().toLowerCase(Locale.ROOT)));
    }
    for (BackendArtifact backend : estate.estate().backends().values()) {
      backend.pool().forEach(member -> used.add(member.id().toLowerCase(Locale.ROOT)));
    }
    for (BackendArtifact backend : estate.estate().backends().values()) {
      if (!used.contains(backend.id().toLowerCase(Locale.ROOT))) {
        findings.add(
            EntityFiles.place(estate, backend.file()),
            "no policy uses backend '" + backend.id() + "'");
      }
    }
  }
}
