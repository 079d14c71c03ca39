package dev.fanout.policies.eval;

import dev.fanout.policies.context.ApimSingleValues;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Matched parameters as the document has them. */
final class SingleValues implements ApimSingleValues {
  private final List<String> names;
  private final TreeMap<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  SingleValues(Map<String, String> values) {
    this.values.putAll(values);
    this.names = List.copyOf(values.keySet());
  }

  @Override
  public @Nullable String value(String name) {
    return values.get(name);
  }

  @Override
  public Collection<String> names() {
    return names;
  }
}
