package dev.fanout.expressions.runtime;

import org.jspecify.annotations.Nullable;

/**
 * The JVM form of {@code IDictionary<TKey, TValue>}: keys and values boxed, never a null key. It is
 * a sequence of {@link KeyValuePair}.
 */
public interface MutableDictionary extends ReadOnlyDictionary {
  /** Adds or replaces. */
  void setItem(Object key, @Nullable Object value);

  /** A key that is there already is an error. */
  void add(Object key, @Nullable Object value);

  boolean remove(Object key);

  void clear();

  /** {@code Keys} and {@code Values}: {@code ICollection<T>}. */
  @Override
  Iterable<?> keys();

  Iterable<?> values();

  default boolean isReadOnly() {
    return false;
  }
}
