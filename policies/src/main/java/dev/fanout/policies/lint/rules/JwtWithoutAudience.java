package dev.fanout.policies.lint.rules;

import dev.fanout.diagnostics.Severity;
import dev.fanout.policies.lint.DocumentRule;
import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.lint.LintedDocument;
import dev.fanout.policies.lint.PlacedElement;
import dev.fanout.policies.lint.RuleDescription;

final class JwtWithoutAudience implements DocumentRule {
  private static final RuleDescription DESCRIPTION =
      new RuleDescription(
          "JWT_WITHOUT_AUDIENCE",
          Severity.WARNING,
          "Tokens for other applications are accepted",
          "Without `<audiences>` (or a required claim `aud`) any token of the issuer "
              + "is good enough, also one that was issued for another application and "
              + "leaked there.",
          """
          <fragment>
              <«validate-jwt» header-name="Authorization">
                  <openid-config url="https://login.contoso.com/.well-known/openid-configuration" />
              </validate-jwt>
          </fragment>
          """,
          """
          <fragment>
              <validate-jwt header-name="Authorization">
                  <openid-config url="https://login.contoso.com/.well-known/openid-configuration" />
                  <audiences>
                      <audience>api://orders</audience>
                  </audiences>
              </validate-jwt>
          </fragment>
          """);

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public void check(LintedDocument document, Findings findings) {
    document
        .policies("validate-jwt")
        .map(PlacedElement::node)
        .filter(node -> node.elements("audiences").isEmpty())
        .filter(node -> !Claims.requires(node, "aud"))
        .forEach(
            node ->
                findings.add(
                    node.nameSpan(),
                    "the token's audience is not checked",
                    "name the audiences of this API in <audiences>"));
  }
}
