package dev.fanout.policies.eval;

import dev.fanout.policies.context.ApimVariables;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code context.Variables} as the document has them; a value may be null. */
final class VariableValues implements ApimVariables {
  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

  VariableValues(Map<String, @Nullable Object> values) {
    this.values.putAll(values);
  }

  @Override
  public boolean contains(String name) {
    return values.containsKey(name);
  }

  @Override
  public @Nullable Object value(String name) {
    return values.get(name);
  }

  @Override
  public @Nullable Object valueOr(Object key, @Nullable Object otherwise) {
    return values.getOrDefault((String) key, otherwise);
  }

  @Override
  public Collection<String> names() {
    return Collections.unmodifiableSet(values.keySet());
  }
}
