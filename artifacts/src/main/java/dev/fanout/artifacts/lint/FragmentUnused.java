package dev.fanout.artifacts.lint;

import dev.fanout.artifacts.FragmentArtifact;
import dev.fanout.diagnostics.Severity;
import dev.fanout.policies.PolicyDocument;
import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.lint.RuleDescription;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

final class FragmentUnused implements EstateRule {
  private static final RuleDescription DESCRIPTION =
      new RuleDescription(
          "FRAGMENT_UNUSED",
          Severity.INFO,
          "No document includes the fragment",
          "Remove it, or find out who was to include it.",
          """
          === policy fragments/to-shop/policy.xml
          <«fragment»>
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
    Set<String> used = new HashSet<>();
    for (PolicyDocument document : estate.distinctDocuments()) {
      Elements.named(document, "include-fragment")
          .flatMap(node -> node.attribute("fragment-id").stream())
          .forEach(id -> used.add(id.value().toLowerCase(Locale.ROOT)));
    }
    for (FragmentArtifact fragment : estate.estate().fragments().values()) {
      if (!used.contains(fragment.id().toLowerCase(Locale.ROOT))) {
        fragment
            .policy()
            .document()
            .tree()
            .root()
            .ifPresent(
                root ->
                    findings.add(
                        root.nameSpan(), "no document includes fragment '" + fragment.id() + "'"));
      }
    }
  }
}
