package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.runtime.Fence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks from a token through all below it, from sibling to sibling. */
final class PathScan extends TokenIterator<JToken> {
  private final JToken start;
  private final @Nullable List<String> names;
  private @Nullable JToken current;
  private boolean startShown;
  private int repeats;

  /**
   * @param names of the properties whose values are shown, each as often as it is named; null shows
   *     everything but properties
   */
  PathScan(JToken start, @Nullable List<String> names) {
    this.start = start;
    this.names = names;
    this.current = start;
  }

  @Override
  @Nullable JToken advance() {
    if (!startShown) {
      startShown = true;
      if (names == null) {
        return start;
      }
    }
    if (repeats > 0 && current instanceof JProperty property) {
      repeats--;
      return property.value();
    }
    while (current != null) {
      Fence.steps(1);
      current = nextOf(current);
      if (current instanceof JProperty property) {
        int named = names == null ? 0 : java.util.Collections.frequency(names, property.name());
        if (named > 0) {
          repeats = named - 1;
          return property.value();
        }
      } else if (current != null && names == null) {
        return current;
      }
    }
    return null;
  }

  private @Nullable JToken nextOf(JToken token) {
    if (token instanceof JContainer container && container.hasValues()) {
      return container.first();
    }
    JToken last = token;
    while (last != start && last.next() == null) {
      JToken parent = last.parent();
      if (parent == null) {
        throw dev.fanout.expressions.runtime.Failures.nullReference();
      }
      last = parent;
    }
    return last == start ? null : last.next();
  }
}
