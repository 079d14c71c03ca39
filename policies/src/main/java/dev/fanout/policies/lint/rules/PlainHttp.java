package dev.fanout.policies.lint.rules;

import dev.fanout.diagnostics.Severity;
import dev.fanout.diagnostics.SourceSpan;
import dev.fanout.policies.lint.DocumentRule;
import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.lint.LintedDocument;
import dev.fanout.policies.lint.PlacedElement;
import dev.fanout.policies.lint.RuleDescription;
import dev.fanout.policies.syntax.ElementText;
import java.util.Locale;
import java.util.regex.Pattern;

final class PlainHttp implements DocumentRule {
  private static final RuleDescription DESCRIPTION =
      new RuleDescription(
          "PLAIN_HTTP",
          Severity.INFO,
          "The connection is not encrypted",
          "What the gateway sends to an `http://` address, credentials included, can "
              + "be read on the way. Loopback addresses are not reported.",
          """
          <fragment>
              <set-backend-service base-url="«http://legacy.contoso.com/v1»" />
          </fragment>
          """,
          """
          <fragment>
              <set-backend-service base-url="https://legacy.contoso.com/v1" />
          </fragment>
          """);

  private static final Pattern LOOPBACK =
      Pattern.compile("http://(localhost|127\\.[0-9.]+|\\[::1\\])([:/].*)?");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public void check(LintedDocument document, Findings findings) {
    for (PlacedElement element : document.elements()) {
      if (element.isNamed("set-backend-service")) {
        element
            .node()
            .attribute("base-url")
            .filter(url -> !url.isExpression() && isPlain(url.value()))
            .ifPresent(url -> report(Spans.stripped(url.valueSpan()), findings));
      } else if (element.isNamed("set-url")) {
        ElementText text = element.node().text();
        if (!text.isExpression() && isPlain(text.value())) {
          report(Spans.stripped(text.span()), findings);
        }
      }
    }
  }

  private static void report(SourceSpan span, Findings findings) {
    findings.add(span, "the connection is not encrypted", "use https if the server has it");
  }

  private static boolean isPlain(String url) {
    String lower = url.strip().toLowerCase(Locale.ROOT);
    return lower.startsWith("http://") && !LOOPBACK.matcher(lower).matches();
  }
}
