package dev.fanout.artifacts;

import java.util.Objects;
import java.util.Optional;

/** A product; which APIs it contains stands at the APIs. */
public record ProductArtifact(
    String id, boolean subscriptionRequired, Optional<PolicyArtifact> policy) {
  public ProductArtifact {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(policy, "policy");
  }
}
