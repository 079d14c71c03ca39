package dev.fanout.gateway.routing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * API paths and what stands at them, in one flat table. A search runs along the request's path once
 * and asks the table at the end of each segment, so that its cost is that of the path; and since
 * hashes lie side by side, one API of thousands costs hardly more cache misses than one of ten.
 * Filled by one thread, then read by any.
 */
final class PathTable<V> {
  private final boolean anyCase;
  private final int deepest;
  private final int mask;
  private final int[] hashes;
  private final Slot<V>[] slots;

  private record Slot<V>(String path, List<V> values) {}

  /**
   * @param paths without slashes at their ends, each with its values; the empty path is left out
   */
  PathTable(Map<String, List<V>> paths, boolean anyCase) {
    this.anyCase = anyCase;
    Map<String, Slot<V>> merged = new LinkedHashMap<>();
    paths.forEach(
        (path, values) -> {
          String key = anyCase ? path.toLowerCase(Locale.ROOT) : path;
          Slot<V> known = merged.get(key);
          List<V> all = new ArrayList<>(known == null ? List.of() : known.values());
          all.addAll(values);
          merged.put(key, new Slot<>(known == null ? path : known.path(), List.copyOf(all)));
        });
    int size = Integer.highestOneBit(Math.max(8, merged.size() * 2 - 1)) * 2;
    this.mask = size - 1;
    this.hashes = new int[size];
    this.slots = newSlots(size);
    int depth = 0;
    for (Slot<V> slot : merged.values()) {
      String path = slot.path();
      depth = Math.max(depth, 1 + (int) path.chars().filter(c -> c == '/').count());
      put(mix(extend(0, path, 0, path.length())), slot);
    }
    this.deepest = depth;
  }

  /** The number of segments of the longest path. */
  int deepest() {
    return deepest;
  }

  /** The hash of a longer path, from that of a shorter one; 0 is that of the empty path. */
  int extend(int hash, String text, int start, int end) {
    int longer = hash;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      longer = 31 * longer + (anyCase ? AsciiCase.lower(c) : c);
    }
    return longer;
  }

  /**
   * What stands at the start of a request's path, or null.
   *
   * @param hash from {@link #extend}
   * @param end of the start; it begins after the first slash
   * @param cutStart of a piece that does not count; it and {@code cutEnd} are 0 for none
   */
  @Nullable List<V> get(int hash, String path, int end, int cutStart, int cutEnd) {
    int mixed = mix(hash);
    for (int i = mixed & mask; hashes[i] != 0; i = (i + 1) & mask) {
      if (hashes[i] == mixed) {
        Slot<V> slot = slots[i];
        if (isAt(slot.path(), path, end, cutStart, cutEnd)) {
          return slot.values();
        }
      }
    }
    return null;
  }

  private boolean isAt(String key, String path, int end, int cutStart, int cutEnd) {
    int length = end - 1 - (cutEnd - cutStart);
    int before = cutEnd == 0 ? length : cutStart - 1;
    return key.length() == length
        && equal(key, 0, path, 1, before)
        && equal(key, before, path, cutEnd, length - before);
  }

  private boolean equal(String key, int keyStart, String path, int start, int length) {
    return length <= 0 || key.regionMatches(anyCase, keyStart, path, start, length);
  }

  private void put(int mixed, Slot<V> slot) {
    int i = mixed & mask;
    while (hashes[i] != 0) {
      i = (i + 1) & mask;
    }
    hashes[i] = mixed;
    slots[i] = slot;
  }

  /** Never 0, which marks an empty place. */
  private static int mix(int hash) {
    int mixed = hash * 0x9E3779B9;
    mixed ^= mixed >>> 15;
    return mixed == 0 ? 1 : mixed;
  }

  @SuppressWarnings("unchecked")
  private static <V> Slot<V>[] newSlots(int size) {
    return (Slot<V>[]) new Slot<?>[size];
  }
}
