package dev.fanout.policies.lint.rules;

import dev.fanout.diagnostics.Severity;
import dev.fanout.policies.lint.DocumentRule;
import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.lint.LintedDocument;
import dev.fanout.policies.lint.PlacedElement;
import dev.fanout.policies.lint.RuleDescription;
import java.util.Locale;
import java.util.Set;

final class HeaderCannotBeSet implements DocumentRule {
  private static final RuleDescription DESCRIPTION =
      new RuleDescription(
          "HEADER_CANNOT_BE_SET",
          Severity.WARNING,
          "The gateway does not let this header be set",
          "`Connection`, `Content-Length`, `Keep-Alive` and `Transfer-Encoding` "
              + "belong to the connection; the gateway sets them itself.",
          """
          <fragment>
              <set-header name="«Content-Length»" exists-action="override">
                  <value>0</value>
              </set-header>
          </fragment>
          """,
          """
          <fragment>
              <set-header name="Content-Type" exists-action="override">
                  <value>text/plain</value>
              </set-header>
          </fragment>
          """);

  private static final Set<String> FIXED =
      Set.of("connection", "content-length", "keep-alive", "transfer-encoding");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public void check(LintedDocument document, Findings findings) {
    for (PlacedElement element : document.elements()) {
      if (element.isNamed("set-header")
          && element.literal("name").filter(HeaderCannotBeSet::isFixed).isPresent()) {
        element
            .node()
            .attribute("name")
            .ifPresent(
                name ->
                    findings.add(
                        name.valueSpan(), "the gateway sets '" + name.value() + "' itself"));
      }
    }
  }

  private static boolean isFixed(String name) {
    return FIXED.contains(name.toLowerCase(Locale.ROOT));
  }
}
