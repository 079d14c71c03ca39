package dev.fanout.artifacts.explain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What happens to a request of an API or operation.
 *
 * @param operationId empty when the policy of the API as a whole is explained
 * @param scopes from the outside in
 * @param operations the one, or all of the API
 * @param remarks about the choice of scopes
 */
public record Explanation(
    String apiId,
    Optional<String> workspaceId,
    Optional<String> operationId,
    List<ExplainedScope> scopes,
    List<ExplainedOperation> operations,
    List<ExplainedSection> sections,
    List<String> remarks) {
  public Explanation {
    Objects.requireNonNull(apiId, "apiId");
    Objects.requireNonNull(workspaceId, "workspaceId");
    Objects.requireNonNull(operationId, "operationId");
    scopes = List.copyOf(scopes);
    operations = List.copyOf(operations);
    sections = List.copyOf(sections);
    remarks = List.copyOf(remarks);
  }

  /** The documents of its scopes and the fragments that they include, relative to the estate. */
  public Set<String> files() {
    Set<String> files = new LinkedHashSet<>();
    scopes.forEach(scope -> scope.file().ifPresent(files::add));
    sections.forEach(section -> addFiles(section.items(), files));
    return files;
  }

  private static void addFiles(List<ExplainedItem> items, Set<String> files) {
    for (ExplainedItem item : items) {
      if (item instanceof ExplainedInclude include) {
        include.file().ifPresent(files::add);
        addFiles(include.items(), files);
      }
    }
  }

  /** {@code orders, get-item}, in one line. */
  public String title() {
    return workspaceId.map(id -> id + "/").orElse("")
        + apiId
        + operationId.map(id -> ", " + id).orElse("");
  }
}
