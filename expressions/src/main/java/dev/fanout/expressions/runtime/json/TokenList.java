package dev.fanout.expressions.runtime.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A container that holds any number of tokens in order. */
abstract class TokenList extends JContainer {
  private final List<JToken> items = new ArrayList<>();

  @Override
  public final int count() {
    return items.size();
  }

  @Override
  final JToken get(int index) {
    return items.get(index);
  }

  @Override
  public final int indexOf(@Nullable JToken item) {
    if (item == null || item.parent != this) {
      return -1;
    }
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) == item) {
        return i;
      }
    }
    return -1;
  }

  @Override
  void listInsert(int index, JToken item) {
    items.add(index, item);
  }

  @Override
  void listSet(int index, JToken item) {
    items.set(index, item);
  }

  @Override
  void listRemove(int index) {
    items.remove(index);
  }

  @Override
  void listClear() {
    items.clear();
  }
}
