package dev.fanout.expressions.runtime.regex;

import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.collections.ClrEnumerator;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** All matches in an input, sought when they are asked for. */
public final class MatchCollection implements Iterable<Match> {
  private final List<Match> found = new ArrayList<>();
  private final Search search;
  private final Regex regex;

  MatchCollection(Search search, Regex regex) {
    this.search = search;
    this.regex = regex;
  }

  public int count() {
    while (seek(found.size())) {}
    return found.size();
  }

  public Match item(int index) {
    if (index < 0 || !seek(index)) {
      throw Failures.outOfRange("Specified argument was out of the range of valid values.", "i");
    }
    return found.get(index);
  }

  private boolean seek(int index) {
    while (found.size() <= index) {
      if (!search.next()) {
        return false;
      }
      found.add(Match.of(search.matcher(), regex));
    }
    return true;
  }

  public ClrEnumerator getEnumerator() {
    return new ClrEnumerator(iterator());
  }

  @Override
  public Iterator<Match> iterator() {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return seek(next);
      }

      @Override
      public Match next() {
        if (!seek(next)) {
          throw new NoSuchElementException();
        }
        return found.get(next++);
      }
    };
  }
}
