package dev.fanout.policies.lint.rules;

import dev.fanout.diagnostics.Severity;
import dev.fanout.policies.lint.DocumentRule;
import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.lint.LintedDocument;
import dev.fanout.policies.lint.PlacedElement;
import dev.fanout.policies.lint.RuleDescription;
import dev.fanout.policies.model.ElementDefinition;
import dev.fanout.policies.model.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

final class WrongScope implements DocumentRule {
  private static final RuleDescription DESCRIPTION =
      new RuleDescription(
          "WRONG_SCOPE",
          Severity.WARNING,
          "The policy is not documented for this scope",
          "Each policy has a page that lists the scopes it is for. Elsewhere the service refuses the"
              + " document, or the policy does nothing. The scope is known from the place of the"
              + " file in an estate.",
          """
          === apis/orders/policy.xml
          <policies>
              <inbound>
                  <base />
                  <«quota» calls="1000" renewal-period="3600" />
              </inbound>
          </policies>
          """,
          """
          === products/gold/policy.xml
          <policies>
              <inbound>
                  <base />
                  <quota calls="1000" renewal-period="3600" />
              </inbound>
          </policies>
          """);

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public void check(LintedDocument document, Findings findings) {
    document.scope().ifPresent(scope -> check(document, scope, findings));
  }

  private static void check(LintedDocument document, Scope scope, Findings findings) {
    for (PlacedElement element : document.elements()) {
      if (!element.isPolicy() || element.isNamed("base") && scope == Scope.GLOBAL) {
        continue;
      }
      List<Scope> scopes =
          element
              .definition()
              .flatMap(ElementDefinition::placement)
              .map(placement -> Arrays.asList(placement.scopes()))
              .orElse(List.of());
      if (!scopes.isEmpty() && !scopes.contains(scope)) {
        findings.add(
            element.node().nameSpan(),
            "<" + element.node().name() + "> is not documented for the " + name(scope) + " scope",
            "it is for " + scopes.stream().map(WrongScope::name).collect(Collectors.joining(", ")));
      }
    }
  }

  private static String name(Scope scope) {
    return scope.name().toLowerCase(Locale.ROOT);
  }
}
