package dev.fanout.artifacts;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything of an artifact folder that decides what happens to a request. Maps are by id (named
 * values by name) without regard to case, in order of ids; APIs are in order of ids.
 *
 * @param globalPolicy empty when the folder has none: APIM's default document then holds
 */
public record Estate(
    List<ApiArtifact> apis,
    Map<String, BackendArtifact> backends,
    Map<String, FragmentArtifact> fragments,
    Map<String, NamedValueArtifact> namedValues,
    Map<String, ProductArtifact> products,
    Optional<PolicyArtifact> globalPolicy,
    Map<String, WorkspaceArtifact> workspaces) {
  public Estate {
    Objects.requireNonNull(globalPolicy, "globalPolicy");
    apis = List.copyOf(apis);
    backends = byId(backends);
    fragments = byId(fragments);
    namedValues = byId(namedValues);
    products = byId(products);
    workspaces = byId(workspaces);
  }

  /** Without workspaces. */
  public Estate(
      List<ApiArtifact> apis,
      Map<String, BackendArtifact> backends,
      Map<String, FragmentArtifact> fragments,
      Map<String, NamedValueArtifact> namedValues,
      Map<String, ProductArtifact> products,
      Optional<PolicyArtifact> globalPolicy) {
    this(apis, backends, fragments, namedValues, products, globalPolicy, Map.of());
  }

  public Optional<ApiArtifact> api(String id) {
    return apis.stream().filter(api -> api.id().equalsIgnoreCase(id)).findFirst();
  }

  public Optional<BackendArtifact> backend(String id) {
    return Optional.ofNullable(backends.get(id));
  }

  public Optional<FragmentArtifact> fragment(String id) {
    return Optional.ofNullable(fragments.get(id));
  }

  public Optional<NamedValueArtifact> namedValue(String name) {
    return Optional.ofNullable(namedValues.get(name));
  }

  public Optional<WorkspaceArtifact> workspace(String id) {
    return Optional.ofNullable(workspaces.get(id));
  }

  private static <T> Map<String, T> byId(Map<String, T> map) {
    Map<String, T> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    sorted.putAll(map);
    return Collections.unmodifiableMap(sorted);
  }
}
