package dev.fanout.policies.liquid;

import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.expressions.runtime.DateTime;
import org.jspecify.annotations.Nullable;

/** Dates in texts. */
final class JsonDates {
  private static final int UTC = 1;
  private static final int SHORTEST = 19;
  private static final int LONGEST = 40;

  private JsonDates() {}

  /** The time that a text says in any form that .NET reads; null if it says none. */
  static @Nullable DateTime parseOrNull(String text) {
    try {
      return DateTime.parse(text);
    } catch (ExpressionFailure e) {
      return null;
    }
  }

  /** The time that a JSON string stands for, if it has the form {@code 2026-03-14T09:26:53Z}. */
  static @Nullable DateTime ofJson(String text) {
    int length = text.length();
    boolean dated =
        length >= SHORTEST
            && length <= LONGEST
            && text.charAt(4) == '-'
            && text.charAt(7) == '-'
            && text.charAt(10) == 'T'
            && text.charAt(13) == ':'
            && text.charAt(16) == ':'
            && text.chars().noneMatch(Character::isWhitespace);
    DateTime time = dated ? parseOrNull(text) : null;
    return time != null && text.endsWith("Z") ? DateTime.create(time.ticks(), UTC) : time;
  }
}
