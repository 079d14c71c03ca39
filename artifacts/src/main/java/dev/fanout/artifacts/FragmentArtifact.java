package dev.fanout.artifacts;

import java.util.Objects;

/** A policy fragment. */
public record FragmentArtifact(String id, PolicyArtifact policy) {
  public FragmentArtifact {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(policy, "policy");
  }
}
