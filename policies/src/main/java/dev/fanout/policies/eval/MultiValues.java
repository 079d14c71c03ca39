package dev.fanout.policies.eval;

import dev.fanout.policies.context.ApimMultiValues;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Headers as the document has them. */
final class MultiValues implements ApimMultiValues {
  private final List<String> names;
  private final TreeMap<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  MultiValues(Map<String, List<String>> values) {
    this.values.putAll(values);
    this.names = List.copyOf(values.keySet());
  }

  @Override
  public String @Nullable [] values(String name) {
    List<String> found = values.get(name);
    return found == null ? null : found.toArray(String[]::new);
  }

  @Override
  public Collection<String> names() {
    return names;
  }
}
