package dev.fanout.policies;

import dev.fanout.diagnostics.SourceText;
import dev.fanout.policies.model.PolicyBinding;
import dev.fanout.policies.syntax.ParsedPolicy;
import dev.fanout.policies.syntax.PolicyParser;

/** Reads policy documents. Thread-safe. */
public final class PolicyDocuments {
  private PolicyDocuments() {}

  /** Never throws on what stands in the document. */
  public static PolicyDocument read(SourceText source) {
    ParsedPolicy parsed = PolicyParser.parse(source);
    return new PolicyDocument(
        parsed.tree(), PolicyBinding.read(parsed.tree()), DocumentRules.check(parsed));
  }
}
