package dev.fanout.policies.format;

import dev.fanout.diagnostics.Issue;
import java.util.List;

/** What a file turned out to be. */
public sealed interface FileOutcome {
  /** It is in canonical form. */
  record Unchanged() implements FileOutcome {}

  /** It is not in canonical form; nothing is written yet. */
  record Changed(FormattedPolicy policy) implements FileOutcome {}

  /** It cannot be formatted. */
  record Refused(List<Issue> issues) implements FileOutcome {
    public Refused {
      issues = List.copyOf(issues);
    }
  }

  /** It was found in a folder and is no policy document. */
  record Skipped() implements FileOutcome {}
}
