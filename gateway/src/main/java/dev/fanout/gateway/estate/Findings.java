package dev.fanout.gateway.estate;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.SourceSpan;
import dev.fanout.gateway.policy.CompilationFindings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what a compilation finds, from several threads, and puts it in order. */
final class Findings implements CompilationFindings {
  private static final Comparator<Issue> BY_PLACE =
      Comparator.comparing((Issue issue) -> issue.location().map(s -> s.source().name()).orElse(""))
          .thenComparing(issue -> issue.location().map(SourceSpan::start).orElse(0))
          .thenComparing(Issue::code);

  private final boolean allowUnsupported;
  private final List<Issue> issues = new ArrayList<>();
  private final List<SkippedPolicy> skipped = new ArrayList<>();

  Findings(boolean allowUnsupported) {
    this.allowUnsupported = allowUnsupported;
  }

  @Override
  public synchronized void unrunnable(String policy, List<Issue> why) {
    if (allowUnsupported) {
      why.stream()
          .filter(Issue::isError)
          .findFirst()
          .ifPresent(issue -> skipped.add(new SkippedPolicy(policy, issue)));
    } else {
      issues.addAll(why);
    }
  }

  @Override
  public synchronized void note(Issue issue) {
    issues.add(issue);
  }

  synchronized List<Issue> issues() {
    return issues.stream().distinct().sorted(BY_PLACE).toList();
  }

  synchronized List<SkippedPolicy> skipped() {
    return skipped.stream()
        .distinct()
        .sorted(Comparator.comparing(SkippedPolicy::issue, BY_PLACE))
        .toList();
  }
}
