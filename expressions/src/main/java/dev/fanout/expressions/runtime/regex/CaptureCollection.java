package dev.fanout.expressions.runtime.regex;

import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.collections.ClrEnumerator;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** All captures of a group in the order in which they were made. */
public final class CaptureCollection implements Iterable<Capture> {
  private final List<Capture> items = new ArrayList<>();

  CaptureCollection(Group group, int[] captures) {
    for (int i = 0; i + 2 < captures.length; i += 2) {
      items.add(new Capture(group.text(), captures[i], captures[i + 1]));
    }
    if (captures.length > 0) {
      items.add(group);
    }
  }

  public int count() {
    return items.size();
  }

  public Capture item(int index) {
    if (index < 0 || index >= items.size()) {
      throw Failures.outOfRange("Specified argument was out of the range of valid values.", "i");
    }
    return items.get(index);
  }

  public ClrEnumerator getEnumerator() {
    return new ClrEnumerator(iterator());
  }

  @Override
  public Iterator<Capture> iterator() {
    return items.iterator();
  }
}
