package dev.fanout.expressions.runtime.regex;

import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.expressions.runtime.Failures;
import org.jspecify.annotations.Nullable;

/** A match, or the failure to find one. */
public final class Match extends Group implements Spans {
  private static final Match NO_MATCH = new Match("", new int[1][0], null);

  private final int[][] captures;
  private final @Nullable Regex regex;

  private Match(String text, int[][] captures, @Nullable Regex regex) {
    super(text, captures[0]);
    this.captures = captures;
    this.regex = regex;
  }

  /** What the matcher has found just now. */
  static Match of(Matcher matcher, Regex regex) {
    int[][] captures = new int[matcher.slots()][];
    captures[0] = new int[] {matcher.start(0), matcher.stop(0) - matcher.start(0)};
    for (int slot = 1; slot < captures.length; slot++) {
      captures[slot] = matcher.captures(slot);
      if (regex.hasOption(Flags.NON_BACKTRACKING) && captures[slot].length > 2) {
        int last = captures[slot].length - 2;
        captures[slot] = new int[] {captures[slot][last], captures[slot][last + 1]};
      }
    }
    return new Match(matcher.text(), captures, regex);
  }

  public static Match empty() {
    return NO_MATCH;
  }

  public GroupCollection groups() {
    return new GroupCollection(this);
  }

  public String result(@Nullable String replacement) {
    if (replacement == null) {
      throw Failures.argumentNull("replacement");
    }
    if (regex == null) {
      throw new ExpressionFailure(
          "System.NotSupportedException", "Result cannot be called on a failed Match.");
    }
    StringBuilder out = new StringBuilder();
    regex.replacement(replacement).append(out, this);
    return out.toString();
  }

  @Override
  public String text() {
    return super.text();
  }

  @Override
  public int slots() {
    return captures.length;
  }

  @Override
  public int start(int slot) {
    int[] ends = captures[slot];
    return ends.length == 0 ? -1 : ends[ends.length - 2];
  }

  @Override
  public int stop(int slot) {
    int[] ends = captures[slot];
    return ends.length == 0 ? -1 : ends[ends.length - 2] + ends[ends.length - 1];
  }

  /** The same match in a text of which its own is a part. */
  Match movedTo(String whole, int by) {
    if (!success()) {
      return this;
    }
    int[][] moved = new int[captures.length][];
    for (int slot = 0; slot < moved.length; slot++) {
      moved[slot] = captures[slot].clone();
      for (int i = 0; i < moved[slot].length; i += 2) {
        moved[slot][i] += by;
      }
    }
    return new Match(whole, moved, regex);
  }

  Group group(int slot) {
    return slot == 0
        ? this
        : slot < 0 || slot >= captures.length ? FAILED : new Group(text(), captures[slot]);
  }

  int slotOf(int number) {
    return regex == null ? (number == 0 ? 0 : -1) : regex.groups().slot(number);
  }

  int slotOf(String name) {
    return regex == null ? -1 : regex.groups().slotOf(name);
  }
}
