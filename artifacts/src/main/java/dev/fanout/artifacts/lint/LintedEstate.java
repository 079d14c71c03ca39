package dev.fanout.artifacts.lint;

import dev.fanout.artifacts.ApiArtifact;
import dev.fanout.artifacts.Estate;
import dev.fanout.artifacts.OperationArtifact;
import dev.fanout.artifacts.PolicyArtifact;
import dev.fanout.artifacts.ProductArtifact;
import dev.fanout.artifacts.WorkspaceArtifact;
import dev.fanout.diagnostics.SourceText;
import dev.fanout.policies.PolicyDocument;
import dev.fanout.policies.model.Scope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An estate laid out for rules. */
final class LintedEstate {
  private static final long LONGEST = 4 << 20;

  private final Estate estate;
  private final Path folder;
  private final Optional<WorkspaceArtifact> workspace;
  private final List<EstateDocument> documents = new ArrayList<>();
  private final Map<PolicyDocument, PolicyDocument> distinct = new IdentityHashMap<>();

  /**
   * @param estate of the service, or of the workspace
   * @param folder of the service
   */
  LintedEstate(Estate estate, Path folder, Optional<WorkspaceArtifact> workspace) {
    this.estate = estate;
    this.folder = folder;
    this.workspace = workspace;
    if (workspace.isPresent()) {
      add(workspace.get().policy(), Scope.WORKSPACE, "workspace '" + workspace.get().id() + "'");
    } else {
      add(estate.globalPolicy(), Scope.GLOBAL, "the global scope");
    }
    for (ProductArtifact product : estate.products().values()) {
      add(product.policy(), Scope.PRODUCT, "product '" + product.id() + "'");
    }
    for (ApiArtifact api : estate.apis()) {
      add(api.policy(), Scope.API, "API '" + api.id() + "'");
      for (OperationArtifact operation : api.operations()) {
        add(
            operation.policy(),
            Scope.OPERATION,
            "operation '" + operation.id() + "' of API '" + api.id() + "'");
      }
    }
    estate
        .fragments()
        .values()
        .forEach(
            fragment ->
                documents.add(
                    new EstateDocument(
                        fragment.policy(), Optional.empty(), "fragment '" + fragment.id() + "'")));
  }

  Estate estate() {
    return estate;
  }

  Optional<WorkspaceArtifact> workspace() {
    return workspace;
  }

  /** Where the entities of this estate are, with a slash at the end if it is not the root. */
  String prefix() {
    return workspace.map(w -> "workspaces/" + w.id() + "/").orElse("");
  }

  /** Every document of every scope, and the fragments. */
  List<EstateDocument> documents() {
    return Collections.unmodifiableList(documents);
  }

  /** Documents with the same text are one. */
  Collection<PolicyDocument> distinctDocuments() {
    List<PolicyDocument> all = new ArrayList<>();
    distinct.clear();
    for (EstateDocument document : documents) {
      PolicyDocument read = document.artifact().document();
      if (distinct.put(read, read) == null) {
        all.add(read);
      }
    }
    return all;
  }

  /** What messages call a file of the estate. */
  String name(String file) {
    return folder + "/" + file;
  }

  /** A file of the estate as text; empty if it cannot be read. */
  Optional<SourceText> text(String file) {
    Path path = folder.resolve(file);
    try {
      return Files.size(path) > LONGEST
          ? Optional.empty()
          : Optional.of(SourceText.of(name(file), Files.readString(path, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private void add(Optional<PolicyArtifact> policy, Scope scope, String owner) {
    policy.ifPresent(
        artifact -> documents.add(new EstateDocument(artifact, Optional.of(scope), owner)));
  }
}
