package dev.fanout.expressions.runtime.collections;

import dev.fanout.expressions.runtime.Failures;
import org.jspecify.annotations.Nullable;

/** A collection that cannot be changed through this interface. */
public interface ReadOnlyItems extends ClrListLike {
  private static RuntimeException refused() {
    return Failures.notSupported("Collection is read-only.");
  }

  @Override
  default boolean isReadOnly() {
    return true;
  }

  @Override
  default void add(@Nullable Object item) {
    throw refused();
  }

  @Override
  default boolean remove(@Nullable Object item) {
    throw refused();
  }

  @Override
  default void clear() {
    throw refused();
  }

  @Override
  default void setItem(int index, @Nullable Object value) {
    throw refused();
  }

  @Override
  default void insert(int index, @Nullable Object item) {
    throw refused();
  }

  @Override
  default void removeAt(int index) {
    throw refused();
  }
}
