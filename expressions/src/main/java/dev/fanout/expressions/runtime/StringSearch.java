package dev.fanout.expressions.runtime;

import org.jspecify.annotations.Nullable;

/** {@code IndexOf}, {@code LastIndexOf} and their like. A comparison is a StringComparison. */
public final class StringSearch {
  private static final String INDEX =
      "Index was out of range. Must be non-negative and less than or equal to the size of the"
          + " collection.";
  private static final String COUNT =
      "Count must be positive and count must refer to a location within the"
          + " string/array/collection.";

  private StringSearch() {}

  public static int indexOf(String self, char value, int start, int count) {
    checkForward(self, start, count);
    int found = self.indexOf(value, start);
    return found < start + count ? found : -1;
  }

  public static int indexOf(String self, char value, int comparison) {
    return indexOf(self, String.valueOf(value), comparison);
  }

  public static int indexOf(String self, @Nullable String value, int start, int count) {
    String known = required(self, value);
    checkForward(self, start, count);
    return within(self.indexOf(known, start), known, start + count);
  }

  public static int indexOf(String self, @Nullable String value, int comparison) {
    return indexOfFrom(self, value, 0, comparison);
  }

  public static int indexOfFrom(String self, @Nullable String value, int start, int comparison) {
    String known = required(self, value);
    if (start < 0 || start > self.length()) {
      throw Failures.outOfRange(INDEX, "startIndex");
    }
    return indexOf(self, known, start, self.length() - start, comparison);
  }

  public static int indexOf(
      String self, @Nullable String value, int start, int count, int comparison) {
    String known = required(self, value);
    checkForward(self, start, count);
    boolean ignoresCase = Strings.ignoresCase(comparison);
    int found =
        ignoresCase
            ? Strings.toUpper(self).indexOf(Strings.toUpper(known), start)
            : self.indexOf(known, start);
    return within(found, known, start + count);
  }

  private static int within(int found, String value, int end) {
    return found >= 0 && found + value.length() <= end ? found : -1;
  }

  private static void checkForward(String self, int start, int count) {
    if (start < 0 || start > self.length()) {
      throw Failures.outOfRange(INDEX, "startIndex");
    }
    if (count < 0 || count > self.length() - start) {
      throw Failures.outOfRange(COUNT, "count");
    }
    Fence.steps(self.length() / 64);
  }

  public static int indexOfAny(String self, char @Nullable [] any) {
    return indexOfAny(self, any, 0);
  }

  public static int indexOfAny(String self, char @Nullable [] any, int start) {
    if (start < 0 || start > self.length()) {
      throw Failures.outOfRange(INDEX, "startIndex");
    }
    return indexOfAny(self, any, start, self.length() - start);
  }

  public static int indexOfAny(String self, char @Nullable [] any, int start, int count) {
    char[] known = required(self, any);
    checkForward(self, start, count);
    for (int i = start; i < start + count; i++) {
      if (Strings.isIn(self.charAt(i), known)) {
        return i;
      }
    }
    return -1;
  }

  public static int lastIndexOfAny(String self, char @Nullable [] any) {
    return lastIndexOfAny(self, any, self.length() - 1, self.length());
  }

  public static int lastIndexOfAny(String self, char @Nullable [] any, int start) {
    return lastIndexOfAny(self, any, start, start + 1);
  }

  public static int lastIndexOfAny(String self, char @Nullable [] any, int start, int count) {
    char[] known = required(self, any);
    if (self.isEmpty()) {
      return -1;
    }
    checkBackward(self, start, count);
    for (int i = start; i > start - count; i--) {
      if (Strings.isIn(self.charAt(i), known)) {
        return i;
      }
    }
    return -1;
  }

  public static int lastIndexOf(String self, char value, int start) {
    return lastIndexOf(self, value, start, start + 1);
  }

  public static int lastIndexOf(String self, char value, int start, int count) {
    if (self.isEmpty()) {
      return -1;
    }
    checkBackward(self, start, count);
    int found = self.lastIndexOf(value, start);
    return found > start - count ? found : -1;
  }

  private static void checkBackward(String self, int start, int count) {
    if (start < 0 || start >= self.length()) {
      throw Failures.outOfRange(
          "Index was out of range. Must be non-negative and less than the size of the collection.",
          "startIndex");
    }
    if (count < 0 || start - count + 1 < 0) {
      throw Failures.outOfRange(COUNT, "count");
    }
    Fence.steps(self.length() / 64);
  }

  public static int lastIndexOfBy(String self, @Nullable String value, int comparison) {
    return lastIndexOf(self, value, self.length() - 1, self.length(), comparison);
  }

  public static int lastIndexOfFrom(String self, @Nullable String value, int start) {
    return lastIndexOf(self, value, start, start + 1, 0);
  }

  public static int lastIndexOf(String self, @Nullable String value, int start, int count) {
    return lastIndexOf(self, value, start, count, 0);
  }

  public static int lastIndexOfFrom(
      String self, @Nullable String value, int start, int comparison) {
    return lastIndexOf(self, value, start, start + 1, comparison);
  }

  /** Searches the {@code count} characters that end at {@code start}. */
  public static int lastIndexOf(
      String self, @Nullable String value, int start, int count, int comparison) {
    String known = required(self, value);
    boolean ignoresCase = Strings.ignoresCase(comparison);
    if (self.isEmpty() && (start == -1 || start == 0)) {
      return known.isEmpty() ? 0 : -1;
    }
    if (start < 0 || start > self.length()) {
      throw Failures.outOfRange(INDEX, "startIndex");
    }
    int last = start;
    int length = count;
    if (last == self.length()) {
      last--;
      length = Math.max(0, length - 1);
    }
    if (count < 0 || last - length + 1 < 0) {
      throw Failures.outOfRange(COUNT, "count");
    }
    Fence.steps(self.length() / 64);
    int first = last - length + 1;
    String part = self.substring(first, last + 1);
    int found =
        ignoresCase
            ? Strings.toUpper(part).lastIndexOf(Strings.toUpper(known))
            : part.lastIndexOf(known);
    return found < 0 ? -1 : first + found;
  }

  private static String required(String self, @Nullable String value) {
    // A null receiver fails first.
    int length = self.length();
    if (value == null || length < 0) {
      throw Failures.argumentNull("value");
    }
    return value;
  }

  private static char[] required(String self, char @Nullable [] any) {
    int length = self.length();
    if (any == null || length < 0) {
      throw Failures.argumentNull("anyOf");
    }
    return any;
  }
}
