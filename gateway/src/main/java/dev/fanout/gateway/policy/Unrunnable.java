package dev.fanout.gateway.policy;

import dev.fanout.diagnostics.Issue;
import java.io.Serial;
import java.util.List;

/** A policy cannot be compiled; only between the classes of this package. */
final class Unrunnable extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient List<Issue> issues;

  Unrunnable(Issue issue) {
    this(List.of(issue));
  }

  Unrunnable(List<Issue> issues) {
    super("", null, false, false);
    this.issues = List.copyOf(issues);
  }

  List<Issue> issues() {
    return issues;
  }
}
