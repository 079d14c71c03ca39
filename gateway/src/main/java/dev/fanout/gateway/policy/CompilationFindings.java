package dev.fanout.gateway.policy;

import dev.fanout.diagnostics.Issue;
import java.util.List;

/** Takes what a compilation finds; from any thread. */
public interface CompilationFindings {
  /** A policy that cannot be run, and why; once for all documents with the same text. */
  void unrunnable(String policy, List<Issue> issues);

  /** Something that a user should know and that stops nothing. */
  void note(Issue issue);
}
