package dev.fanout.catalog;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueException;
import java.util.List;
import java.util.Optional;

/**
 * What reading a catalog gave.
 *
 * @param catalog present exactly when no issue is an error
 * @param issues in order of position
 */
public record CatalogResult(Optional<Catalog> catalog, List<Issue> issues) {
  public CatalogResult {
    issues = List.copyOf(issues);
    if (catalog.isPresent() == issues.stream().anyMatch(Issue::isError)) {
      throw new IllegalArgumentException("a catalog is there exactly when no issue is an error");
    }
  }

  /**
   * The catalog.
   *
   * @throws IssueException with all issues when there is none
   */
  public Catalog orThrow() {
    return catalog.orElseThrow(() -> new IssueException(issues));
  }
}
