package dev.fanout.artifacts;

import java.util.Objects;
import java.util.Optional;

/**
 * An operation of an API.
 *
 * @param urlTemplate as it stands in the specification, with a leading slash; not checked
 */
public record OperationArtifact(
    String id, String method, String urlTemplate, Optional<PolicyArtifact> policy) {
  public OperationArtifact {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(urlTemplate, "urlTemplate");
    Objects.requireNonNull(policy, "policy");
  }
}
