package dev.fanout.policies.lint.rules;

import dev.fanout.diagnostics.Severity;
import dev.fanout.policies.lint.DocumentRule;
import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.lint.LintedDocument;
import dev.fanout.policies.lint.RuleDescription;
import dev.fanout.policies.syntax.ElementNode;
import java.util.ArrayList;
import java.util.List;

/** Only what happens on every way through is counted. */
final class ForwardedTwice implements DocumentRule {
  private static final RuleDescription DESCRIPTION =
      new RuleDescription(
          "FORWARDED_TWICE",
          Severity.WARNING,
          "The request is sent to the backend twice",
          "Each `<forward-request/>` that runs calls the backend, and the last response wins."
              + " `<base/>` in the backend section counts: the global document forwards, unless it"
              + " was changed. Keep one of them.",
          """
          <policies>
              <backend>
                  <base />
                  <«forward-request» timeout="20" />
              </backend>
          </policies>
          """,
          """
          <policies>
              <backend>
                  <forward-request timeout="20" />
              </backend>
          </policies>
          """);

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public void check(LintedDocument document, Findings findings) {
    for (ElementNode section : document.sections().values()) {
      report(section, section.name().equals("backend") && !document.inEstate(), findings);
    }
    if (document.isFragment()) {
      document.document().tree().root().ifPresent(root -> report(root, false, findings));
    }
  }

  private static void report(ElementNode container, boolean baseForwards, Findings findings) {
    List<ElementNode> forwards = certain(container, baseForwards);
    if (forwards.size() > 1) {
      ElementNode second = forwards.get(1);
      findings.add(
          second.nameSpan(),
          "<"
              + forwards.get(0).name()
              + "> has already sent the request to the backend; this sends it again");
    }
  }

  /** What sends the request on every way through the container, in order. */
  private static List<ElementNode> certain(ElementNode container, boolean baseForwards) {
    List<ElementNode> all = new ArrayList<>();
    for (ElementNode policy : container.elements()) {
      switch (policy.name()) {
        case "forward-request" -> all.add(policy);
        case "base" -> {
          if (baseForwards) {
            all.add(policy);
          }
        }
        case "block", "limit-concurrency", "retry", "wait" ->
            all.addAll(certain(policy, baseForwards));
        case "choose" -> all.addAll(inEveryBranch(policy, baseForwards));
        default -> {}
      }
    }
    return all;
  }

  private static List<ElementNode> inEveryBranch(ElementNode choose, boolean baseForwards) {
    boolean complete = !choose.elements("otherwise").isEmpty();
    List<ElementNode> shortest = List.of();
    for (ElementNode branch : choose.elements()) {
      List<ElementNode> forwards = certain(branch, baseForwards);
      if (forwards.isEmpty()) {
        return List.of();
      }
      shortest = shortest.isEmpty() || forwards.size() < shortest.size() ? forwards : shortest;
    }
    return complete ? shortest : List.of();
  }
}
