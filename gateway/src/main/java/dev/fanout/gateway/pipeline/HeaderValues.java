package dev.fanout.gateway.pipeline;

import dev.fanout.gateway.http.HttpHeaders;
import dev.fanout.policies.context.ApimMultiValues;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Header fields as {@code context.Request.Headers} shows them. */
final class HeaderValues implements ApimMultiValues {
  private static final String[] NONE = {};

  private final HttpHeaders headers;

  HeaderValues(HttpHeaders headers) {
    this.headers = headers;
  }

  @Override
  public String @Nullable [] values(String name) {
    String first = headers.first(name);
    if (first == null) {
      return null;
    }
    List<String> all = headers.all(name);
    return all.size() == 1 ? new String[] {first} : all.toArray(NONE);
  }

  @Override
  public boolean containsKey(Object key) {
    return headers.contains((String) key);
  }

  @Override
  public Collection<String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    for (int i = 0; i < headers.size(); i++) {
      names.putIfAbsent(headers.name(i).toLowerCase(Locale.ROOT), headers.name(i));
    }
    return names.values();
  }
}
