package dev.fanout.expressions.runtime.regex;

import dev.fanout.expressions.runtime.Chars;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands between brackets, while it is read: ranges, categories, a class to take away. */
final class CharClass {
  private static final int LETTERS = UnicodeNames.category("L");
  private static final int DIGITS = UnicodeNames.category("Nd");
  private static final int SEPARATORS = UnicodeNames.category("Z");
  private static final int CONTROLS = UnicodeNames.category("Cc");
  private static final int WORDS =
      LETTERS | DIGITS | UnicodeNames.category("Mn") | UnicodeNames.category("Pc");
  private static final int CASED =
      UnicodeNames.category("Lu") | UnicodeNames.category("Ll") | UnicodeNames.category("Lt");
  private static final char DOTTED_I = '\u0130';

  /** A letter, digit, mark or connector, as in {@code \w}. */
  static final CharSet WORD = shorthand('w', false);

  /** Not a word's character. */
  static final CharSet NOT_WORD = shorthand('W', false);

  /** A decimal digit of any script. */
  static final CharSet DIGIT = shorthand('d', false);

  private record Range(char first, char last) {}

  /** Some categories, or all white space; or the contrary. */
  private record Kind(int categories, boolean whiteSpace, boolean negated) {
    boolean contains(char c) {
      boolean in = whiteSpace ? Chars.isWhiteSpace(c) : has(categories, c);
      return in != negated;
    }

    /** Categories that members above ASCII can have. */
    int highCategories() {
      if (whiteSpace) {
        return negated ? ~SEPARATORS : SEPARATORS | CONTROLS;
      }
      return negated ? ~categories : categories;
    }

    boolean isContraryOf(Kind other) {
      return categories == other.categories
          && whiteSpace == other.whiteSpace
          && negated != other.negated;
    }
  }

  private final List<Range> ranges = new ArrayList<>();
  private final List<Kind> kinds = new ArrayList<>();
  private boolean negated;
  private @Nullable CharSet subtracted;

  private static boolean has(int categories, char c) {
    return (categories >>> Character.getType(c) & 1) != 0;
  }

  static boolean isWord(char c) {
    return has(WORDS, c);
  }

  /** Word characters as {@code \b} and names see them: the joiners belong to words. */
  static boolean isBoundaryWord(char c) {
    return isWord(c) || c == '\u200D' || c == '\u200C';
  }

