package dev.fanout.policies.lint.rules;

import dev.fanout.diagnostics.Severity;
import dev.fanout.policies.lint.DocumentRule;
import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.lint.LintedDocument;
import dev.fanout.policies.lint.RuleDescription;
import dev.fanout.policies.model.SectionName;
import java.util.Map;

final class CacheStoreWithoutLookup implements DocumentRule {
  private static final RuleDescription DESCRIPTION =
      new RuleDescription(
          "CACHE_STORE_WITHOUT_LOOKUP",
          Severity.WARNING,
          "The response is stored, and never looked up",
          "`cache-store` in outbound stores only what a `cache-lookup` in inbound "
              + "asked for. Without one in the document, and nothing inherited or included "
              + "in inbound, it does nothing.",
          """
          <policies>
              <inbound>
                  <set-variable name="a" value="b" />
              </inbound>
              <outbound>
                  <«cache-store» duration="60" />
              </outbound>
          </policies>
          """,
          """
          <policies>
              <inbound>
                  <cache-lookup vary-by-developer="false" vary-by-developer-groups="false" />
              </inbound>
              <outbound>
                  <cache-store duration="60" />
              </outbound>
          </policies>
          """);

  private static final Map<String, String> LOOKUP_OF =
      Map.of(
          "cache-store", "cache-lookup",
          "llm-semantic-cache-store", "llm-semantic-cache-lookup",
          "azure-openai-semantic-cache-store", "azure-openai-semantic-cache-lookup");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public void check(LintedDocument document, Findings findings) {
    if (!document.sections().containsKey(SectionName.INBOUND)) {
      return;
    }
    LOOKUP_OF.forEach(
        (store, lookup) -> {
          if (document.policies(lookup).findAny().isEmpty() && !mayInherit(document)) {
            document
                .policies(store)
                .forEach(
                    policy ->
                        findings.add(
                            policy.node().nameSpan(),
                            "nothing is stored without <" + lookup + "> in inbound"));
          }
        });
  }

  private static boolean mayInherit(LintedDocument document) {
    return document
        .policies("base", "include-fragment")
        .anyMatch(policy -> policy.section().filter(SectionName.INBOUND::equals).isPresent());
  }
}
