package dev.fanout.gateway.pipeline;

import dev.fanout.policies.context.ApimOperation;
import java.util.Objects;
import java.util.Set;

/**
 * {@code context.Operation}.
 *
 * @param queryKeys names of the query parameters of the template, lower case
 */
public record OperationView(
    String id, String name, String method, String urlTemplate, Set<String> queryKeys)
    implements ApimOperation {
  public OperationView {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(urlTemplate, "urlTemplate");
    queryKeys = Set.copyOf(queryKeys);
  }
}
