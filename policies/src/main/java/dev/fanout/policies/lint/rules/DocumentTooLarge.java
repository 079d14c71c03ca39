package dev.fanout.policies.lint.rules;

import dev.fanout.diagnostics.Severity;
import dev.fanout.policies.lint.DocumentRule;
import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.lint.LintedDocument;
import dev.fanout.policies.lint.RuleDescription;
import dev.fanout.policies.model.Tier;
import java.nio.charset.StandardCharsets;

final class DocumentTooLarge implements DocumentRule {
  private static final RuleDescription DESCRIPTION =
      new RuleDescription(
          "DOCUMENT_TOO_LARGE",
          Severity.ERROR,
          "The service takes no document of this size",
          "A policy document may have 256 KiB (16 KiB on the Consumption tier), a "
              + "fragment 512 KiB, in UTF-8. Move parts into fragments, or long texts into "
              + "named values.",
          """
          <«policies»>
              <inbound>
                  <base />
                  <set-body>⟦262,144 × "x"⟧</set-body>
              </inbound>
          </policies>
          """,
          """
          <policies>
              <inbound>
                  <base />
                  <set-body>⟦200,000 × "x"⟧</set-body>
              </inbound>
          </policies>
          """);

  private static final int DOCUMENT_BYTES = 256 << 10;
  private static final int FRAGMENT_BYTES = 512 << 10;

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public void check(LintedDocument document, Findings findings) {
    int bytes = document.document().source().text().getBytes(StandardCharsets.UTF_8).length;
    int longest =
        document.isFragment()
            ? FRAGMENT_BYTES
            : document.tier().map(Tier::longestDocumentBytes).orElse(DOCUMENT_BYTES);
    if (bytes > longest) {
      document
          .document()
          .tree()
          .root()
          .ifPresent(
              root ->
                  findings.add(
                      root.nameSpan(),
                      "the document has " + bytes + " bytes, and the service takes " + longest));
    }
  }
}
