package dev.fanout.artifacts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A file of an estate, and what it belongs to.
 *
 * @param path relative to the estate, with {@code /}
 * @param workspace whose folder it is in
 * @param ids from the outside in: {@code [orders, get-order]} for an operation's document
 */
public record ArtifactPath(
    String path, Optional<String> workspace, ArtifactKind kind, List<String> ids, Role role) {
  private static final String WORKSPACES = "workspaces";
  private static final String POLICY = "policy.xml";
  private static final String SPECIFICATION = "specification.";

  /** What a file is for. */
  public enum Role {
    /** The JSON file with the properties. */
    INFORMATION,
    /** The policy document. */
    POLICY,
    /** The description of an API: OpenAPI, GraphQL, WSDL, WADL. */
    SPECIFICATION,
    /** Anything else. */
    OTHER
  }

  public ArtifactPath {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(workspace, "workspace");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(role, "role");
    ids = List.copyOf(ids);
  }

  /** Any path gives an answer; what the layout does not know is {@link ArtifactKind#UNKNOWN}. */
  public static ArtifactPath of(String path) {
    List<String> parts = Arrays.asList(path.split("/", -1));
    Optional<String> workspace = Optional.empty();
    if (parts.size() > 2 && parts.get(0).equals(WORKSPACES)) {
      workspace = Optional.of(parts.get(1));
      parts = parts.subList(2, parts.size());
    }
    ArtifactKind kind = ArtifactKind.ROOT;
    Optional<ArtifactKind> parent = Optional.empty();
    List<String> ids = new ArrayList<>();
    while (parts.size() > 2) {
      Optional<ArtifactKind> inner = ArtifactKind.of(parent, parts.get(0));
      if (inner.isEmpty()) {
        return new ArtifactPath(path, workspace, ArtifactKind.UNKNOWN, List.of(), Role.OTHER);
      }
      kind = inner.get();
      parent = inner;
      ids.add(parts.get(1));
      parts = parts.subList(2, parts.size());
    }
    Role role = parts.size() == 1 ? role(kind, parts.get(0)) : Role.OTHER;
    return role == Role.OTHER && kind == ArtifactKind.ROOT
        ? new ArtifactPath(path, workspace, ArtifactKind.UNKNOWN, List.of(), role)
        : new ArtifactPath(path, workspace, kind, ids, role);
  }

  private static Role role(ArtifactKind kind, String name) {
    if (name.equals(POLICY) && kind.hasPolicy()) {
      return Role.POLICY;
    }
    if (name.equals(kind.informationFile())) {
      return Role.INFORMATION;
    }
    return kind == ArtifactKind.API && name.startsWith(SPECIFICATION)
        ? Role.SPECIFICATION
        : Role.OTHER;
  }
}
