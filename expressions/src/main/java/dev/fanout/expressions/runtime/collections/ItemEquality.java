package dev.fanout.expressions.runtime.collections;

import dev.fanout.expressions.runtime.Objects;
import org.jspecify.annotations.Nullable;

/** {@code IEqualityComparer<T>}. */
public interface ItemEquality {
  /** That of .NET's {@code EqualityComparer<T>.Default}. */
  ItemEquality DEFAULT =
      new ItemEquality() {
        @Override
        public boolean equals(@Nullable Object x, @Nullable Object y) {
          return Objects.equalsStatic(x, y);
        }

        @Override
        public int getHashCode(@Nullable Object item) {
          return Objects.hash(item);
        }
      };

  boolean equals(@Nullable Object x, @Nullable Object y);

  /** The same for equal items. */
  int getHashCode(@Nullable Object item);

  /** Null stands for the default. */
  static ItemEquality orDefault(@Nullable ItemEquality comparer) {
    return comparer == null ? DEFAULT : comparer;
  }
}
