package dev.fanout.expressions.runtime.collections;

import org.jspecify.annotations.Nullable;

/** {@code ISet<T>}; a null {@code other} is an error. */
public interface ClrSet extends ClrCollection {
  /** False if an equal item is there. */
  boolean addNew(@Nullable Object item);

  void exceptWith(@Nullable Object other);

  void intersectWith(@Nullable Object other);

  boolean isProperSubsetOf(@Nullable Object other);

  boolean isProperSupersetOf(@Nullable Object other);

  boolean isSubsetOf(@Nullable Object other);

  boolean isSupersetOf(@Nullable Object other);

  boolean overlaps(@Nullable Object other);

  boolean setEquals(@Nullable Object other);

  void symmetricExceptWith(@Nullable Object other);

  void unionWith(@Nullable Object other);
}
