package dev.fanout.expressions.runtime.regex;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The groups of a pattern, found before it is parsed, since a reference may stand before its group.
 * Unnamed groups are numbered first, named ones behind them; a group's slot is its rank by number.
 */
final class GroupNames {
  private final TreeMap<Integer, Integer> openings = new TreeMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<Integer, Integer> slots = new HashMap<>();

  private GroupNames() {}

  static GroupNames of(String pattern, int options) {
    GroupNames groups = new GroupNames();
    new Counter(groups, new PatternCursor(pattern, options)).count();
    int slot = 0;
    for (int number : groups.openings.keySet()) {
      groups.slots.put(number, slot++);
    }
    return groups;
  }

  /** The whole match counts. */
  int count() {
    return slots.size();
  }

  boolean hasNumber(int number) {
    return slots.containsKey(number);
  }

  /** The slot of a group's number; -1 if there is no such group. */
  int slot(int number) {
    return slots.getOrDefault(number, -1);
  }

  int highestNumber() {
    return openings.lastKey();
  }

  /** Is there such a group, and does it open before the place? */
  boolean isOpenBefore(int number, int place) {
    return openings.getOrDefault(number, Integer.MAX_VALUE) < place;
  }

  /** The number of a group that has a name; null if there is none. */
  @Nullable Integer numberOfName(String name) {
    return numbers.get(name);
  }

  /** The slot of a name as a program gives it, which may be a number; -1 if there is none. */
  int slotOf(String name) {
    Integer number = numbers.get(name);
    if (number != null) {
      return slot(number);
    }
    if (name.isEmpty() || name.length() > 9 || !name.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return -1;
    }
    int parsed = Integer.parseInt(name);
    return numbers.isEmpty() || Integer.toString(parsed).equals(name) ? slot(parsed) : -1;
  }

  private static final class Counter {
    private final GroupNames groups;
    private final PatternCursor cursor;
    private final Set<String> names = new LinkedHashSet<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Deque<Integer> outer = new ArrayDeque<>();
    private int next = 1;
    private boolean ignoreNext;

    Counter(GroupNames groups, PatternCursor cursor) {
      this.groups = groups;
      this.cursor = cursor;
    }

    void count() {
      note(0, 0);
      while (!cursor.atEnd()) {
        int place = cursor.at;
        char c = cursor.pattern.charAt(cursor.at++);
        switch (c) {
          case '\\' -> {
            if (!cursor.atEnd()) {
              EscapeReader.skip(cursor);
            }
          }
          case '#' -> {
            if (cursor.has(Flags.IGNORE_WHITESPACE)) {
              cursor.at--;
              cursor.skipBlanks();
            }
          }
          case '[' -> new CharClassReader(cursor).read();
          case ')' -> {
            if (!outer.isEmpty()) {
              cursor.options = outer.pop();
            }
          }
          case '(' -> open(place);
          default -> {}
        }
      }
      for (String name : names) {
        while (groups.openings.containsKey(next)) {
          next++;
        }
        groups.numbers.put(name, next);
        note(next++, places.getOrDefault(name, 0));
      }
    }

    private void open(int place) {
      if (cursor.peek() == '?' && cursor.peek(1) == '#') {
        cursor.at--;
        cursor.skipBlanks();
      } else {
        outer.push(cursor.options);
        if (cursor.take('?')) {
          if (openSpecial(place)) {
            ignoreNext = true;
            return;
          }
        } else if (!cursor.has(Flags.EXPLICIT_CAPTURE) && !ignoreNext) {
          note(next++, place);
        }
      }
      ignoreNext = false;
    }

    /** Reads what follows {@code (?}; true if a condition's parenthesis comes next. */
    private boolean openSpecial(int place) {
      boolean angled = cursor.isAt('<') || cursor.isAt('\'');
      if (angled && cursor.at + 1 < cursor.pattern.length()) {
        cursor.at++;
        char c = cursor.peek();
        if (c >= '1' && c <= '9') {
          note(cursor.readDecimal(), place);
        } else if (c != '0' && cursor.isAtWord()) {
          String name = cursor.readName();
          names.add(name);
          places.putIfAbsent(name, place);
        }
        return false;
      }
      cursor.readOptions();
      if (cursor.take(')')) {
        outer.pop();
        return false;
      }
      return cursor.isAt('(');
    }

    private void note(int number, int place) {
      groups.openings.putIfAbsent(number, place);
    }
  }
}
