package dev.fanout.policies.lint.rules;

import dev.fanout.diagnostics.Severity;
import dev.fanout.policies.lint.DocumentRule;
import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.lint.LintedDocument;
import dev.fanout.policies.lint.RuleDescription;
import dev.fanout.policies.lint.Termination;
import dev.fanout.policies.model.ElementDefinition;
import dev.fanout.policies.model.PolicyCatalog;
import dev.fanout.policies.syntax.ElementNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

final class UnreachablePolicy implements DocumentRule {
  private static final RuleDescription DESCRIPTION =
      new RuleDescription(
          "UNREACHABLE_POLICY",
          Severity.WARNING,
          "The policy can never run",
          "`return-response` and `mock-response` end the processing of the request: what follows in"
              + " the section is skipped, and so are backend and outbound. So does a `choose` whose"
              + " branches all end it, `otherwise` included. Move the policy in front, or make the"
              + " answer conditional.",
          """
          <fragment>
              <choose>
                  <when condition="@(context.Request.Method == &quot;GET&quot;)">
                      <return-response />
                  </when>
                  <otherwise>
                      <return-response>
                          <set-status code="405" reason="Method Not Allowed" />
                      </return-response>
                  </otherwise>
              </choose>
              <«set-header» name="x-seen" exists-action="override">
                  <value>yes</value>
              </set-header>
          </fragment>
          """,
          """
          <fragment>
              <set-header name="x-seen" exists-action="override">
                  <value>yes</value>
              </set-header>
              <choose>
                  <when condition="@(context.Request.Method == &quot;GET&quot;)">
                      <return-response />
                  </when>
              </choose>
          </fragment>
          """);

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public void check(LintedDocument document, Findings findings) {
    Set<ElementNode> seen = new HashSet<>();
    document.elements().stream()
        .map(element -> element.node().parent())
        .flatMap(parent -> parent.stream())
        .filter(UnreachablePolicy::runsInOrder)
        .filter(seen::add)
        .forEach(container -> check(container, findings));
  }

  private static void check(ElementNode container, Findings findings) {
    List<ElementNode> policies = container.elements();
    for (int i = 0; i + 1 < policies.size(); i++) {
      if (Termination.isCertain(policies.get(i))) {
        int more = policies.size() - i - 2;
        findings.add(
            policies.get(i + 1).nameSpan(),
            "<"
                + policies.get(i).name()
                + "> always ends the processing, so <"
                + policies.get(i + 1).name()
                + ">"
                + (more == 0 ? "" : " and " + more + " more")
                + " never run"
                + (more == 0 ? "s" : ""));
        return;
      }
    }
  }

  private static boolean runsInOrder(ElementNode node) {
    return switch (node.name()) {
      case "inbound", "backend", "outbound", "on-error", "fragment", "when", "otherwise" -> true;
      case "wait" -> false;
      default ->
          PolicyCatalog.policy(node.name()).filter(ElementDefinition::isContainer).isPresent();
    };
  }
}
