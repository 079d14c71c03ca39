package dev.fanout.gateway.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A hash table from path segments to values, looked up by a piece of a path without a copy. Filled
 * by one thread, then read by any.
 */
final class SegmentMap<V> {
  private final boolean anyCase;
  private final List<Entry<V>> entries = new ArrayList<>();
  private Entry<V>[] table = newTable(4);

  SegmentMap(boolean anyCase) {
    this.anyCase = anyCase;
  }

  @Nullable V get(CharSequence text, int start, int end) {
    int hash = hash(text, start, end);
    for (Entry<V> e = table[hash & (table.length - 1)]; e != null; e = e.next) {
      if (e.hash == hash && equal(e.key, text, start, end)) {
        return e.value;
      }
    }
    return null;
  }

  V computeIfAbsent(String key, Supplier<V> create) {
    V found = get(key, 0, key.length());
    if (found != null) {
      return found;
    }
    V value = create.get();
    Entry<V> entry = new Entry<>(key, hash(key, 0, key.length()), value);
    entries.add(entry);
    if (entries.size() > table.length) {
      table = newTable(table.length * 2);
      entries.forEach(this::link);
    } else {
      link(entry);
    }
    return value;
  }

  private void link(Entry<V> entry) {
    int slot = entry.hash & (table.length - 1);
    entry.next = table[slot];
    table[slot] = entry;
  }

  private boolean equal(String key, CharSequence text, int start, int end) {
    return anyCase ? AsciiCase.equal(key, text, start, end) : AsciiCase.same(key, text, start, end);
  }

  private int hash(CharSequence text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      hash = 31 * hash + (anyCase ? AsciiCase.lower(c) : c);
    }
    return hash ^ (hash >>> 16);
  }

  @SuppressWarnings("unchecked")
  private static <V> Entry<V>[] newTable(int size) {
    return (Entry<V>[]) new Entry<?>[size];
  }

  private static final class Entry<V> {
    private final String key;
    private final int hash;
    private final V value;
    private @Nullable Entry<V> next;

    Entry(String key, int hash, V value) {
      this.key = key;
      this.hash = hash;
      this.value = value;
    }
  }
}
