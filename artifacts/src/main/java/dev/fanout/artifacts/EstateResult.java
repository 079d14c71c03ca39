package dev.fanout.artifacts;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueException;
import java.util.List;
import java.util.Objects;

/**
 * What reading a folder gave.
 *
 * @param estate all that could be read, also when there are errors
 * @param issues in order of files and places, those of policy documents included
 */
public record EstateResult(Estate estate, List<Issue> issues) {
  public EstateResult {
    Objects.requireNonNull(estate, "estate");
    issues = List.copyOf(issues);
  }

  public boolean hasErrors() {
    return issues.stream().anyMatch(Issue::isError);
  }

  /**
   * The estate.
   *
   * @throws IssueException with all issues when one is an error
   */
  public Estate orThrow() {
    if (hasErrors()) {
      throw new IssueException(issues);
    }
    return estate;
  }
}
