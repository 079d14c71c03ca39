package dev.fanout.policies.lint;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.SourceSpan;
import java.util.List;
import java.util.Optional;

/** Takes what one rule finds: its code and severity are given. */
public final class Findings {
  private final RuleDescription rule;
  private final List<Issue> issues;

  public Findings(RuleDescription rule, List<Issue> issues) {
    this.rule = rule;
    this.issues = issues;
  }

  /** {@code message}: one sentence without a full stop. */
  public void add(SourceSpan span, String message) {
    issues.add(
        new Issue(rule.code(), rule.severity(), Optional.of(span), message, Optional.empty()));
  }

  public void add(SourceSpan span, String message, String hint) {
    issues.add(
        new Issue(rule.code(), rule.severity(), Optional.of(span), message, Optional.of(hint)));
  }

  /** For what has no place in a text. */
  public void add(String message, String hint) {
    issues.add(
        new Issue(rule.code(), rule.severity(), Optional.empty(), message, Optional.of(hint)));
  }
}
