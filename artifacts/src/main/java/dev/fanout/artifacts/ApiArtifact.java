package dev.fanout.artifacts;

import dev.fanout.catalog.VersionScheme;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One revision of an API.
 *
 * @param id the folder's name; a revision that is not current ends in {@code ;rev=N}
 * @param path public path without a version segment, no slashes at its ends; may be empty
 * @param version of its version set, with its value
 * @param revision from 1
 * @param current answers when no revision is asked for
 * @param serviceUrl empty when policies must choose the backend
 * @param products that contain it, by id
 */
public record ApiArtifact(
    String id,
    String displayName,
    String path,
    VersionScheme version,
    int revision,
    boolean current,
    Optional<BaseUrl> serviceUrl,
    boolean subscriptionRequired,
    KeyNames keyNames,
    List<String> products,
    Optional<PolicyArtifact> policy,
    List<OperationArtifact> operations) {
  public ApiArtifact {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(displayName, "displayName");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(serviceUrl, "serviceUrl");
    Objects.requireNonNull(keyNames, "keyNames");
    Objects.requireNonNull(policy, "policy");
    products = List.copyOf(products);
    operations = List.copyOf(operations);
    if (revision < 1) {
      throw new IllegalArgumentException("revision " + revision + " is not 1 or more");
    }
  }

  /** The id without {@code ;rev=N}. */
  public String rootId() {
    int mark = id.indexOf(";rev=");
    return mark < 0 ? id : id.substring(0, mark);
  }

  /** What a caller writes before the operation's path, without {@code ;rev=N}. */
  public String requestPrefix() {
    String prefix = path.isEmpty() ? "" : "/" + path;
    return version instanceof VersionScheme.Segment segment
        ? prefix + "/" + segment.value()
        : prefix;
  }

  public Optional<OperationArtifact> operation(String operationId) {
    return operations.stream().filter(o -> o.id().equalsIgnoreCase(operationId)).findFirst();
  }
}
