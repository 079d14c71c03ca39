package dev.fanout.expressions.runtime;

import java.util.List;
import java.util.Locale;

/** The English names of months and days, which are those of the invariant culture. */
final class DateNames {
  static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");

  static final List<String> DAYS =
      List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");

  private static final int SHORT = 3;

  private DateNames() {}

  /** 1 to 12, by full or short name in any case; 0 for another word. */
  static int month(String word) {
    return 1 + find(MONTHS, word);
  }

  /** 0 (Sunday) to 6; -1 for another word. */
  static int day(String word) {
    return find(DAYS, word);
  }

  private static int find(List<String> names, String word) {
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (word.equalsIgnoreCase(name)
          || (word.length() == SHORT
              && name.toLowerCase(Locale.ROOT).startsWith(word.toLowerCase(Locale.ROOT)))) {
        return i;
      }
    }
    return -1;
  }

  /** The length of the name that stands at a place of a text; 0 for none. */
  static int lengthAt(String text, int at, String name, boolean isShort) {
    String wanted = isShort ? name.substring(0, SHORT) : name;
    return text.regionMatches(true, at, wanted, 0, wanted.length()) ? wanted.length() : 0;
  }
}
