package dev.fanout.expressions;

import dev.fanout.diagnostics.Issue;
import java.util.List;
import java.util.Optional;

/** An expression that can run, or the errors why not; warnings may come with both. */
public record Compilation(Optional<CompiledExpression> expression, List<Issue> issues) {
  public Compilation {
    issues = List.copyOf(issues);
    if (expression.isPresent() == issues.stream().anyMatch(Issue::isError)) {
      throw new IllegalArgumentException("either code or errors, not " + issues);
    }
  }
}
