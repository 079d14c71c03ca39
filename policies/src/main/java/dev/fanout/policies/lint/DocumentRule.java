package dev.fanout.policies.lint;

/** A rule for one document. Has no state. */
public interface DocumentRule {
  RuleDescription description();

  void check(LintedDocument document, Findings findings);
}
