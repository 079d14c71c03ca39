package dev.fanout.policies.lint.rules;

import dev.fanout.diagnostics.Severity;
import dev.fanout.policies.lint.DocumentRule;
import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.lint.LintedDocument;
import dev.fanout.policies.lint.PlacedElement;
import dev.fanout.policies.lint.RuleDescription;
import dev.fanout.policies.model.ElementDefinition;
import dev.fanout.policies.model.Placement;

final class DeprecatedName implements DocumentRule {
  private static final RuleDescription DESCRIPTION =
      new RuleDescription(
          "DEPRECATED_NAME",
          Severity.WARNING,
          "The policy has a new name",
          "The `azure-openai-*` policies are now `llm-*`, with the same attributes, "
              + "and work with any model endpoint. Old names go on working; new features "
              + "come to the new ones.",
          """
          <fragment>
              <«azure-openai-emit-token-metric» namespace="models">
                  <dimension name="API ID" />
              </azure-openai-emit-token-metric>
          </fragment>
          """,
          """
          <fragment>
              <llm-emit-token-metric namespace="models">
                  <dimension name="API ID" />
              </llm-emit-token-metric>
          </fragment>
          """);

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public void check(LintedDocument document, Findings findings) {
    for (PlacedElement element : document.elements()) {
      String now =
          element
              .definition()
              .flatMap(ElementDefinition::placement)
              .map(Placement::replacedBy)
              .orElse("");
      if (element.isPolicy() && !now.isEmpty()) {
        findings.add(
            element.node().nameSpan(),
            "<" + element.node().name() + "> is an old name",
            "write <" + now + ">, which takes the same attributes");
      }
    }
  }
}
