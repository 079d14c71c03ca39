package dev.fanout.artifacts.lint;

import dev.fanout.diagnostics.Severity;
import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.lint.RuleDescription;
import dev.fanout.policies.model.SectionName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

final class NoBackend implements EstateRule {
  private static final RuleDescription DESCRIPTION =
      new RuleDescription(
          "NO_BACKEND",
          Severity.WARNING,
          "Nothing says where requests go",
          "The API has no web service URL, and on some way through the effective "
              + "policy of this operation no `set-backend-service` runs before the request "
              + "is forwarded.",
          """
          === apis/shop/apiInformation.json
          «»{ "properties": { "path": "shop" } }
          === apis/shop/policy.xml
          <policies>
              <inbound>
                  <base />
                  <set-variable name="a" value="b" />
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
          """,
          """
          === apis/shop/apiInformation.json
          { "properties": { "path": "shop" } }
          === apis/shop/policy.xml
          <policies>
              <inbound>
                  <base />
                  <set-backend-service base-url="https://backend.contoso.com" />
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
          """);

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public void check(LintedEstate estate, Findings findings) {
    Map<String, List<String>> found = new TreeMap<>();
    RequestFlows.forEach(
        estate,
        run -> {
          boolean forwards =
              run.policy().section(SectionName.BACKEND).stream()
                  .anyMatch(step -> step.policy().elementName().equals("forward-request"));
          if (forwards
              && run.api().serviceUrl().isEmpty()
              && run.flow().run(run.steps()).stream().anyMatch(s -> s.targets().isEmpty())) {
            found
                .computeIfAbsent(run.api().id(), id -> new ArrayList<>())
                .add(run.operation().id());
          }
        });
    found.forEach(
        (api, operations) ->
            findings.add(
                EntityFiles.place(estate, estate.prefix() + "apis/" + api + "/apiInformation.json"),
                "API '"
                    + api
                    + "' has no web service URL, and operation '"
                    + operations.get(0)
                    + "'"
                    + (operations.size() == 1 ? "" : " (and " + (operations.size() - 1) + " more)")
                    + " can be forwarded without set-backend-service"));
  }
}
