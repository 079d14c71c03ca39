package dev.fanout.artifacts.lint;

import dev.fanout.artifacts.Estate;
import dev.fanout.artifacts.FragmentArtifact;
import dev.fanout.diagnostics.Severity;
import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.lint.RuleDescription;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

final class FragmentCycle implements EstateRule {
  private static final RuleDescription DESCRIPTION =
      new RuleDescription(
          "FRAGMENT_CYCLE",
          Severity.ERROR,
          "A fragment includes itself",
          "Directly or by way of others. The service takes no fragment in a fragment "
              + "at all (`NESTED_FRAGMENT`); where that is got round, this never ends.",
          """
          === apis/shop/apiInformation.json
          { "properties": { "path": "shop", "serviceUrl": "https://backend.contoso.com" } }
          === apis/shop/policy.xml
          <policies>
              <inbound>
                  <base />
                  <include-fragment fragment-id="one" />
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
          === policy fragments/one/policy.xml
          <fragment>
              <!-- fanout-ignore NESTED_FRAGMENT: shown elsewhere -->
              <include-fragment fragment-id="two" />
          </fragment>
          === policy fragments/one/policyFragmentInformation.json
          { "properties": { "description": "one" } }
          === policy fragments/two/policy.xml
          <fragment>
              <!-- fanout-ignore NESTED_FRAGMENT: shown elsewhere -->
              <include-fragment «fragment-id="one"» />
          </fragment>
          === policy fragments/two/policyFragmentInformation.json
          { "properties": { "description": "two" } }
          """,
          """
          === apis/shop/apiInformation.json
          { "properties": { "path": "shop", "serviceUrl": "https://backend.contoso.com" } }
          === apis/shop/policy.xml
          <policies>
              <inbound>
                  <base />
                  <include-fragment fragment-id="one" />
                  <include-fragment fragment-id="two" />
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
          === policy fragments/one/policy.xml
          <fragment>
              <set-variable name="a" value="b" />
          </fragment>
          === policy fragments/one/policyFragmentInformation.json
          { "properties": { "description": "one" } }
          === policy fragments/two/policy.xml
          <fragment>
              <set-variable name="c" value="d" />
          </fragment>
          === policy fragments/two/policyFragmentInformation.json
          { "properties": { "description": "two" } }
          """);

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public void check(LintedEstate estate, Findings findings) {
    Set<String> done = new HashSet<>();
    for (FragmentArtifact fragment : estate.estate().fragments().values()) {
      visit(estate.estate(), fragment, new ArrayList<>(), done, findings);
    }
  }

  private static void visit(
      Estate estate,
      FragmentArtifact fragment,
      List<String> open,
      Set<String> done,
      Findings findings) {
    String id = fragment.id().toLowerCase(Locale.ROOT);
    if (!done.add(id)) {
      return;
    }
    open.add(id);
    Elements.named(fragment.policy().document(), "include-fragment")
        .flatMap(node -> node.attribute("fragment-id").stream())
        .forEach(
            attribute -> {
              String included = attribute.value().toLowerCase(Locale.ROOT);
              int at = open.indexOf(included);
              if (at >= 0) {
                findings.add(
                    attribute.span(),
                    "a cycle of fragments: "
                        + String.join(" → ", open.subList(at, open.size()))
                        + " → "
                        + included);
              } else {
                estate
                    .fragment(included)
                    .ifPresent(next -> visit(estate, next, open, done, findings));
              }
            });
    open.remove(open.size() - 1);
  }
}
