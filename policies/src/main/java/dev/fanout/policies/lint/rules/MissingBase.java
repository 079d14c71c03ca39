package dev.fanout.policies.lint.rules;

import dev.fanout.diagnostics.Severity;
import dev.fanout.policies.lint.DocumentRule;
import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.lint.LintedDocument;
import dev.fanout.policies.lint.RuleDescription;
import dev.fanout.policies.model.Scope;
import dev.fanout.policies.syntax.ElementNode;

final class MissingBase implements DocumentRule {
  private static final RuleDescription DESCRIPTION =
      new RuleDescription(
          "MISSING_BASE",
          Severity.INFO,
          "The section has no `<base/>`, others of the document do",
          "Without `<base/>` a section runs none of the policies of the scopes outside: global,"
              + " workspace, product, API. That can be meant; often it is a slip, since the other"
              + " sections of the document inherit. In an estate `OUTER_POLICIES_CUT_OFF` says what"
              + " exactly is lost.",
          """
          <policies>
              <inbound>
                  <base />
              </inbound>
              <«outbound»>
                  <set-header name="x-powered-by" exists-action="delete" />
              </outbound>
          </policies>
          """,
          """
          <policies>
              <inbound>
                  <base />
              </inbound>
              <outbound>
                  <base />
                  <set-header name="x-powered-by" exists-action="delete" />
              </outbound>
          </policies>
          """);

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public void check(LintedDocument document, Findings findings) {
    if (document.inEstate() || document.scope().filter(Scope.GLOBAL::equals).isPresent()) {
      return;
    }
    boolean inherits = document.sections().values().stream().anyMatch(MissingBase::hasBase);
    for (ElementNode section : document.sections().values()) {
      if (inherits && !hasBase(section)) {
        findings.add(
            section.nameSpan(),
            "<" + section.name() + "> has no <base/>, so no policy of an outer scope runs in it");
      }
    }
  }

  private static boolean hasBase(ElementNode section) {
    return !section.elements("base").isEmpty();
  }
}
