package dev.fanout.artifacts.lint;

import dev.fanout.artifacts.BackendArtifact;
import dev.fanout.diagnostics.Severity;
import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.lint.RuleDescription;

final class TlsValidationOff implements EstateRule {
  private static final RuleDescription DESCRIPTION =
      new RuleDescription(
          "TLS_VALIDATION_OFF",
          Severity.WARNING,
          "The backend's certificate is not checked",
          "Whoever stands between the gateway and the backend can read and change "
              + "everything. Upload the private CA instead.",
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
              "url": "https://backend.contoso.com",
              "tls": {
                  «"validateCertificateChain": false»
              }
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
              "url": "https://backend.contoso.com",
              "tls": {
                  "validateCertificateChain": true
              }
          } }
          """);

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public void check(LintedEstate estate, Findings findings) {
    for (BackendArtifact backend : estate.estate().backends().values()) {
      check(
          estate,
          backend,
          "validateCertificateChain",
          backend.validateCertificateChain(),
          findings);
      check(
          estate, backend, "validateCertificateName", backend.validateCertificateName(), findings);
    }
  }

  private static void check(
      LintedEstate estate, BackendArtifact backend, String key, boolean on, Findings findings) {
    if (!on) {
      findings.add(
          EntityFiles.place(estate, backend.file(), key, "false"),
          "backend '" + backend.id() + "': '" + key + "' is switched off");
    }
  }
}