  static boolean isEcmaWord(char c) {
    return (c >= '0' && c <= '9')
        || (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || c == '_'
        || c == DOTTED_I;
  }

  /** The set of {@code \w \W \d \D \s \S}. */
  static CharSet shorthand(char letter, boolean ecma) {
    CharClass set = new CharClass();
    set.addShorthand(letter, ecma);
    return set.build();
  }

  void negate() {
    negated = true;
  }

  void add(char c) {
    addRange(c, c);
  }

  void addRange(char first, char last) {
    ranges.add(new Range(first, last));
  }

  void subtract(CharSet set) {
    subtracted = set;
  }

  void addShorthand(char letter, boolean ecma) {
    boolean contrary = Character.isUpperCase(letter);
    char kind = Character.toLowerCase(letter);
    if (ecma) {
      addEcma(kind, contrary);
    } else if (kind == 's') {
      kinds.add(new Kind(0, true, contrary));
    } else {
      kinds.add(new Kind(kind == 'd' ? DIGITS : WORDS, false, contrary));
    }
  }

  private void addEcma(char kind, boolean contrary) {
    String ends =
        switch (kind) {
          case 'd' -> "09";
          case 's' -> "\t\r  ";
          default -> "09AZ__az\u0130\u0130";
        };
    char next = 0;
    for (int i = 0; i < ends.length(); i += 2) {
      if (contrary) {
        addRange(next, (char) (ends.charAt(i) - 1));
        next = (char) (ends.charAt(i + 1) + 1);
      } else {
        addRange(ends.charAt(i), ends.charAt(i + 1));
      }
    }
    if (contrary) {
      addRange(next, Character.MAX_VALUE);
    }
  }

  /** Adds what {@code \p{name}} means; false if there is no such name. */
  boolean addProperty(String name, boolean contrary, boolean ignoreCase) {
    int categories = UnicodeNames.category(name);
    if (categories != 0) {
      boolean cased = ignoreCase && name.length() == 2 && (categories & CASED) != 0;
      kinds.add(new Kind(cased ? CASED : categories, false, contrary));
      return true;
    }
    UnicodeNames.Block block = UnicodeNames.block(name);
    if (block == null) {
      return false;
    }
    if (!contrary) {
      addRange(block.first(), block.last());
      return true;
    }
    if (block.first() > 0) {
      addRange('\0', (char) (block.first() - 1));
    }
    if (block.last() < Character.MAX_VALUE) {
      addRange((char) (block.last() + 1), Character.MAX_VALUE);
    }
    return true;
  }

  /** Adds the other case of what the ranges hold so far. */
  void ignoreCase() {
    for (Range range : List.copyOf(ranges)) {
      for (String members : CaseEquivalence.within(range.first(), range.last())) {
        members.chars().forEach(member -> add((char) member));
      }
    }
  }

  CharSet build() {
    char[] ends = merged();
    Kind[] listed = kinds.toArray(new Kind[0]);
    boolean contrary = negated;
    CharSet without = subtracted;
    CharSet.Rule rule =
        c -> {
          boolean in = isInRanges(ends, c) || isOfKind(listed, c);
          return in != contrary && (without == null || !without.contains(c));
        };
    boolean nothing = listed.length == 0 && (ends.length == 0 || ends[ends.length - 1] < 128);
    boolean everything =
        hasContraries() || (ends.length > 0 && highRange(ends) && ends[ends.length - 1] == 0xFFFF);
    if (contrary) {
      boolean swapped = nothing;
      nothing = everything;
      everything = swapped;
    }
    if (without != null) {
      nothing |= without.hasEverythingHigh();
      everything &= without.hasNothingHigh();
    }
    return CharSet.of(rule, nothing, everything && !nothing, highCategories(ends));
  }

  private int highCategories(char[] ends) {
    boolean rangesHigh = ends.length > 0 && ends[ends.length - 1] >= 128;
    int categories = 0;
    for (Kind kind : kinds) {
      categories |= kind.highCategories();
    }
    if (!negated) {
      return rangesHigh ? -1 : categories;
    }
    // What is left out is at least the whole categories, and white space is not only such.
    int left = 0;
    for (Kind kind : kinds) {
      left |= new Kind(kind.categories, kind.whiteSpace, !kind.negated).highCategories();
    }
    return kinds.size() == 1 ? left : -1;
  }

  private boolean hasContraries() {
    for (Kind kind : kinds) {
      for (Kind other : kinds) {
        if (kind.isContraryOf(other)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Is one of the ranges all that is not ASCII? */
  private static boolean highRange(char[] ends) {
    return ends[ends.length - 2] <= 128;
  }

  /** First and last of ranges in order that do not touch. */
  private char[] merged() {
    List<Range> sorted = new ArrayList<>(ranges);
    sorted.sort(Comparator.comparing(Range::first));
    StringBuilder ends = new StringBuilder();
    for (Range range : sorted) {
      int size = ends.length();
      if (size > 0 && range.first() <= ends.charAt(size - 1) + 1) {
        ends.setCharAt(size - 1, (char) Math.max(ends.charAt(size - 1), range.last()));
      } else {
        ends.append(range.first()).append(range.last());
      }
    }
    return ends.toString().toCharArray();
  }

  private static boolean isInRanges(char[] ends, char c) {
    int low = 0;
    int high = ends.length / 2 - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (c < ends[2 * middle]) {
        high = middle - 1;
      } else if (c > ends[2 * middle + 1]) {
        low = middle + 1;
      } else {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfKind(Kind[] kinds, char c) {
    for (Kind kind : kinds) {
      if (kind.contains(c)) {
        return true;
      }
    }
    return false;
  }
}
