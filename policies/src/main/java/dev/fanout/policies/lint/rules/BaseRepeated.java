package dev.fanout.policies.lint.rules;

import dev.fanout.diagnostics.Severity;
import dev.fanout.policies.lint.DocumentRule;
import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.lint.LintedDocument;
import dev.fanout.policies.lint.RuleDescription;
import dev.fanout.policies.syntax.ElementNode;
import java.util.List;

final class BaseRepeated implements DocumentRule {
  private static final RuleDescription DESCRIPTION =
      new RuleDescription(
          "BASE_REPEATED",
          Severity.WARNING,
          "`<base/>` twice in one section",
          "Each `<base/>` is replaced by the policies of the outer scopes, so they run twice:"
              + " counters count twice, headers are appended twice.",
          """
          <policies>
              <inbound>
                  <base />
                  <set-header name="x-source" exists-action="append">
                      <value>api</value>
                  </set-header>
                  <«base» />
              </inbound>
          </policies>
          """,
          """
          <policies>
              <inbound>
                  <base />
                  <set-header name="x-source" exists-action="append">
                      <value>api</value>
                  </set-header>
              </inbound>
          </policies>
          """);

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public void check(LintedDocument document, Findings findings) {
    for (ElementNode section : document.sections().values()) {
      List<ElementNode> bases = section.elements("base");
      bases.stream()
          .skip(1)
          .forEach(
              base ->
                  findings.add(
                      base.nameSpan(),
                      "a second <base/> runs the policies of the outer scopes once more"));
    }
  }
}
