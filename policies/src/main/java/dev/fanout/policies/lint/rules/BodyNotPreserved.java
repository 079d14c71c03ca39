package dev.fanout.policies.lint.rules;

import dev.fanout.diagnostics.Severity;
import dev.fanout.expressions.syntax.ExpressionSyntax;
import dev.fanout.policies.lint.DocumentRule;
import dev.fanout.policies.lint.ExpressionTree;
import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.lint.LintedDocument;
import dev.fanout.policies.lint.PlacedElement;
import dev.fanout.policies.lint.PlacedExpression;
import dev.fanout.policies.lint.RuleDescription;
import dev.fanout.policies.lint.Termination;
import dev.fanout.policies.model.SectionName;
import dev.fanout.policies.syntax.ElementNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class BodyNotPreserved implements DocumentRule {
  private static final RuleDescription DESCRIPTION =
      new RuleDescription(
          "BODY_NOT_PRESERVED",
          Severity.WARNING,
          "Reading the body consumes it",
          "`Body.As<T>()` takes the body out of the message: the backend (or the caller) gets an"
              + " empty one, and the next read fails. Write `As<T>(preserveContent: true)`, unless a"
              + " later `set-body` replaces the body anyway; then nothing is reported.",
          """
          <policies>
              <inbound>
                  <base />
                  <set-variable name="length" value="@(«context.Request.Body.As<string>()».Length)" />
              </inbound>
          </policies>
          """,
          """
          <policies>
              <inbound>
                  <base />
                  <set-variable name="length" value="@(context.Request.Body.As<string>(preserveContent: true).Length)" />
              </inbound>
          </policies>
          """);

  private static final Set<String> READS = Set.of("As", "AsFormUrlEncodedContent");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public void check(LintedDocument document, Findings findings) {
    for (PlacedExpression placed : document.expressions()) {
      Optional<ExpressionTree> tree = placed.tree();
      if (tree.isEmpty() || placed.owner().isNamed("set-body")) {
        continue;
      }
      tree.get().nodes().stream()
          .filter(ExpressionSyntax.Call.class::isInstance)
          .map(ExpressionSyntax.Call.class::cast)
          .filter(call -> consumes(tree.get(), call, placed.owner().section()))
          .findFirst()
          .filter(call -> bodyIsNeeded(document, placed.owner()))
          .ifPresent(
              call ->
                  findings.add(
                      tree.get().span(call),
                      "the body is consumed here, and nobody can read it afterwards",
                      "write preserveContent: true between the parentheses"));
    }
  }

  private static boolean consumes(
      ExpressionTree tree, ExpressionSyntax.Call call, Optional<SectionName> section) {
    Optional<ExpressionSyntax.Member> method = ExpressionTree.method(call);
    if (method.isEmpty() || !READS.contains(method.get().name()) || !call.arguments().isEmpty()) {
      return false;
    }
    String body = tree.path(method.get().target()).orElse("");
    boolean request = body.equals("context.Request.Body");
    boolean response = body.equals("context.Response.Body");
    return switch (section.orElse(request ? SectionName.INBOUND : SectionName.OUTBOUND)) {
      case INBOUND, BACKEND -> request;
      case OUTBOUND -> response;
      case ON_ERROR -> false;
    };
  }

  /** Is there neither a new body later on, nor an answer that needs none? */
  private static boolean bodyIsNeeded(LintedDocument document, PlacedElement owner) {
    int offset = owner.node().span().start();
    boolean replaced =
        document
            .policies("set-body")
            .anyMatch(
                later ->
                    later.node().span().start() > offset
                        && later.section().equals(owner.section()));
    ElementNode policy = owner.policy();
    boolean answers = policy != null && policy.name().equals("return-response");
    return !replaced && !answers && !endsLater(owner.node());
  }

  private static boolean endsLater(ElementNode node) {
    for (ElementNode at = node; at.parent().isPresent(); at = at.parent().get()) {
      List<ElementNode> siblings = at.parent().get().elements();
      if (siblings.stream().skip(siblings.indexOf(at) + 1L).anyMatch(Termination::isCertain)) {
        return true;
      }
    }
    return false;
  }
}
