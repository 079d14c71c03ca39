package dev.fanout.policies.lint.rules;

import dev.fanout.diagnostics.Severity;
import dev.fanout.policies.lint.DocumentRule;
import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.lint.LintedDocument;
import dev.fanout.policies.lint.PlacedElement;
import dev.fanout.policies.lint.RuleDescription;
import java.util.Set;

final class EntraTokenOfAnyApplication implements DocumentRule {
  private static final RuleDescription DESCRIPTION =
      new RuleDescription(
          "ENTRA_TOKEN_OF_ANY_APPLICATION",
          Severity.WARNING,
          "Any application of the tenant is let in",
          "`validate-azure-ad-token` without `<audiences>`, "
              + "`<client-application-ids>`, `<backend-application-ids>` or "
              + "`<required-claims>` accepts every token of the tenant.",
          """
          <fragment>
              <«validate-azure-ad-token» tenant-id="contoso.onmicrosoft.com" />
          </fragment>
          """,
          """
          <fragment>
              <validate-azure-ad-token tenant-id="contoso.onmicrosoft.com">
                  <audiences>
                      <audience>api://orders</audience>
                  </audiences>
              </validate-azure-ad-token>
          </fragment>
          """);

  private static final Set<String> NARROW =
      Set.of("audiences", "client-application-ids", "backend-application-ids", "required-claims");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public void check(LintedDocument document, Findings findings) {
    document
        .policies("validate-azure-ad-token")
        .map(PlacedElement::node)
        .filter(node -> node.elements().stream().noneMatch(e -> NARROW.contains(e.name())))
        .forEach(
            node ->
                findings.add(
                    node.nameSpan(),
                    "every token of the tenant is accepted",
                    "name the audiences or the client applications"));
  }
}
