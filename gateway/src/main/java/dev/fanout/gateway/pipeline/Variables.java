package dev.fanout.gateway.pipeline;

import dev.fanout.policies.context.ApimVariables;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code context.Variables} of one exchange. */
public final class Variables implements ApimVariables {
  private @Nullable Map<String, @Nullable Object> values;

  public void set(String name, @Nullable Object value) {
    Map<String, @Nullable Object> map = values;
    if (map == null) {
      map = new LinkedHashMap<>();
      values = map;
    }
    map.put(name, value);
  }

  @Override
  public boolean contains(String name) {
    return values != null && values.containsKey(name);
  }

  @Override
  public @Nullable Object value(String name) {
    return values == null ? null : values.get(name);
  }

  @Override
  public @Nullable Object valueOr(Object key, @Nullable Object otherwise) {
    return values == null ? otherwise : values.getOrDefault((String) key, otherwise);
  }

  @Override
  public Collection<String> names() {
    return values == null ? List.of() : List.copyOf(values.keySet());
  }
}
