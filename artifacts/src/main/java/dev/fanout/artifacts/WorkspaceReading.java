package dev.fanout.artifacts;

import dev.fanout.diagnostics.Issue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the folder of each workspace as an estate of its own. */
final class WorkspaceReading {
  private final ArtifactFiles files;
  private final String folder;
  private final Optional<PolicyArtifact> global;
  private final List<Issue> issues;

  /**
   * @param folder what messages call the estate, empty for files in memory
   * @param issues to which those of the workspaces are added
   */
  WorkspaceReading(
      ArtifactFiles files, String folder, Optional<PolicyArtifact> global, List<Issue> issues) {
    this.files = files;
    this.folder = folder;
    this.global = global;
    this.issues = issues;
  }

  Map<String, WorkspaceArtifact> read(Set<String> ids) {
    Map<String, WorkspaceArtifact> all = new LinkedHashMap<>();
    for (String id : ids) {
      String root = "workspaces/" + id + "/";
      String name = (folder.isEmpty() ? "" : folder + "/") + "workspaces/" + id;
      EstateResult result = new EstateReading(files.under(root), name).read();
      result.issues().stream()
          .filter(issue -> !issue.code().equals(ArtifactIssues.FOLDER))
          .forEach(issues::add);
      all.put(id, new Placing(root).place(id, result.estate()));
    }
    return all;
  }

  /** Gives the files of an estate the paths that they have outside of the workspace. */
  private final class Placing {
    private final String root;

    Placing(String root) {
      this.root = root;
    }

    WorkspaceArtifact place(String id, Estate inner) {
      Map<String, BackendArtifact> backends = new LinkedHashMap<>();
      inner.backends().forEach((key, backend) -> backends.put(key, place(backend)));
      Map<String, FragmentArtifact> fragments = new LinkedHashMap<>();
      inner
          .fragments()
          .forEach(
              (key, fragment) ->
                  fragments.put(
                      key, new FragmentArtifact(fragment.id(), place(fragment.policy()))));
      Map<String, ProductArtifact> products = new LinkedHashMap<>();
      inner
          .products()
          .forEach(
              (key, product) ->
                  products.put(
                      key,
                      new ProductArtifact(
                          product.id(),
                          product.subscriptionRequired(),
                          product.policy().map(this::place))));
      List<ApiArtifact> apis = new ArrayList<>();
      inner.apis().forEach(api -> apis.add(place(api)));
      return new WorkspaceArtifact(
          id,
          inner.globalPolicy().map(this::place),
          new Estate(apis, backends, fragments, inner.namedValues(), products, global));
    }

    private PolicyArtifact place(PolicyArtifact policy) {
      return new PolicyArtifact(root + policy.file(), policy.document());
    }

    private BackendArtifact place(BackendArtifact backend) {
      return new BackendArtifact(
          backend.id(),
          root + backend.file(),
          backend.url(),
          backend.validateCertificateChain(),
          backend.validateCertificateName(),
          backend.credentials(),
          backend.pool(),
          backend.other());
    }

    private ApiArtifact place(ApiArtifact api) {
      List<OperationArtifact> operations = new ArrayList<>();
      for (OperationArtifact operation : api.operations()) {
        operations.add(
            new OperationArtifact(
                operation.id(),
                operation.method(),
                operation.urlTemplate(),
                operation.policy().map(this::place)));
      }
      return new ApiArtifact(
          api.id(),
          api.displayName(),
          api.path(),
          api.version(),
          api.revision(),
          api.current(),
          api.serviceUrl(),
          api.subscriptionRequired(),
          api.keyNames(),
          api.products(),
          api.policy().map(this::place),
          operations);
    }
  }
}
