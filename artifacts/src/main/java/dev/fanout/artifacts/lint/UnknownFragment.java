package dev.fanout.artifacts.lint;

import dev.fanout.diagnostics.Severity;
import dev.fanout.policies.PolicyDocument;
import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.lint.Placeholders;
import dev.fanout.policies.lint.RuleDescription;

final class UnknownFragment implements EstateRule {
  private static final RuleDescription DESCRIPTION =
      new RuleDescription(
          "UNKNOWN_FRAGMENT",
          Severity.ERROR,
          "No fragment has this id",
          "The service refuses the document. Ids are compared without regard to " + "case.",
          """
          === apis/shop/apiInformation.json
          { "properties": { "path": "shop", "serviceUrl": "https://backend.contoso.com" } }
          === apis/shop/policy.xml
          <policies>
              <inbound>
                  <base />
                  <include-fragment fragment-id="«to-shp»" />
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
          === policy fragments/to-shop/policy.xml
          <!-- fanout-ignore FRAGMENT_UNUSED: shown elsewhere -->
          <fragment>
              <set-variable name="a" value="b" />
          </fragment>
          === policy fragments/to-shop/policyFragmentInformation.json
          { "properties": { "description": "to-shop" } }
          """,
          """
          === apis/shop/apiInformation.json
          { "properties": { "path": "shop", "serviceUrl": "https://backend.contoso.com" } }
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
          === policy fragments/to-shop/policy.xml
          <fragment>
              <set-variable name="a" value="b" />
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
    for (PolicyDocument document : estate.distinctDocuments()) {
      Elements.named(document, "include-fragment")
          .flatMap(node -> node.attribute("fragment-id").stream())
          .filter(id -> !id.isExpression() && !Placeholders.isTemplate(id.value()))
          .filter(id -> estate.estate().fragment(id.value()).isEmpty())
          .forEach(
              id ->
                  References.unknown(
                      id.valueSpan(),
                      "fragment",
                      id.value(),
                      estate.estate().fragments().keySet(),
                      findings));
    }
  }
}
