package dev.fanout.policies.lint.rules;

import dev.fanout.diagnostics.Severity;
import dev.fanout.policies.lint.DocumentRule;
import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.lint.LintedDocument;
import dev.fanout.policies.lint.RuleDescription;

final class RetryHoldsWait implements DocumentRule {
  private static final RuleDescription DESCRIPTION =
      new RuleDescription(
          "RETRY_HOLDS_WAIT",
          Severity.WARNING,
          "A retry must not hold a wait",
          "The documentation of `retry` excludes `wait` among the policies in it. "
              + "Put the `retry` into the `wait`, or repeat the calls one by one.",
          """
          <fragment>
              <retry condition="@(context.Response.StatusCode == 503)" count="3" interval="1">
                  <«wait» for="all">
                      <cache-lookup-value key="a" variable-name="a" />
                  </wait>
              </retry>
          </fragment>
          """,
          """
          <fragment>
              <retry condition="@(context.Response.StatusCode == 503)" count="3" interval="1">
                  <cache-lookup-value key="a" variable-name="a" />
              </retry>
          </fragment>
          """);

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public void check(LintedDocument document, Findings findings) {
    document
        .policies("wait")
        .filter(wait -> wait.node().parent().filter(p -> p.name().equals("retry")).isPresent())
        .forEach(wait -> findings.add(wait.node().nameSpan(), "<retry> must not hold <wait>"));
  }
}
