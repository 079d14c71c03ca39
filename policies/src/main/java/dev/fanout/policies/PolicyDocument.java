package dev.fanout.policies;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.SourceText;
import dev.fanout.policies.model.Policies;
import dev.fanout.policies.model.PolicyFragment;
import dev.fanout.policies.model.PolicyRoot;
import dev.fanout.policies.syntax.PolicyTree;
import java.util.List;
import java.util.Optional;

/**
 * A document that was read.
 *
 * @param root the beans; empty if the root is neither {@code policies} nor {@code fragment}
 * @param issues of syntax and meaning, in order of position
 */
public record PolicyDocument(PolicyTree tree, Optional<PolicyRoot> root, List<Issue> issues) {
  public PolicyDocument {
    issues = List.copyOf(issues);
  }

  public SourceText source() {
    return tree.source();
  }

  public Optional<Policies> policies() {
    return root.filter(Policies.class::isInstance).map(Policies.class::cast);
  }

  public Optional<PolicyFragment> fragment() {
    return root.filter(PolicyFragment.class::isInstance).map(PolicyFragment.class::cast);
  }

  /**
   * The document with what was changed on the beans since they were read: each change touches the
   * fewest characters, all else stays byte for byte. A document without beans stays as it is.
   */
  public PolicyDocument updated() {
    return PolicyDocuments.read(PolicyUpdate.of(this));
  }

  public boolean hasErrors() {
    return issues.stream().anyMatch(Issue::isError);
  }
}
