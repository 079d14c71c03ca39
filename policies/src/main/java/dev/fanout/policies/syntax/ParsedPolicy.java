package dev.fanout.policies.syntax;

import dev.fanout.diagnostics.Issue;
import java.util.List;

/**
 * A document and what is wrong with its syntax.
 *
 * @param issues in order of position
 */
public record ParsedPolicy(PolicyTree tree, List<Issue> issues) {
  public ParsedPolicy {
    issues = List.copyOf(issues);
  }
}
