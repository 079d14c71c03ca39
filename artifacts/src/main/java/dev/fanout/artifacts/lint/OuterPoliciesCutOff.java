package dev.fanout.artifacts.lint;

import dev.fanout.artifacts.ApiArtifact;
import dev.fanout.artifacts.EffectivePolicies;
import dev.fanout.artifacts.EffectivePolicy;
import dev.fanout.artifacts.EffectiveStep;
import dev.fanout.artifacts.Estate;
import dev.fanout.artifacts.OperationArtifact;
import dev.fanout.artifacts.PolicyArtifact;
import dev.fanout.artifacts.ProductArtifact;
import dev.fanout.artifacts.WorkspaceArtifact;
import dev.fanout.diagnostics.Severity;
import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.lint.RuleDescription;
import dev.fanout.policies.model.SectionName;
import dev.fanout.policies.syntax.ElementNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

final class OuterPoliciesCutOff implements EstateRule {
  private static final RuleDescription DESCRIPTION =
      new RuleDescription(
          "OUTER_POLICIES_CUT_OFF",
          Severity.WARNING,
          "Policies of outer scopes never run here",
          "A section without `<base/>` (or a document without the section, which is "
              + "documented less clearly) runs nothing of the scopes outside. The message "
              + "names what is lost: often authentication, limits or logging that somebody "
              + "believes to hold everywhere.",
          """
          === policy.xml
          <policies>
              <inbound>
                  <ip-filter action="forbid">
                      <address>203.0.113.7</address>
                  </ip-filter>
              </inbound>
              <backend>
                  <forward-request />
              </backend>
          </policies>
          === apis/shop/apiInformation.json
          { "properties": { "path": "shop", "serviceUrl": "https://backend.contoso.com" } }
          === apis/shop/policy.xml
          <policies>
              <«inbound»>
                  <set-query-parameter name="v" exists-action="override">
                      <value>2</value>
                  </set-query-parameter>
              </inbound>
              <backend>
                  <base />
              </backend>
          </policies>
          === apis/shop/specification.json
          { "openapi": "3.0.1", "info": { "title": "shop", "version": "1" }, "paths": { "/orders/{id}": { "get": {
              "operationId": "get-order", "responses": { "200": { "description": "OK" } },
              "parameters": [ { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } } ]
          } } } }
          """,
          """
          === policy.xml
          <policies>
              <inbound>
                  <ip-filter action="forbid">
                      <address>203.0.113.7</address>
                  </ip-filter>
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
                  <set-query-parameter name="v" exists-action="override">
                      <value>2</value>
                  </set-query-parameter>
              </inbound>
              <backend>
                  <base />
              </backend>
          </policies>
          === apis/shop/specification.json
          { "openapi": "3.0.1", "info": { "title": "shop", "version": "1" }, "paths": { "/orders/{id}": { "get": {
              "operationId": "get-order", "responses": { "200": { "description": "OK" } },
              "parameters": [ { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } } ]
          } } } }
          """);

  private static final int MOST_NAMES = 4;

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public void check(LintedEstate estate, Findings findings) {
    Estate read = estate.estate();
    EffectivePolicy service = EffectivePolicies.ofGlobal(read);
    estate
        .workspace()
        .flatMap(WorkspaceArtifact::policy)
        .ifPresent(policy -> check(policy, service, findings));
    EffectivePolicy global = EffectivePolicies.inWorkspace(read, estate.workspace());
    for (ProductArtifact product : read.products().values()) {
      product.policy().ifPresent(policy -> check(policy, global, findings));
    }
    for (ApiArtifact api : read.apis()) {
      api.policy().ifPresent(policy -> check(policy, global, findings));
      EffectivePolicy outside =
          EffectivePolicies.of(read, estate.workspace(), Optional.empty(), api, Optional.empty());
      for (OperationArtifact operation : api.operations()) {
        operation.policy().ifPresent(policy -> check(policy, outside, findings));
      }
    }
  }

  private static void check(PolicyArtifact policy, EffectivePolicy outside, Findings findings) {
    Optional<ElementNode> root = policy.document().tree().root();
    if (root.isEmpty()) {
      return;
    }
    for (SectionName name : SectionName.values()) {
      List<ElementNode> sections = root.get().elements(name.elementName());
      List<EffectiveStep> lost = lost(outside.section(name), sections);
      boolean inherits = sections.stream().anyMatch(s -> !s.elements("base").isEmpty());
      if (inherits || lost.isEmpty()) {
        continue;
      }
      ElementNode place = sections.isEmpty() ? root.get() : sections.get(0);
      findings.add(
          place.nameSpan(),
          (sections.isEmpty() ? "there is no <" : "<")
              + name.elementName()
              + (sections.isEmpty() ? ">" : "> has no <base/>")
              + ", so "
              + names(lost)
              + " of "
              + scopes(lost)
              + " never run"
              + (lost.size() == 1 ? "s" : "")
              + " here",
          "write <base/> where the outer policies shall run");
    }
  }

  /** Forwarding in another way is no loss. */
  private static List<EffectiveStep> lost(List<EffectiveStep> outside, List<ElementNode> sections) {
    boolean forwards =
        sections.stream().anyMatch(section -> section.span().text().contains("<forward-request"));
    return outside.stream()
        .filter(step -> !forwards || !step.policy().elementName().equals("forward-request"))
        .toList();
  }

  private static String names(List<EffectiveStep> lost) {
    String names =
        lost.stream()
            .limit(MOST_NAMES)
            .map(step -> "<" + step.policy().elementName() + ">")
            .collect(Collectors.joining(", "));
    return lost.size() > MOST_NAMES
        ? names + " and " + (lost.size() - MOST_NAMES) + " more"
        : names;
  }

  private static String scopes(List<EffectiveStep> lost) {
    return lost.stream()
        .map(
            step ->
                "the "
                    + step.scope().name().toLowerCase(Locale.ROOT)
                    + " scope"
                    + (step.file().isEmpty() ? "" : " (" + step.file() + ")"))
        .distinct()
        .collect(Collectors.joining(" and "));
  }
}
