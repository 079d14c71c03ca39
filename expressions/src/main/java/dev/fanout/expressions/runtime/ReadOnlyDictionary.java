package dev.fanout.expressions.runtime;

import org.jspecify.annotations.Nullable;

/** The JVM form of {@code IReadOnlyDictionary<TKey, TValue>}: keys and values boxed. */
public interface ReadOnlyDictionary {
  int count();

  boolean containsKey(Object key);

  /** Null when the key is absent, and when its value is null. */
  @Nullable Object valueOrNull(Object key);

  /** In the order of the collection. */
  Iterable<?> keys();

  /** The full name of the type of its keys. */
  default String keyType() {
    return "System.String";
  }

  /** The full name of the type of its values. */
  default String valueType() {
    return "System.Object";
  }

  /** {@code otherwise} for an absent key. */
  default @Nullable Object valueOr(Object key, @Nullable Object otherwise) {
    Object value = valueOrNull(key);
    return value != null || containsKey(key) ? value : otherwise;
  }

  /** The indexer: an absent key is an error, unless the implementation says otherwise. */
  default @Nullable Object item(Object key) {
    Object value = valueOrNull(key);
    if (value == null && !containsKey(key)) {
      throw Failures.keyNotFound(key);
    }
    return value;
  }
}
