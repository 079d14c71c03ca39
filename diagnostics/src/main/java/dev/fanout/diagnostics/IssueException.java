package dev.fanout.diagnostics;

import java.util.List;
import java.util.stream.Collectors;

/** An input cannot be used; carries every issue that says why, in order of position. */
public final class IssueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Issue> issues;

  public IssueException(List<Issue> issues) {
    super(issues.stream().map(Issue::message).collect(Collectors.joining("; ")));
    if (issues.isEmpty()) {
      throw new IllegalArgumentException("no issue given");
    }
    this.issues = List.copyOf(issues);
  }

  public List<Issue> issues() {
    return issues;
  }
}
