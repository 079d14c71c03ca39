package dev.fanout.policies.lint.rules;

import dev.fanout.diagnostics.Severity;
import dev.fanout.policies.lint.DocumentRule;
import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.lint.LintedDocument;
import dev.fanout.policies.lint.PlacedElement;
import dev.fanout.policies.lint.RuleDescription;

final class JwtWithoutIssuer implements DocumentRule {
  private static final RuleDescription DESCRIPTION =
      new RuleDescription(
          "JWT_WITHOUT_ISSUER",
          Severity.WARNING,
          "Tokens of any issuer are accepted",
          "With keys in the policy and no `<issuers>`, whoever holds one of the keys "
              + "can issue tokens in any name. An `<openid-config>` brings the issuer "
              + "along, so nothing is reported beside one.",
          """
          <fragment>
              <«validate-jwt» header-name="Authorization">
                  <issuer-signing-keys>
                      <key>{{signing-key}}</key>
                  </issuer-signing-keys>
                  <audiences>
                      <audience>api://orders</audience>
                  </audiences>
              </validate-jwt>
          </fragment>
          """,
          """
          <fragment>
              <validate-jwt header-name="Authorization">
                  <issuer-signing-keys>
                      <key>{{signing-key}}</key>
                  </issuer-signing-keys>
                  <audiences>
                      <audience>api://orders</audience>
                  </audiences>
                  <issuers>
                      <issuer>https://login.contoso.com/</issuer>
                  </issuers>
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
        .filter(node -> node.elements("issuers").isEmpty())
        .filter(node -> node.elements("openid-config").isEmpty())
        .filter(node -> !Claims.requires(node, "iss"))
        .forEach(
            node ->
                findings.add(
                    node.nameSpan(),
                    "the token's issuer is not checked",
                    "name it in <issuers>, or point to it with <openid-config>"));
  }
}
