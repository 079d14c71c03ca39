package dev.fanout.artifacts.explain;

import dev.fanout.policies.model.SectionName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is asked for, by names as a user writes them.
 *
 * @param operation an id, or method and template: {@code GET /items/{id}}
 * @param product whose context the request runs in
 * @param sections none for all
 */
public record ExplainQuery(
    String api,
    Optional<String> operation,
    Optional<String> product,
    Optional<String> workspace,
    List<SectionName> sections) {
  public ExplainQuery {
    Objects.requireNonNull(api, "api");
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(product, "product");
    Objects.requireNonNull(workspace, "workspace");
    sections = sections.isEmpty() ? List.of(SectionName.values()) : List.copyOf(sections);
  }

  public static ExplainQuery of(String api) {
    return new ExplainQuery(api, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
  }

  public static ExplainQuery of(String api, String operation) {
    return new ExplainQuery(
        api, Optional.of(operation), Optional.empty(), Optional.empty(), List.of());
  }
}
