package dev.fanout.policies.lint.rules;

import dev.fanout.diagnostics.Severity;
import dev.fanout.policies.lint.DocumentRule;
import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.lint.LintedDocument;
import dev.fanout.policies.lint.PlacedElement;
import dev.fanout.policies.lint.RuleDescription;

final class SendRequestWithoutUrl implements DocumentRule {
  private static final RuleDescription DESCRIPTION =
      new RuleDescription(
          "SEND_REQUEST_WITHOUT_URL",
          Severity.ERROR,
          "The request has no URL",
          "With `mode=\"new\"` (the default) a request is built from nothing, so "
              + "`<set-url>` must say where it goes. Only `mode=\"copy\"` takes the URL of "
              + "the current request.",
          """
          <fragment>
              <«send-request» mode="new" response-variable-name="answer">
                  <set-method>GET</set-method>
              </send-request>
          </fragment>
          """,
          """
          <fragment>
              <send-request mode="new" response-variable-name="answer">
                  <set-url>https://tokens.contoso.com/</set-url>
                  <set-method>GET</set-method>
              </send-request>
          </fragment>
          """);

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public void check(LintedDocument document, Findings findings) {
    document
        .policies("send-request", "send-one-way-request")
        .filter(policy -> policy.node().elements("set-url").isEmpty())
        .filter(policy -> isNew(policy))
        .forEach(
            policy ->
                findings.add(
                    policy.node().nameSpan(),
                    "a new request needs <set-url>",
                    "or write mode=\"copy\" to send the current request"));
  }

  private static boolean isNew(PlacedElement policy) {
    return policy.node().attribute("mode").isEmpty() || policy.has("mode", "new");
  }
}
