package dev.fanout.policies.lint.rules;

import dev.fanout.diagnostics.Severity;
import dev.fanout.policies.lint.DocumentRule;
import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.lint.LintedDocument;
import dev.fanout.policies.lint.PlacedElement;
import dev.fanout.policies.lint.RuleDescription;
import java.util.List;

final class ClientCertificateNotValidated implements DocumentRule {
  private static final RuleDescription DESCRIPTION =
      new RuleDescription(
          "CLIENT_CERTIFICATE_NOT_VALIDATED",
          Severity.WARNING,
          "A check of the client certificate is switched off",
          "With `validate-trust=\"false\"` anybody can make a certificate that is "
              + "accepted, unless `<identities>` names its thumbprint; the other three let "
              + "expired, future or revoked ones in.",
          """
          <fragment>
              <validate-client-certificate «validate-trust="false"» />
          </fragment>
          """,
          """
          <fragment>
              <validate-client-certificate validate-trust="true" />
          </fragment>
          """);

  private static final List<String> CHECKS =
      List.of("validate-trust", "validate-revocation", "validate-not-before", "validate-not-after");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public void check(LintedDocument document, Findings findings) {
    document
        .policies("validate-client-certificate")
        .filter(policy -> !isPinned(policy))
        .forEach(
            policy ->
                CHECKS.stream()
                    .filter(check -> policy.has(check, "false"))
                    .flatMap(check -> policy.node().attribute(check).stream())
                    .forEach(
                        attribute ->
                            findings.add(
                                attribute.span(), "'" + attribute.name() + "' is switched off")));
  }

  private static boolean isPinned(PlacedElement policy) {
    return policy.node().elements("identities").stream()
        .flatMap(identities -> identities.elements("identity").stream())
        .anyMatch(identity -> identity.attribute("thumbprint").isPresent());
  }
}
