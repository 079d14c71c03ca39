package dev.fanout.expressions.runtime.collections;

import dev.fanout.expressions.runtime.Arrays;
import dev.fanout.expressions.runtime.Fence;
import java.util.Iterator;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A hash table whose order can be told, as .NET's can: entries stand in slots in the order in which
 * they came; the slot of a removed entry is the first to be filled again, the last freed first.
 * Additions end enumerations that are under way; removals do not.
 */
public final class SlotTable {
  private static final int SMALLEST = 4;

  private final ItemEquality equality;
  private @Nullable Object[] keys = new Object[SMALLEST];
  private @Nullable Object[] values = new Object[SMALLEST];
  private int[] hashes = new int[SMALLEST];

  /** The next slot of the same bucket; of a free slot {@code FREE} less the next free one. */
  private int[] next = new int[SMALLEST];

  /** First slots, plus one. */
  private int[] buckets = new int[SMALLEST];

  private int used;
  private int firstFree = -1;
  private int freeCount;
  private int version;

  private static final int FREE = -3;

  public SlotTable(@Nullable ItemEquality equality) {
    this.equality = ItemEquality.orDefault(equality);
  }

  ItemEquality equality() {
    return equality;
  }

  public int count() {
    return used - freeCount;
  }

  /** The slot of the key, or -1. */
  public int find(@Nullable Object key) {
    int hash = hash(key);
    int steps = 0;
    for (int slot = buckets[bucket(hash)] - 1; slot >= 0; slot = next[slot]) {
      if (hashes[slot] == hash && equality.equals(keys[slot], key)) {
        return slot;
      }
      if ((++steps & 15) == 0) {
        Fence.steps(16);
      }
    }
    return -1;
  }

  public @Nullable Object key(int slot) {
    return keys[slot];
  }

  public @Nullable Object value(int slot) {
    return values[slot];
  }

  void setValue(int slot, @Nullable Object value) {
    values[slot] = value;
  }

  /** Adds what is not there. */
  public void add(@Nullable Object key, @Nullable Object value) {
    int slot;
    if (freeCount > 0) {
      slot = firstFree;
      firstFree = FREE - next[slot];
      freeCount--;
    } else {
      if (used == keys.length) {
        grow(2 * used);
      }
      slot = used++;
    }
    int hash = hash(key);
    keys[slot] = key;
    values[slot] = value;
    hashes[slot] = hash;
    link(slot);
    version++;
  }

  /** Takes the key out; the slot it had, whose value stays readable, or -1. */
  boolean remove(@Nullable Object key) {
    int slot = find(key);
    if (slot < 0) {
      return false;
    }
    int bucket = bucket(hashes[slot]);
    if (buckets[bucket] - 1 == slot) {
      buckets[bucket] = next[slot] + 1;
    } else {
      int before = buckets[bucket] - 1;
      while (next[before] != slot) {
        before = next[before];
      }
      next[before] = next[slot];
    }
    next[slot] = FREE - firstFree;
    keys[slot] = null;
    values[slot] = null;
    firstFree = slot;
    freeCount++;
    return true;
  }

  void clear() {
    java.util.Arrays.fill(keys, null);
    java.util.Arrays.fill(values, null);
    java.util.Arrays.fill(buckets, 0);
    used = 0;
    firstFree = -1;
    freeCount = 0;
  }

  int capacity() {
    return keys.length;
  }

  void ensureCapacity(int capacity) {
    if (capacity > keys.length) {
      grow(capacity);
      version++;
    }
  }

  /** Closes the gaps of removed entries. */
  void compact() {
    int kept = 0;
    for (int slot = 0; slot < used; slot++) {
      if (next[slot] >= -1) {
        keys[kept] = keys[slot];
        values[kept] = values[slot];
        hashes[kept] = hashes[slot];
        kept++;
      }
    }
    java.util.Arrays.fill(keys, kept, used, null);
    java.util.Arrays.fill(values, kept, used, null);
    used = kept;
    firstFree = -1;
    freeCount = 0;
    version++;
    rehash();
  }

  /** What {@code item} makes of each slot in use, in order. */
  public Iterator<@Nullable Object> iterator(IntFunction<@Nullable Object> item) {
    return new Iterator<>() {
      private final int known = version;
      private int slot;

      @Override
      public boolean hasNext() {
        if (known != version) {
          throw Indexes.modified();
        }
        while (slot < used && next[slot] < -1) {
          slot++;
        }
        return slot < used;
      }

      @Override
      public @Nullable Object next() {
        return item.apply(slot++);
      }
    };
  }

  private int hash(@Nullable Object key) {
    int hash = key == null ? 0 : equality.getHashCode(key);
    return hash ^ (hash >>> 16);
  }

  private int bucket(int hash) {
    return hash & (buckets.length - 1);
  }

  private void link(int slot) {
    int bucket = bucket(hashes[slot]);
    next[slot] = buckets[bucket] - 1;
    buckets[bucket] = slot + 1;
  }

  private void grow(int capacity) {
    int size = Arrays.checkedSize(Math.max(capacity, SMALLEST));
    Fence.steps(used);
    keys = java.util.Arrays.copyOf(keys, size);
    values = java.util.Arrays.copyOf(values, size);
    hashes = java.util.Arrays.copyOf(hashes, size);
    next = java.util.Arrays.copyOf(next, size);
    rehash();
  }

  /** Links every entry anew; free slots keep their list. */
  private void rehash() {
    buckets = new int[Math.max(SMALLEST, Integer.highestOneBit(Math.max(1, keys.length - 1)) * 2)];
    for (int slot = 0; slot < used; slot++) {
      if (freeCount == 0 || next[slot] >= -1) {
        link(slot);
      }
    }
  }
}
