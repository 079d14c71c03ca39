package dev.fanout.expressions.runtime.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which containers a writer has opened, and how far it is in each. */
final class WriterPath {
  private static final int USUAL_DEPTH = 8;

  private JsonPosition.Container[] containers = new JsonPosition.Container[USUAL_DEPTH];
  private int[] indexes = new int[USUAL_DEPTH];
  private @Nullable String[] names = new String[USUAL_DEPTH];
  private int depth;

  void open(JsonPosition.Container container) {
    count();
    if (depth == containers.length) {
      containers = Arrays.copyOf(containers, 2 * depth);
      indexes = Arrays.copyOf(indexes, 2 * depth);
      names = Arrays.copyOf(names, 2 * depth);
    }
    containers[depth] = container;
    indexes[depth] = -1;
    names[depth] = null;
    depth++;
  }

  void close() {
    depth--;
  }

  void name(String property) {
    if (depth > 0) {
      names[depth - 1] = property;
    }
  }

  /** A value is written. */
  void count() {
    if (depth > 0) {
      indexes[depth - 1]++;
    }
  }

  int depth() {
    return depth;
  }

  JsonPosition.@Nullable Container innermost() {
    return depth == 0 ? null : containers[depth - 1];
  }

  /** Of the innermost container. */
  String text() {
    List<JsonPosition> outer = new ArrayList<>();
    for (int i = 0; i < depth - 1; i++) {
      outer.add(new JsonPosition(containers[i], indexes[i], names[i]));
    }
    return JsonPosition.path(outer, null);
  }
}
