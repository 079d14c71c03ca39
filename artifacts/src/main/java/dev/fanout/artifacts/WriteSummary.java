package dev.fanout.artifacts;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueException;
import java.util.List;

/**
 * What writing an estate did, in numbers of files.
 *
 * @param issues when one is an error, nothing at all was written
 */
public record WriteSummary(
    int created, int updated, int unchanged, int deleted, List<Issue> issues) {
  public WriteSummary {
    issues = List.copyOf(issues);
  }

  public boolean changedNothing() {
    return created == 0 && updated == 0 && deleted == 0;
  }

  /**
   * This summary.
   *
   * @throws IssueException with all issues when one is an error
   */
  public WriteSummary orThrow() {
    if (issues.stream().anyMatch(Issue::isError)) {
      throw new IssueException(issues);
    }
    return this;
  }

  @Override
  public String toString() {
    return created
        + " created, "
        + updated
        + " updated, "
        + unchanged
        + " unchanged, "
        + deleted
        + " deleted";
  }
}
