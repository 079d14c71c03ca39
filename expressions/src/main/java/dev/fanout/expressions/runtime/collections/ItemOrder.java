package dev.fanout.expressions.runtime.collections;

import dev.fanout.expressions.runtime.Delegate;
import dev.fanout.expressions.runtime.Objects;
import org.jspecify.annotations.Nullable;

/** {@code IComparer<T>}. */
public interface ItemOrder {
  /** That of .NET's {@code Comparer<T>.Default}: null first, then what the items say. */
  ItemOrder DEFAULT = Objects::compare;

  int compare(@Nullable Object x, @Nullable Object y);

  /** Null stands for the default. */
  static ItemOrder orDefault(@Nullable ItemOrder comparer) {
    return comparer == null ? DEFAULT : comparer;
  }

  /** By a {@code Comparison<T>}. */
  static ItemOrder of(Delegate comparison) {
    return (x, y) -> comparison.invoke(x, y) instanceof Integer order ? order : 0;
  }
}
