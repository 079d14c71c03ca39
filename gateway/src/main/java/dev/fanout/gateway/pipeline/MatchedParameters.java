package dev.fanout.gateway.pipeline;

import dev.fanout.policies.context.ApimSingleValues;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of the operation's template with their values as they were sent: {@code %2F} stays one
 * segment when it is put into another URL.
 */
public interface MatchedParameters extends ApimSingleValues {
  MatchedParameters NONE =
      new MatchedParameters() {
        @Override
        public @Nullable String value(String name) {
          return null;
        }

        @Override
        public Collection<String> names() {
          return List.of();
        }
      };

  /** All of them, in the template's order. */
  default Map<String, String> asMap() {
    Map<String, String> all = new LinkedHashMap<>();
    for (String name : names()) {
      String value = value(name);
      if (value != null) {
        all.put(name, value);
      }
    }
    return all;
  }
}
