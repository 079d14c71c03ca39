package dev.fanout.artifacts.explain;

import dev.fanout.policies.model.Scope;
import java.util.List;
import java.util.Objects;

/**
 * Policies of outer scopes that do not run, since a document has no {@code <base/>} for them.
 *
 * @param scope of that document
 * @param at its section, or its root element when it does not have the section
 * @param sectionMissing whether it does not
 */
public record Cut(Scope scope, Origin at, boolean sectionMissing, List<CutPolicy> policies) {
  public Cut {
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(at, "at");
    policies = List.copyOf(policies);
  }

  /** A policy that is cut off; what stands in it is, too. */
  public record CutPolicy(String elementName, Scope scope, Origin origin) {
    public CutPolicy {
      Objects.requireNonNull(elementName, "elementName");
      Objects.requireNonNull(scope, "scope");
      Objects.requireNonNull(origin, "origin");
    }
  }
}
