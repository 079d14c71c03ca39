package dev.fanout.gateway.estate;

import dev.fanout.diagnostics.Issue;
import java.util.Objects;

/**
 * A policy that this gateway cannot run and that was left out because the user allowed it: whatever
 * is measured is a partial estate.
 *
 * @param policy the element's name
 * @param issue why and where, as a load error would have said it
 */
public record SkippedPolicy(String policy, Issue issue) {
  public SkippedPolicy {
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(issue, "issue");
  }

  /** {@code path:line:column policy}, for lists in reports. */
  @Override
  public String toString() {
    return issue.location().map(span -> span + " ").orElse("") + policy;
  }
}
