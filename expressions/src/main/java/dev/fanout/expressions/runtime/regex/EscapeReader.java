package dev.fanout.expressions.runtime.regex;

import org.jspecify.annotations.Nullable;

/** Reads what follows a backslash outside brackets: anchors, sets, references, characters. */
final class EscapeReader {
  private static final String SETS = "wWsSdD";
  private static final String ANCHORS = "bBAGZz";

  private final PatternCursor cursor;
  private final GroupNames groups;

  EscapeReader(PatternCursor cursor, GroupNames groups) {
    this.cursor = cursor;
    this.groups = groups;
  }

  /** Reads over an escape while groups are counted, and fails where it can mean nothing. */
  static void skip(PatternCursor cursor) {
    char c = cursor.peek();
    if (SETS.indexOf(c) >= 0 || ANCHORS.indexOf(c) >= 0 || c == 'p' || c == 'P') {
      cursor.at++;
    } else {
      new EscapeReader(cursor, GroupNames.of("", 0)).plain(true);
    }
  }

  Node read() {
    char c = cursor.peek();
    boolean ecma = cursor.has(Flags.ECMA_SCRIPT);
    if (SETS.indexOf(c) >= 0) {
      cursor.at++;
      return new Node.One(shorthand(c, ecma), backward());
    }
    if (c == 'p' || c == 'P') {
      cursor.at++;
      CharClass set = new CharClass();
      CharClassReader.addProperty(cursor, set, c == 'P');
      return new Node.One(set.build(), backward());
    }
    if (ANCHORS.indexOf(c) >= 0) {
      cursor.at++;
      return new Node.Position(anchor(c, ecma));
    }
    Node node = plain(false);
    return node == null ? Node.EMPTY : node;
  }

  private static CharSet shorthand(char letter, boolean ecma) {
    if (ecma) {
      return CharClass.shorthand(letter, true);
    }
    return switch (letter) {
      case 'w' -> CharClass.WORD;
      case 'W' -> CharClass.NOT_WORD;
      case 'd' -> CharClass.DIGIT;
      default -> CharClass.shorthand(letter, false);
    };
  }

  private static Anchor anchor(char letter, boolean ecma) {
    return switch (letter) {
      case 'b' -> ecma ? Anchor.ECMA_BOUNDARY : Anchor.BOUNDARY;
      case 'B' -> ecma ? Anchor.NO_ECMA_BOUNDARY : Anchor.NO_BOUNDARY;
      case 'A' -> Anchor.START;
      case 'G' -> Anchor.WHERE_SEARCH_BEGAN;
      case 'Z' -> Anchor.END_OR_LAST_NEWLINE;
      default -> Anchor.END;
    };
  }

  private boolean backward() {
    return cursor.has(Flags.RIGHT_TO_LEFT);
  }

  /** A reference or a character; null when only skipping. */
  private @Nullable Node plain(boolean skipping) {
    int start = cursor.at;
    char c = cursor.peek();
    char close = '\0';
    if (c == 'k') {
      cursor.at++;
      close = takeOpening();
      if (close == '\0' || cursor.atEnd()) {
        throw cursor.failure("Malformed \\k<...> named back reference.");
      }
    } else if ((c == '<' || c == '\'') && cursor.at + 1 < cursor.pattern.length()) {
      close = takeOpening();
    }
    c = cursor.peek();
    Node reference = null;
    if (close != '\0' && PatternCursor.isDigit(c)) {
      reference = numbered(close, skipping);
    } else if (close == '\0' && c >= '1' && c <= '9') {
      if (skipping && !cursor.has(Flags.ECMA_SCRIPT)) {
        cursor.readDecimal();
        return null;
      }
      reference = cursor.has(Flags.ECMA_SCRIPT) ? ecmaNumbered() : numbered(skipping);
    } else if (close != '\0' && cursor.isAtWord()) {
      reference = named(close, skipping);
    }
    if (reference != null) {
      return reference;
    }
    cursor.at = start;
    return character(cursor, cursor.readEscape());
  }

  /** The closing mark of a quoted name, whose opening is read; {@code \0} if none stands here. */
  private char takeOpening() {
    return cursor.take('<') ? '>' : cursor.take('\'') ? '\'' : '\0';
  }

  private @Nullable Node numbered(char close, boolean skipping) {
    int number = cursor.readDecimal();
    if (!cursor.take(close)) {
      return null;
    }
    if (!skipping && !groups.hasNumber(number)) {
      throw cursor.failure("Reference to undefined group number " + number + ".");
    }
    return reference(number);
  }

  private @Nullable Node numbered(boolean skipping) {
    int number = cursor.readDecimal();
    if (groups.hasNumber(number) || skipping) {
      return reference(number);
    }
    if (number <= 9) {
      throw cursor.failure("Reference to undefined group number " + number + ".");
    }
    return null;
  }

  /** The longest number of a group that is open already. */
  private @Nullable Node ecmaNumbered() {
    int place = cursor.at - 1;
    int found = -1;
    long number = cursor.peek() - '0';
    while (number <= groups.highestNumber()) {
      if (groups.isOpenBefore((int) number, place)) {
        found = (int) number;
      }
      cursor.at++;
      if (!PatternCursor.isDigit(cursor.peek())) {
        break;
      }
      number = number * 10 + cursor.peek() - '0';
    }
    return found < 0 ? null : reference(found);
  }

  private @Nullable Node named(char close, boolean skipping) {
    String name = cursor.readName();
    if (!cursor.take(close)) {
      return null;
    }
    Integer number = groups.numberOfName(name);
    if (number == null && !skipping) {
      throw cursor.failure("Reference to undefined group name '" + name + "'.");
    }
    return reference(number == null ? 0 : number);
  }

  private Node reference(int number) {
    return new Node.BackReference(
        groups.slot(number),
        cursor.has(Flags.IGNORE_CASE),
        cursor.has(Flags.ECMA_SCRIPT),
        backward());
  }

  /** A character of the pattern under the options in force. */
  static Node character(PatternCursor cursor, char c) {
    boolean backward = cursor.has(Flags.RIGHT_TO_LEFT);
    String same = cursor.has(Flags.IGNORE_CASE) ? CaseEquivalence.of(c) : null;
    if (same == null) {
      return new Node.Text(String.valueOf(c), backward);
    }
    CharClass set = new CharClass();
    same.chars().forEach(member -> set.add((char) member));
    return new Node.One(set.build(), backward);
  }
}
