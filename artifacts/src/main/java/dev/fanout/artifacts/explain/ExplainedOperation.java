package dev.fanout.artifacts.explain;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An operation and where its requests go.
 *
 * @param target what a caller asks for: {@code GET /orders/v1/items/{id}}
 * @param hasPolicy whether it has a document of its own
 * @param remarks about the upstream request
 * @param example of an upstream request, where only a request can show it
 */
public record ExplainedOperation(
    String id,
    String target,
    boolean hasPolicy,
    Upstream upstream,
    List<String> remarks,
    Optional<String> example) {
  public ExplainedOperation {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(upstream, "upstream");
    Objects.requireNonNull(example, "example");
    remarks = List.copyOf(remarks);
  }
}
