package dev.fanout.gateway.estate;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueException;
import java.util.List;
import java.util.Objects;

/**
 * An estate made ready, and what is wrong with it.
 *
 * @param estate of what could be compiled, also when there are errors
 * @param issues in order of files and places; warnings too
 */
public record CompileResult(CompiledEstate estate, List<Issue> issues) {
  public CompileResult {
    Objects.requireNonNull(estate, "estate");
    issues = List.copyOf(issues);
  }

  public boolean hasErrors() {
    return issues.stream().anyMatch(Issue::isError);
  }

  /**
   * The estate.
   *
   * @throws IssueException with the errors, if there is one
   */
  public CompiledEstate orThrow() {
    if (hasErrors()) {
      throw new IssueException(issues.stream().filter(Issue::isError).toList());
    }
    return estate;
  }
}
