package dev.fanout.policies.liquid;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The arguments of a filter; one that is missing is null or the filter's default. */
record Arguments(List<@Nullable Object> values) {
  boolean has(int index) {
    return index < values.size();
  }

  @Nullable Object value(int index) {
    return has(index) ? values.get(index) : null;
  }

  String text(int index, String otherwise) {
    return has(index) ? Values.text(values.get(index)) : otherwise;
  }

  int number(int index, int otherwise) {
    return has(index)
        ? (int)
            Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, Values.toLong(value(index))))
        : otherwise;
  }
}
