package dev.fanout.expressions.runtime.regex;

import dev.fanout.expressions.runtime.Chars;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which characters are the same when case is ignored: those with one small letter, by Unicode's
 * simple mapping in the invariant culture. The Kelvin sign is a k; the dotted I is no i.
 */
final class CaseEquivalence {
  private static final NavigableMap<Character, String> CLASSES = classes();

  private CaseEquivalence() {}

  private static NavigableMap<Character, String> classes() {
    NavigableMap<Character, StringBuilder> byLower = new TreeMap<>();
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      char lower = Chars.toLower((char) c);
      if (lower != c) {
        byLower.computeIfAbsent(lower, key -> new StringBuilder().append(key)).append((char) c);
      }
    }
    NavigableMap<Character, String> classes = new TreeMap<>();
    for (StringBuilder members : byLower.values()) {
      members.chars().forEach(member -> classes.put((char) member, members.toString()));
    }
    return classes;
  }

  /** All characters of the class, the given one among them; null if it has no case. */
  static @Nullable String of(char c) {
    return CLASSES.get(c);
  }

  /** The classes of all characters with case from {@code first} to {@code last}. */
  static Collection<String> within(char first, char last) {
    return CLASSES.subMap(first, true, last, true).values();
  }

  /** Are two stretches of a text the same but for case? */
  static boolean regionMatches(String text, int one, int other, int length) {
    for (int i = 0; i < length; i++) {
      char a = text.charAt(one + i);
      char b = text.charAt(other + i);
      if (a != b && Chars.toLower(a) != Chars.toLower(b)) {
        return false;
      }
    }
    return true;
  }
}
