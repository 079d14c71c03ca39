package dev.fanout.artifacts.lint;

import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.lint.RuleDescription;

/** A rule for a whole estate. Has no state. */
interface EstateRule {
  RuleDescription description();

  void check(LintedEstate estate, Findings findings);
}
