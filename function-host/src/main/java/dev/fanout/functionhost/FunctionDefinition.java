package dev.fanout.functionhost;

import java.nio.file.Path;
import java.util.Set;

/**
 * One function as its {@code function.json} describes it.
 *
 * @param jar that holds the class
 * @param className binary name
 * @param route template without the prefix, without a leading slash
 * @param methods upper case; empty: any
 * @param authLevel as written; the host does not ask for keys
 */
public record FunctionDefinition(
    String name,
    Path jar,
    String className,
    String methodName,
    RouteTemplate route,
    Set<String> methods,
    String authLevel) {
  public FunctionDefinition {
    methods = Set.copyOf(methods);
  }
}
