package dev.fanout.artifacts;

import dev.fanout.policies.model.Policy;
import dev.fanout.policies.model.Scope;
import java.util.Objects;

/**
 * A policy of an effective section, with the scope and the file that it comes from.
 * include-fragment stays one step; what stands in the fragment runs in that scope.
 *
 * @param file relative to the estate; empty for APIM's default global document
 */
public record EffectiveStep(Scope scope, Policy policy, String file) {
  public EffectiveStep {
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(file, "file");
  }
}
