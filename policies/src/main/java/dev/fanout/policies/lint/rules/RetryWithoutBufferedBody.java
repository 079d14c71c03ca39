package dev.fanout.policies.lint.rules;

import dev.fanout.diagnostics.Severity;
import dev.fanout.policies.lint.DocumentRule;
import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.lint.LintedDocument;
import dev.fanout.policies.lint.PlacedElement;
import dev.fanout.policies.lint.RuleDescription;
import dev.fanout.policies.syntax.ElementNode;
import java.util.Optional;
import java.util.stream.Stream;

final class RetryWithoutBufferedBody implements DocumentRule {
  private static final RuleDescription DESCRIPTION =
      new RuleDescription(
          "RETRY_WITHOUT_BUFFERED_BODY",
          Severity.WARNING,
          "A retry cannot send the body again",
          "The request body streams through the gateway, so a second "
              + "`forward-request` has none to send: every retry of a POST fails or sends "
              + "an empty body. Set `buffer-request-body=\"true\"`.",
          """
          <policies>
              <backend>
                  <retry condition="@(context.Response.StatusCode == 503)" count="3" interval="1">
                      <«forward-request» />
                  </retry>
              </backend>
          </policies>
          """,
          """
          <policies>
              <backend>
                  <retry condition="@(context.Response.StatusCode == 503)" count="3" interval="1">
                      <forward-request buffer-request-body="true" />
                  </retry>
              </backend>
          </policies>
          """);

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public void check(LintedDocument document, Findings findings) {
    document
        .policies("forward-request")
        .filter(forward -> isRetried(forward.node()))
        .filter(forward -> !isBuffered(forward))
        .forEach(
            forward ->
                findings.add(
                    forward.node().nameSpan(),
                    "the request is sent again by <retry>, but its body is gone after the first time",
                    "write buffer-request-body=\"true\""));
  }

  private static boolean isBuffered(PlacedElement forward) {
    return forward.has("buffer-request-body", "true")
        || forward
            .node()
            .attribute("buffer-request-body")
            .filter(a -> a.isExpression())
            .isPresent();
  }

  private static boolean isRetried(ElementNode node) {
    return Stream.iterate(node.parent(), Optional::isPresent, parent -> parent.get().parent())
        .anyMatch(parent -> parent.get().name().equals("retry"));
  }
}
