package dev.fanout.artifacts;

import java.util.Objects;
import java.util.Optional;

/**
 * A workspace: a folder in the estate with APIs, backends, fragments, named values and products of
 * its own. What stands in it names nothing outside of it.
 *
 * @param policy of the workspace's scope, between the global one and the product's
 * @param estate what is in the workspace; its global policy is that of the service, and it has no
 *     workspaces
 */
public record WorkspaceArtifact(String id, Optional<PolicyArtifact> policy, Estate estate) {
  public WorkspaceArtifact {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(estate, "estate");
  }
}
