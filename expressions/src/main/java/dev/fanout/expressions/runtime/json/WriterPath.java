package dev.fanout.expressions.runtime.json;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which containers a writer has opened, and how far it is in each. */
final class WriterPath {
  private final Deque<JsonPosition> open = new ArrayDeque<>();

  void open(JsonPosition.Container container) {
    count();
    open.addLast(JsonPosition.open(container));
  }

  void close() {
    open.removeLast();
  }

  void name(String property) {
    JsonPosition current = open.peekLast();
    if (current != null) {
      current.propertyName = property;
    }
  }

  /** A value is written. */
  void count() {
    JsonPosition current = open.peekLast();
    if (current != null && current.hasIndex()) {
      current.index++;
    }
  }

  int depth() {
    return open.size();
  }

  JsonPosition.@Nullable Container innermost() {
    JsonPosition current = open.peekLast();
    return current == null ? null : current.container;
  }

  /** Of the innermost container. */
  String text() {
    List<JsonPosition> outer = new ArrayList<>(open);
    if (!outer.isEmpty()) {
      outer.remove(outer.size() - 1);
    }
    return JsonPosition.path(outer, null);
  }
}
