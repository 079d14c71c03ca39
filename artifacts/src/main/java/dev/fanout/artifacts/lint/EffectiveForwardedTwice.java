package dev.fanout.artifacts.lint;

import dev.fanout.artifacts.EffectiveStep;
import dev.fanout.diagnostics.SourceSpan;
import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.lint.RuleDescription;
import dev.fanout.policies.lint.rules.DocumentRuleBook;
import dev.fanout.policies.model.SectionName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What one document cannot see: {@code <base/>} brings a forward-request, and there is another. */
final class EffectiveForwardedTwice implements EstateRule {
  private static final RuleDescription DESCRIPTION =
      DocumentRuleBook.rules().stream()
          .map(rule -> rule.description())
          .filter(description -> description.code().equals("FORWARDED_TWICE"))
          .findFirst()
          .orElseThrow();

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public void check(LintedEstate estate, Findings findings) {
    Set<SourceSpan> seen = new HashSet<>();
    RequestFlows.forEach(
        estate,
        run -> {
          List<EffectiveStep> forwards =
              run.policy().section(SectionName.BACKEND).stream()
                  .filter(step -> step.policy().elementName().equals("forward-request"))
                  .toList();
          forwards.stream()
              .skip(1)
              .filter(step -> !step.file().equals(forwards.get(0).file()))
              .flatMap(step -> step.policy().node().stream())
              .map(node -> node.nameSpan())
              .filter(seen::add)
              .forEach(
                  span ->
                      findings.add(
                          span,
                          "<base/> has already sent the request to the backend; this sends it again"
                              + " (operation "
                              + run.operationName()
                              + ")"));
        });
  }
}
