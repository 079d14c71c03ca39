package dev.fanout.policies.lint.rules;

import dev.fanout.diagnostics.Severity;
import dev.fanout.policies.lint.DocumentRule;
import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.lint.LintedDocument;
import dev.fanout.policies.lint.Placeholders;
import dev.fanout.policies.lint.RuleDescription;
import java.util.Locale;
import java.util.regex.Pattern;

final class CorsOriginNeverMatches implements DocumentRule {
  private static final RuleDescription DESCRIPTION =
      new RuleDescription(
          "CORS_ORIGIN_NEVER_MATCHES",
          Severity.WARNING,
          "The origin is none, so it never matches",
          "A browser sends scheme, host and port as the origin: no path, and no "
              + "slash at the end.",
          """
          <fragment>
              <cors>
                  <allowed-origins>
                      <origin>«https://portal.contoso.com/»</origin>
                  </allowed-origins>
                  <allowed-headers>
                      <header>*</header>
                  </allowed-headers>
              </cors>
          </fragment>
          """,
          """
          <fragment>
              <cors>
                  <allowed-origins>
                      <origin>https://portal.contoso.com</origin>
                  </allowed-origins>
                  <allowed-headers>
                      <header>*</header>
                  </allowed-headers>
              </cors>
          </fragment>
          """);

  private static final Pattern WITH_PATH = Pattern.compile("[a-z][a-z0-9+.-]*://[^/]*/.*");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public void check(LintedDocument document, Findings findings) {
    document
        .policies("cors")
        .flatMap(cors -> cors.node().elements("allowed-origins").stream())
        .flatMap(origins -> origins.elements("origin").stream())
        .map(origin -> origin.text())
        .filter(text -> !text.isExpression() && !Placeholders.isTemplate(text.value()))
        .filter(text -> WITH_PATH.matcher(text.value().strip().toLowerCase(Locale.ROOT)).matches())
        .forEach(
            text ->
                findings.add(
                    Spans.stripped(text.span()),
                    "an origin has no path and no slash at its end, so this never matches"));
  }
}
