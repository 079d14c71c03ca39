package dev.fanout.artifacts.explain;

import dev.fanout.policies.model.Scope;
import java.util.Objects;
import java.util.Optional;

/**
 * A scope that a request runs through.
 *
 * @param name of the product, API and so on; empty for the global scope
 * @param file of its document, if it has one
 */
public record ExplainedScope(Scope scope, String name, Optional<String> file) {
  public ExplainedScope {
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(file, "file");
  }
}
