package dev.fanout.artifacts.lint;

import dev.fanout.diagnostics.Severity;
import dev.fanout.policies.PolicyDocument;
import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.lint.Placeholders;
import dev.fanout.policies.lint.RuleDescription;
import java.util.Set;

final class UnknownBackend implements EstateRule {
  private static final RuleDescription DESCRIPTION =
      new RuleDescription(
          "UNKNOWN_BACKEND",
          Severity.ERROR,
          "No Backend entity has this id",
          "The service refuses the document, or every request fails. Ids are "
              + "compared without regard to case.",
          """
          === apis/shop/apiInformation.json
          { "properties": { "path": "shop", "serviceUrl": "https://backend.contoso.com" } }
          === apis/shop/policy.xml
          <policies>
              <inbound>
                  <base />
                  <set-backend-service backend-id="shop" />
                  <set-backend-service backend-id="«shp»" />
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

  private static final Set<String> ATTRIBUTES = Set.of("backend-id", "embeddings-backend-id");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public void check(LintedEstate estate, Findings findings) {
    for (PolicyDocument document : estate.distinctDocuments()) {
      Elements.all(document)
          .flatMap(node -> node.attributes().stream())
          .filter(attribute -> ATTRIBUTES.contains(attribute.name()))
          .filter(id -> !id.isExpression() && !Placeholders.isTemplate(id.value()))
          .filter(id -> estate.estate().backend(id.value()).isEmpty())
          .forEach(
              id ->
                  References.unknown(
                      id.valueSpan(),
                      "backend",
                      id.value(),
                      estate.estate().backends().keySet(),
                      findings));
    }
  }
}
