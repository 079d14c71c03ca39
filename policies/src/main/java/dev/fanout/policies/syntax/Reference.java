package dev.fanout.policies.syntax;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One {@code &…;}: one of the five entities of XML or a character.
 *
 * @param end just past the semicolon
 * @param text what it stands for; null if there is no such entity or character
 */
record Reference(int end, @Nullable String text) {
  /**
   * The longest one that means something is a character of six hexadecimal digits, with room for
   * leading zeros.
   */
  private static final int LONGEST = 16;

  /** The reference whose ampersand stands at {@code start}; empty if the ampersand stands alone. */
  static Optional<Reference> at(CharSequence source, int start, int limit) {
    int end = start + 1;
    int last = Math.min(limit, start + LONGEST);
    while (end < last && isPart(source.charAt(end))) {
      end++;
    }
    if (end == start + 1 || end >= last || source.charAt(end) != ';') {
      return Optional.empty();
    }
    String name = source.subSequence(start + 1, end).toString();
    return Optional.of(new Reference(end + 1, textOf(name)));
  }

  private static @Nullable String textOf(String name) {
    return switch (name) {
      case "quot" -> "\"";
      case "apos" -> "'";
      case "lt" -> "<";
      case "gt" -> ">";
      case "amp" -> "&";
      default -> name.startsWith("#") ? character(name) : null;
    };
  }

  private static @Nullable String character(String name) {
    boolean hexadecimal = name.startsWith("#x");
    String digits = name.substring(hexadecimal ? 2 : 1);
    try {
      int codePoint = Integer.parseInt(digits, hexadecimal ? 16 : 10);
      return Syntax.isAllowed(codePoint) ? Character.toString(codePoint) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static boolean isPart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '#';
  }
}
