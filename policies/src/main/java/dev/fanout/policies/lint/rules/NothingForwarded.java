package dev.fanout.policies.lint.rules;

import dev.fanout.diagnostics.Severity;
import dev.fanout.policies.lint.DocumentRule;
import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.lint.LintedDocument;
import dev.fanout.policies.lint.PlacedElement;
import dev.fanout.policies.lint.RuleDescription;
import dev.fanout.policies.lint.Termination;
import dev.fanout.policies.model.PolicyCatalog;
import dev.fanout.policies.model.SectionName;
import dev.fanout.policies.syntax.ElementNode;
import java.util.Set;

final class NothingForwarded implements DocumentRule {
  private static final RuleDescription DESCRIPTION =
      new RuleDescription(
          "NOTHING_FORWARDED",
          Severity.WARNING,
          "The backend section calls no backend",
          "The request goes to the backend only through `<forward-request/>`, which `<base/>` brings"
              + " from the global document. A backend section without either goes straight on to"
              + " outbound, and the caller gets an empty 200.",
          """
          <policies>
              <inbound>
                  <base />
              </inbound>
              <!-- fanout-ignore MISSING_BASE: shown elsewhere -->
              <«backend»>
                  <set-variable name="called" value="yes" />
              </backend>
          </policies>
          """,
          """
          <policies>
              <inbound>
                  <base />
              </inbound>
              <backend>
                  <set-variable name="called" value="yes" />
                  <base />
              </backend>
          </policies>
          """);

  private static final Set<String> MAY_FORWARD =
      Set.of("forward-request", "base", "include-fragment", "return-response", "invoke-request");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public void check(LintedDocument document, Findings findings) {
    ElementNode backend = document.sections().get(SectionName.BACKEND);
    if (backend == null || answersItself(document)) {
      return;
    }
    boolean mayForward =
        document.elements().stream()
            .filter(element -> element.section().filter(SectionName.BACKEND::equals).isPresent())
            .map(PlacedElement::node)
            .anyMatch(node -> MAY_FORWARD.contains(node.name()) || isUnknown(node));
    if (!mayForward) {
      findings.add(
          backend.nameSpan(),
          "<backend> has neither <base/> nor <forward-request/>, so no backend is called",
          "an empty section cuts off what the global document does");
    }
  }

  private static boolean answersItself(LintedDocument document) {
    ElementNode inbound = document.sections().get(SectionName.INBOUND);
    return inbound != null && inbound.elements().stream().anyMatch(Termination::isCertain);
  }

  private static boolean isUnknown(ElementNode node) {
    return !node.name().equals("backend")
        && PolicyCatalog.policy(node.name()).isEmpty()
        && node.parent().filter(parent -> parent.name().equals("backend")).isPresent();
  }
}
