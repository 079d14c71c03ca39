package dev.fanout.policies.lint.rules;

import dev.fanout.diagnostics.Severity;
import dev.fanout.policies.lint.DocumentRule;
import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.lint.LintedDocument;
import dev.fanout.policies.lint.RuleDescription;

final class CorsWildcardWithCredentials implements DocumentRule {
  private static final RuleDescription DESCRIPTION =
      new RuleDescription(
          "CORS_WILDCARD_WITH_CREDENTIALS",
          Severity.WARNING,
          "Any site may act in the name of a signed-in user",
          "`allow-credentials=\"true\"` with the origin `*`: browsers refuse the "
              + "literal combination, and a gateway that echoes the origin instead opens "
              + "the API, cookies included, to every site. List the origins.",
          """
          <fragment>
              <cors allow-credentials="true">
                  <allowed-origins>
                      «<origin>*</origin>»
                  </allowed-origins>
                  <allowed-headers>
                      <header>content-type</header>
                  </allowed-headers>
              </cors>
          </fragment>
          """,
          """
          <fragment>
              <cors allow-credentials="true">
                  <allowed-origins>
                      <origin>https://portal.contoso.com</origin>
                  </allowed-origins>
                  <allowed-headers>
                      <header>content-type</header>
                  </allowed-headers>
              </cors>
          </fragment>
          """);

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public void check(LintedDocument document, Findings findings) {
    document
        .policies("cors")
        .filter(cors -> cors.has("allow-credentials", "true"))
        .flatMap(cors -> cors.node().elements("allowed-origins").stream())
        .flatMap(origins -> origins.elements("origin").stream())
        .filter(origin -> origin.text().value().strip().equals("*"))
        .forEach(
            origin ->
                findings.add(
                    origin.span(),
                    "all origins are allowed, with credentials",
                    "list the origins, or leave out allow-credentials"));
  }
}
