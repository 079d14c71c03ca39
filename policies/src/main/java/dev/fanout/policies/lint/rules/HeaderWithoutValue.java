package dev.fanout.policies.lint.rules;

import dev.fanout.diagnostics.Severity;
import dev.fanout.policies.lint.DocumentRule;
import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.lint.LintedDocument;
import dev.fanout.policies.lint.PlacedElement;
import dev.fanout.policies.lint.RuleDescription;
import dev.fanout.policies.syntax.ElementNode;

final class HeaderWithoutValue implements DocumentRule {
  private static final RuleDescription DESCRIPTION =
      new RuleDescription(
          "HEADER_WITHOUT_VALUE",
          Severity.WARNING,
          "The header gets no value",
          "`set-header` without `<value>` has nothing to set. To remove the header "
              + "write `exists-action=\"delete\"`.",
          """
          <fragment>
              <«set-header» name="x-powered-by" exists-action="override" />
          </fragment>
          """,
          """
          <fragment>
              <set-header name="x-powered-by" exists-action="delete" />
          </fragment>
          """);

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public void check(LintedDocument document, Findings findings) {
    for (PlacedElement element : document.elements()) {
      ElementNode node = element.node();
      boolean deletes =
          node.attribute("exists-action")
              .filter(a -> a.isExpression() || !a.value().strip().equals("override"))
              .isPresent();
      if (element.isNamed("set-header") && node.elements("value").isEmpty() && !deletes) {
        findings.add(
            node.nameSpan(),
            "the header has no <value>",
            "to remove a header write exists-action=\"delete\"");
      }
    }
  }
}
