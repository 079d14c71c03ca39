package dev.fanout.policies.lint;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.SourceSpan;
import dev.fanout.diagnostics.SourceText;
import dev.fanout.policies.lint.rules.DocumentRuleBook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Lints documents one by one; keeps the code of expressions that it has seen. Not thread-safe. */
public final class DocumentLinter {
  private final ExpressionCheck expressions = new ExpressionCheck();
  private final Set<SourceText> counted = new HashSet<>();

  public DocumentLinter() {}

  /**
   * What one document has.
   *
   * @param issues those of reading included, by position
   * @param expressions how many it has; 0 if they were counted with the same document elsewhere
   * @param broken how many of them do not compile
   * @param unchecked how many of them cannot be judged
   */
  public record Result(List<Issue> issues, int expressions, int broken, int unchecked) {
    public Result {
      issues = List.copyOf(issues);
    }
  }

  public Result lint(LintedDocument document) {
    List<Issue> issues = new ArrayList<>(document.document().issues());
    for (DocumentRule rule : DocumentRuleBook.rules()) {
      rule.check(document, new Findings(rule.description(), issues));
    }
    int broken = 0;
    int unchecked = 0;
    for (PlacedExpression expression : document.expressions()) {
      switch (expressions.check(expression, issues)) {
        case BROKEN -> broken++;
        case UNCHECKED -> unchecked++;
        case COMPILES -> {}
      }
    }
    issues.sort(
        Comparator.comparingInt(issue -> issue.location().map(SourceSpan::start).orElse(0)));
    boolean first = counted.add(document.document().source());
    return first
        ? new Result(issues, document.expressions().size(), broken, unchecked)
        : new Result(issues, 0, 0, 0);
  }
}
