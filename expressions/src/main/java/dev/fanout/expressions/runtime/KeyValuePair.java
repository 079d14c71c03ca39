package dev.fanout.expressions.runtime;

import org.jspecify.annotations.Nullable;

/** {@code KeyValuePair<TKey, TValue>}, key and value boxed. */
public record KeyValuePair(Object key, @Nullable Object value) {
  @Override
  public String toString() {
    return "[" + Text.of(key) + ", " + (value == null ? "" : Text.of(value)) + "]";
  }
}
