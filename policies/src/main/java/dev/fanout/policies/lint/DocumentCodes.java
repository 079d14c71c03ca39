package dev.fanout.policies.lint;

import dev.fanout.policies.lint.rules.DocumentRuleBook;
import java.util.ArrayList;
import java.util.List;

/** All codes that a single document can give, with their descriptions. */
public final class DocumentCodes {
  private DocumentCodes() {}

  /** First the rules, then structure, expressions, suppressions and syntax. */
  public static List<RuleDescription> all() {
    List<RuleDescription> all = new ArrayList<>();
    DocumentRuleBook.rules().forEach(rule -> all.add(rule.description()));
    all.addAll(StructureCodes.ALL);
    all.add(ExpressionCheck.BROKEN);
    all.add(ExpressionCheck.UNCHECKED);
    all.add(Suppressions.WITHOUT_REASON);
    all.add(Suppressions.UNUSED);
    all.addAll(SyntaxCodes.ALL);
    return all;
  }
}
