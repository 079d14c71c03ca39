package dev.fanout.expressions.runtime.collections;

import org.jspecify.annotations.Nullable;

/** {@code IList<T>} and {@code IReadOnlyList<T>} of what is no array. */
public interface ClrListLike extends ClrCollection {
  @Nullable Object item(int index);

  void setItem(int index, @Nullable Object value);

  int indexOf(@Nullable Object item);

  void insert(int index, @Nullable Object item);

  void removeAt(int index);
}
