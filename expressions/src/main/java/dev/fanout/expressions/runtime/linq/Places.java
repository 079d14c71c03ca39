package dev.fanout.expressions.runtime.linq;

import dev.fanout.expressions.runtime.ArrayItems;
import dev.fanout.expressions.runtime.ReadOnlyDictionary;
import dev.fanout.expressions.runtime.collections.ClrCollection;
import dev.fanout.expressions.runtime.collections.ClrListLike;
import org.jspecify.annotations.Nullable;

/** Sequences that know how many items they have, or which stands where. */
final class Places {
  private Places() {}

  /** Can items be had by their index? */
  static boolean isIndexed(Object sequence) {
    return sequence instanceof ClrListLike
        || sequence.getClass().isArray()
        || (sequence instanceof Selected selected && selected.knownCount() >= 0);
  }

  /** The number of items, without reading one; -1 when it is not known. */
  static int count(Object sequence) {
    if (sequence instanceof ClrCollection collection) {
      return collection.count();
    }
    if (sequence instanceof ReadOnlyDictionary dictionary) {
      return dictionary.count();
    }
    if (sequence instanceof Selected selected) {
      return selected.knownCount();
    }
    return sequence.getClass().isArray() ? ArrayItems.length(sequence) : -1;
  }

  /** Of an indexed sequence, within its bounds. */
  static @Nullable Object at(Object sequence, int index) {
    if (sequence instanceof ClrListLike list) {
      return list.item(index);
    }
    return sequence instanceof Selected selected
        ? selected.at(index)
        : ArrayItems.get(sequence, index);
  }
}
