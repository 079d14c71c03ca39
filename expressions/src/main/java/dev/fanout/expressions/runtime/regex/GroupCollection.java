package dev.fanout.expressions.runtime.regex;

import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.collections.ClrEnumerator;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The groups of a match by number and by name; one that does not exist is there and failed. */
public final class GroupCollection implements Iterable<Group> {
  private final Match match;
  private final @Nullable Group[] groups;

  GroupCollection(Match match) {
    this.match = match;
    this.groups = new Group[match.slots()];
  }

  public int count() {
    return groups.length;
  }

  public Group item(int number) {
    return at(match.slotOf(number));
  }

  public Group item(@Nullable String name) {
    if (name == null) {
      throw Failures.argumentNull("name");
    }
    return at(match.slotOf(name));
  }

  public ClrEnumerator getEnumerator() {
    return new ClrEnumerator(iterator());
  }

  @Override
  public Iterator<Group> iterator() {
    return IntStream.range(0, groups.length).mapToObj(this::at).iterator();
  }

  private Group at(int slot) {
    if (slot < 0) {
      return Group.FAILED;
    }
    Group known = groups[slot];
    if (known == null) {
      known = match.group(slot);
      groups[slot] = known;
    }
    return known;
  }
}
