package dev.fanout.artifacts.lint;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.SourceSpan;
import java.util.List;
import java.util.Objects;

/**
 * An issue, and where it stands once more.
 *
 * @param alsoIn other files with the same text as the one of the issue
 */
public record Finding(Issue issue, List<String> alsoIn) {
  public Finding {
    Objects.requireNonNull(issue, "issue");
    alsoIn = List.copyOf(alsoIn);
  }

  /** The file as messages call it; empty if the issue stands in none. */
  public String file() {
    return issue.location().map(span -> span.source().name()).orElse("");
  }

  int start() {
    return issue.location().map(SourceSpan::start).orElse(0);
  }
}
