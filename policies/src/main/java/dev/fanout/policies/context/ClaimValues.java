package dev.fanout.policies.context;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Claims: unlike headers, their names have a case. */
final class ClaimValues implements ApimMultiValues {
  private final Map<String, List<String>> values;

  ClaimValues(Map<String, List<String>> values) {
    this.values = new LinkedHashMap<>(values);
  }

  @Override
  public String @Nullable [] values(String name) {
    List<String> found = values.get(name);
    return found == null ? null : found.toArray(String[]::new);
  }

  @Override
  public Collection<String> names() {
    return Collections.unmodifiableSet(values.keySet());
  }
}
