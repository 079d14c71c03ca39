package dev.fanout.policies.lint.rules;

import dev.fanout.diagnostics.Severity;
import dev.fanout.policies.lint.DocumentRule;
import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.lint.LintedDocument;
import dev.fanout.policies.lint.RuleDescription;
import java.util.Map;

final class JwtCheckOff implements DocumentRule {
  private static final RuleDescription DESCRIPTION =
      new RuleDescription(
          "JWT_CHECK_OFF",
          Severity.WARNING,
          "A check of the token is switched off",
          "`require-signed-tokens=\"false\"` lets anybody write a token, "
              + "`require-expiration-time=\"false\"` lets one live for ever.",
          """
          <fragment>
              <validate-jwt header-name="Authorization" «require-signed-tokens="false"»>
                  <openid-config url="https://login.contoso.com/.well-known/openid-configuration" />
                  <audiences>
                      <audience>api://orders</audience>
                  </audiences>
              </validate-jwt>
          </fragment>
          """,
          """
          <fragment>
              <validate-jwt header-name="Authorization" require-signed-tokens="true">
                  <openid-config url="https://login.contoso.com/.well-known/openid-configuration" />
                  <audiences>
                      <audience>api://orders</audience>
                  </audiences>
              </validate-jwt>
          </fragment>
          """);

  private static final Map<String, String> CHECKS =
      Map.of(
          "require-signed-tokens", "unsigned tokens are accepted",
          "require-expiration-time", "tokens without an expiration time are accepted");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public void check(LintedDocument document, Findings findings) {
    document
        .policies("validate-jwt")
        .forEach(
            policy ->
                CHECKS.forEach(
                    (attribute, message) -> {
                      if (policy.has(attribute, "false")) {
                        policy
                            .node()
                            .attribute(attribute)
                            .ifPresent(node -> findings.add(node.span(), message));
                      }
                    }));
  }
}
