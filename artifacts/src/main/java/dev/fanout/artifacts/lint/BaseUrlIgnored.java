package dev.fanout.artifacts.lint;

import dev.fanout.diagnostics.Severity;
import dev.fanout.diagnostics.SourceSpan;
import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.lint.RuleDescription;
import java.util.HashSet;
import java.util.Set;

final class BaseUrlIgnored implements EstateRule {
  private static final RuleDescription DESCRIPTION =
      new RuleDescription(
          "BASE_URL_IGNORED",
          Severity.WARNING,
          "A Backend entity of an outer scope wins",
          "Once an outer scope has chosen a Backend entity by `backend-id`, a "
              + "`base-url` further in does not replace it; only another `backend-id` does "
              + "(azure-docs issue 97440).",
          """
          === policy.xml
          <policies>
              <inbound>
                  <set-backend-service backend-id="shop" />
              </inbound>
              <backend>
                  <forward-request />
              </backend>
          </policies>
          === apis/shop/apiInformation.json
          { "properties": { "path": "shop", "serviceUrl": "https://backend.contoso.com" } }
          === apis/shop/policy.xml
          <policies>
              <inbound>
                  <base />
                  <set-backend-service «base-url="https://other.contoso.com"» />
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
          === policy.xml
          <policies>
              <inbound>
                  <set-backend-service backend-id="shop" />
              </inbound>
              <backend>
                  <forward-request />
              </backend>
          </policies>
          === apis/shop/apiInformation.json
          { "properties": { "path": "shop", "serviceUrl": "https://backend.contoso.com" } }
          === apis/shop/policy.xml
          <policies>
              <inbound>
                  <base />
                  <set-backend-service backend-id="other" />
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
          === backends/other/backendInformation.json
          { "properties": {
              "protocol": "http",
              "url": "https://other.contoso.com"
          } }
          """);

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public void check(LintedEstate estate, Findings findings) {
    Set<SourceSpan> seen = new HashSet<>();
    RequestFlows.forEach(
        estate,
        run -> {
          run.flow().run(run.steps());
          for (RequestFlow.IgnoredBaseUrl ignored : run.flow().ignored()) {
            if (seen.add(ignored.attribute().span())) {
              findings.add(
                  ignored.attribute().span(),
                  "an outer scope has chosen a Backend entity, so this base-url has no effect"
                      + " (operation "
                      + run.operationName()
                      + ")",
                  "name a Backend entity here, too");
            }
          }
        });
  }
}
