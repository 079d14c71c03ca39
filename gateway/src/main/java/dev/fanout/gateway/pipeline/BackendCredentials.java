package dev.fanout.gateway.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a Backend entity adds to each request. Values are secret: {@link #toString} has names only.
 *
 * @param headers name to values, Authorization among them
 * @param query name to values
 */
public record BackendCredentials(
    Map<String, List<String>> headers, Map<String, List<String>> query) {
  public static final BackendCredentials NONE = new BackendCredentials(Map.of(), Map.of());

  public BackendCredentials {
    Objects.requireNonNull(headers, "headers");
    Objects.requireNonNull(query, "query");
  }

  public boolean isEmpty() {
    return headers.isEmpty() && query.isEmpty();
  }

  /** What is added, without values: {@code header x-key}, {@code query code}. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    headers.keySet().forEach(name -> names.add("header " + name));
    query.keySet().forEach(name -> names.add("query " + name));
    return names;
  }

  @Override
  public String toString() {
    return "headers " + headers.keySet() + ", query " + query.keySet();
  }
}
