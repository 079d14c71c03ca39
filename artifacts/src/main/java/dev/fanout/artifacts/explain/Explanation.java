package dev.fanout.artifacts.explain;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

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

  /** {@code orders, get-item}, in one line. */
  public String title() {
    return workspaceId.map(id -> id + "/").orElse("")
        + apiId
        + operationId.map(id -> ", " + id).orElse("");
  }
}
