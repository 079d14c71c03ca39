package dev.fanout.policies.liquid;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** DotLiquid's standard filters under their C# names, which know case. */
final class Filters {
  private static final Map<String, Filter> BY_NAME = byName();

  private Filters() {}

  static @Nullable Filter named(String name) {
    return BY_NAME.get(name);
  }

  private static Map<String, Filter> byName() {
    Map<String, Filter> filters = new HashMap<>();
    TextFilters.addTo(filters);
    MarkupFilters.addTo(filters);
    ListFilters.addTo(filters);
    NumberFilters.addTo(filters);
    filters.put("Date", DateFilter::apply);
    return Map.copyOf(filters);
  }
}
