package dev.fanout.expressions.runtime.regex;

/** Reads what stands between brackets. */
final class CharClassReader {
  private static final int MOST_NESTED = 200;

  private final PatternCursor cursor;
  private int nested;

  CharClassReader(PatternCursor cursor) {
    this.cursor = cursor;
  }

  /** Reads from behind the opening bracket to behind the closing one. */
  CharSet read() {
    if (++nested > MOST_NESTED) {
      throw PatternDepth.exceeded();
    }
    CharSet set = readClass();
    nested--;
    return set;
  }

  private CharSet readClass() {
    CharClass set = new CharClass();
    boolean first = true;
    if (cursor.take('^')) {
      set.negate();
      first = !(cursor.has(Flags.ECMA_SCRIPT) && cursor.isAt(']'));
    }
    boolean inRange = false;
    char rangeStart = '\0';
    for (; !cursor.atEnd(); first = false) {
      char c = cursor.pattern.charAt(cursor.at++);
      boolean escaped = false;
      if (c == ']' && !first) {
        return finished(set);
      }
      if (c == '\\' && !cursor.atEnd()) {
        char letter = cursor.peek();
        if ("dDsSwWpP".indexOf(letter) >= 0) {
          cursor.at++;
          addKind(set, letter, inRange);
          continue;
        }
        if (letter == '-') {
          cursor.at++;
          addDash(set, inRange, rangeStart);
          inRange = false;
          continue;
        }
        c = cursor.readEscape();
        escaped = true;
      } else if (c == '[' && !inRange) {
        skipPosixName();
      }
      if (inRange) {
        inRange = false;
        if (c == '[' && !escaped && !first) {
          set.add(rangeStart);
          subtract(set);
        } else {
          addRange(set, rangeStart, c);
        }
      } else if (cursor.at + 1 < cursor.pattern.length()
          && cursor.isAt('-')
          && cursor.peek(1) != ']') {
        rangeStart = c;
        inRange = true;
        cursor.at++;
      } else if (cursor.isAt('[') && c == '-' && !escaped && !first) {
        cursor.at++;
        subtract(set);
      } else {
        set.add(c);
      }
    }
    throw cursor.failure("Unterminated [] set.");
  }

  private CharSet finished(CharClass set) {
    if (cursor.has(Flags.IGNORE_CASE)) {
      set.ignoreCase();
    }
    return set.build();
  }

  private void addKind(CharClass set, char letter, boolean inRange) {
    if (inRange) {
      throw cursor.failure("Cannot include class \\" + letter + " in character range.");
    }
    if (letter == 'p' || letter == 'P') {
      addProperty(cursor, set, letter == 'P');
    } else {
      set.addShorthand(letter, cursor.has(Flags.ECMA_SCRIPT));
    }
  }

  static void addProperty(PatternCursor cursor, CharClass set, boolean contrary) {
    String name = cursor.readProperty();
    if (!set.addProperty(name, contrary, cursor.has(Flags.IGNORE_CASE))) {
      throw cursor.failure("Unknown property '" + name + "'.");
    }
  }

  private void addDash(CharClass set, boolean inRange, char rangeStart) {
    if (inRange) {
      addRange(set, rangeStart, '-');
    } else {
      set.add('-');
    }
  }

  private void addRange(CharClass set, char first, char last) {
    if (first > last) {
      throw cursor.failure("[x-y] range in reverse order.");
    }
    set.addRange(first, last);
  }

  private void subtract(CharClass set) {
    set.subtract(read());
    if (!cursor.atEnd() && !cursor.isAt(']')) {
      throw cursor.failure("A subtraction must be the last element in a character class.");
    }
  }

  /** {@code [:} with {@code :]} right behind it is skipped, as .NET does. */
  private void skipPosixName() {
    if (cursor.pattern.startsWith("::]", cursor.at)) {
      cursor.at += 3;
    }
  }
}
