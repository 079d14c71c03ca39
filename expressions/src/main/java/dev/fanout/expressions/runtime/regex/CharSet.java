package dev.fanout.expressions.runtime.regex;

import java.util.List;

/**
 * A set of UTF-16 units. ASCII is two words of bits; above it most sets have all or nothing, and
 * the rest ask their {@code Rule}.
 */
final class CharSet {
  /** Decides for characters that are not ASCII. */
  interface Rule {
    boolean contains(char c);
  }

  private static final int NOTHING = 0;
  private static final int EVERYTHING = 1;
  private static final int BY_RULE = 2;
  private static final int ASCII = 128;
  private static final int WORD_BITS = 64;
  private static final int ALL_CATEGORIES = -1;

  private final long lower;
  private final long upper;
  private final int high;
  private final Rule rule;
  private final int highCategories;
  private final int only;
  private final int allBut;

  /**
   * @param categories Unicode categories (bits by {@code Character.getType}) that the members above
   *     ASCII can have; more than they have does no harm
   */
  private CharSet(long lower, long upper, int high, Rule rule, int categories) {
    this.lower = lower;
    this.upper = upper;
    this.high = high;
    this.rule = rule;
    this.highCategories = high == NOTHING ? 0 : high == EVERYTHING ? ALL_CATEGORIES : categories;
    int members = Long.bitCount(lower) + Long.bitCount(upper);
    this.only = high == NOTHING && members == 1 ? lowest(lower, upper) : -1;
    this.allBut = high == EVERYTHING && members == ASCII - 1 ? lowest(~lower, ~upper) : -1;
  }

  /** The set that a rule for all characters describes, of which it is known what is above ASCII. */
  static CharSet of(Rule rule, boolean nothingHigh, boolean everythingHigh, int categories) {
    long lower = 0;
    long upper = 0;
    for (char c = 0; c < WORD_BITS; c++) {
      lower |= rule.contains(c) ? 1L << c : 0;
      upper |= rule.contains((char) (c + WORD_BITS)) ? 1L << c : 0;
    }
    int high = nothingHigh ? NOTHING : everythingHigh ? EVERYTHING : BY_RULE;
    return new CharSet(lower, upper, high, rule, categories);
  }

  static CharSet of(char c) {
    return of(other -> other == c, c < ASCII, false, 1 << Character.getType(c));
  }

  static CharSet anyBut(char c) {
    return of(other -> other != c, false, c < ASCII, ALL_CATEGORIES);
  }

  static CharSet any() {
    return of(c -> true, false, true, ALL_CATEGORIES);
  }

  static CharSet union(List<CharSet> sets) {
    if (sets.size() == 1) {
      return sets.get(0);
    }
    long lower = 0;
    long upper = 0;
    int categories = 0;
    boolean nothing = true;
    boolean everything = false;
    for (CharSet set : sets) {
      lower |= set.lower;
      upper |= set.upper;
      categories |= set.highCategories;
      nothing &= set.high == NOTHING;
      everything |= set.high == EVERYTHING;
    }
    CharSet[] parts = sets.toArray(new CharSet[0]);
    Rule rule =
        c -> {
          for (CharSet part : parts) {
            if (part.contains(c)) {
              return true;
            }
          }
          return false;
        };
    int high = nothing ? NOTHING : everything ? EVERYTHING : BY_RULE;
    return new CharSet(lower, upper, high, rule, categories);
  }

  boolean contains(char c) {
    if (c < ASCII) {
      return ((c < WORD_BITS ? lower : upper) >>> c & 1) != 0;
    }
    return high != NOTHING && (high == EVERYTHING || rule.contains(c));
  }

  /** Is it sure that no character is in both? */
  boolean isDisjointFrom(CharSet other) {
    return (lower & other.lower) == 0
        && (upper & other.upper) == 0
        && (highCategories & other.highCategories) == 0;
  }

  /** Is it sure that all members are in the other one, which holds whole categories? */
  boolean isWithin(CharSet other) {
    return (lower & ~other.lower) == 0
        && (upper & ~other.upper) == 0
        && (highCategories & ~other.highCategories) == 0;
  }

  boolean hasNothingHigh() {
    return high == NOTHING;
  }

  boolean hasEverythingHigh() {
    return high == EVERYTHING;
  }

  int highCategories() {
    return highCategories;
  }

  /** The single (ASCII) member, or -1. */
  int only() {
    return only;
  }

  /** Where the run of members that begins at {@code from} ends, at most at {@code limit}. */
  int endOfRun(String text, int from, int limit) {
    if (allBut >= 0) {
      int found = text.indexOf(allBut, from);
      return found < 0 || found > limit ? limit : found;
    }
    int at = from;
    while (at < limit && contains(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The first member at or after {@code from} and before {@code limit}; -1 if there is none. */
  int find(String text, int from, int limit) {
    if (only >= 0) {
      int found = text.indexOf(only, from);
      return found < limit ? found : -1;
    }
    for (int at = from; at < limit; at++) {
      if (contains(text.charAt(at))) {
        return at;
      }
    }
    return -1;
  }

  private static int lowest(long lower, long upper) {
    return lower != 0
        ? Long.numberOfTrailingZeros(lower)
        : WORD_BITS + Long.numberOfTrailingZeros(upper);
  }
}
