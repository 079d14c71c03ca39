package dev.fanout.policies.eval;

import dev.fanout.diagnostics.Issue;
import java.util.Comparator;
import java.util.List;

/** The order in which issues of one text are shown. */
final class Places {
  private Places() {}

  static List<Issue> inOrder(List<Issue> issues) {
    return issues.stream()
        .sorted(Comparator.comparingInt(issue -> issue.location().map(at -> at.start()).orElse(0)))
        .toList();
  }
}
