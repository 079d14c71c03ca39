package dev.fanout.policies.lint.rules;

import dev.fanout.diagnostics.Severity;
import dev.fanout.policies.lint.DocumentRule;
import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.lint.LintedDocument;
import dev.fanout.policies.lint.RuleDescription;
import dev.fanout.policies.model.Scope;

final class BaseAtGlobalScope implements DocumentRule {
  private static final RuleDescription DESCRIPTION =
      new RuleDescription(
          "BASE_AT_GLOBAL_SCOPE",
          Severity.INFO,
          "`<base/>` does nothing in the global document",
          "Nothing stands outside the global scope, so there is nothing to inherit. Harmless, but"
              + " the global `<backend>` needs its own `<forward-request/>`.",
          """
          === named values/region/namedValueInformation.json
          { "properties": { "displayName": "region", "value": "west" } }
          === policy.xml
          <policies>
              <inbound>
                  <«base» />
              </inbound>
              <backend>
                  <forward-request />
              </backend>
          </policies>
          """,
          """
          === named values/region/namedValueInformation.json
          { "properties": { "displayName": "region", "value": "west" } }
          === policy.xml
          <policies>
              <inbound />
              <backend>
                  <forward-request />
              </backend>
          </policies>
          """);

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public void check(LintedDocument document, Findings findings) {
    if (document.scope().filter(Scope.GLOBAL::equals).isPresent()) {
      document
          .policies("base")
          .forEach(base -> findings.add(base.node().nameSpan(), "<base> has no effect here"));
    }
  }
}
