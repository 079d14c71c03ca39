package dev.fanout.expressions.runtime;

import org.jspecify.annotations.Nullable;

/** {@code string.Compare} and its like; a comparison is a value of StringComparison. */
public final class StringOrder {
  private static final int ORDINAL = 4;
  private static final int ORDINAL_IGNORE_CASE = 5;

  private StringOrder() {}

  /** In the invariant culture; null is below everything. */
  public static int compare(@Nullable String a, @Nullable String b) {
    return compare(a, b, 0);
  }

  public static int compare(@Nullable String a, @Nullable String b, boolean ignoresCase) {
    return compare(a, b, ignoresCase ? 1 : 0);
  }

  public static int compare(@Nullable String a, @Nullable String b, int comparison) {
    Strings.ignoresCase(comparison);
    if (a == null || b == null) {
      return a == null ? (b == null ? 0 : -1) : 1;
    }
    return switch (comparison) {
      case ORDINAL -> a.compareTo(b);
      case ORDINAL_IGNORE_CASE -> compareIgnoringCase(a, b);
      default -> InvariantOrder.compare(a, b, (comparison & 1) == 1);
    };
  }

  static int compareIgnoringCase(String a, String b) {
    return Strings.toUpper(a).compareTo(Strings.toUpper(b));
  }

  public static int compare(
      @Nullable String a, int indexA, @Nullable String b, int indexB, int length) {
    return compare(a, indexA, b, indexB, length, 0);
  }

  public static int compare(
      @Nullable String a,
      int indexA,
      @Nullable String b,
      int indexB,
      int length,
      boolean ignoresCase) {
    return compare(a, indexA, b, indexB, length, ignoresCase ? 1 : 0);
  }

  /** Of parts of at most {@code length} characters. */
  public static int compare(
      @Nullable String a, int indexA, @Nullable String b, int indexB, int length, int comparison) {
    Strings.ignoresCase(comparison);
    if (a == null || b == null) {
      return compare(a, b, comparison);
    }
    if (length < 0) {
      throw Failures.negative("length", length);
    }
    return compare(
        part(a, indexA, length, "indexA"), part(b, indexB, length, "indexB"), comparison);
  }

  private static String part(String text, int index, int length, String parameter) {
    if (index < 0 || index > text.length()) {
      throw Failures.outOfRange(
          "Index was out of range. Must be non-negative and less than or equal to the size of the"
              + " collection.",
          parameter);
    }
    return text.substring(index, (int) Math.min(text.length(), (long) index + length));
  }

  /** By UTF-16 unit: the difference of the first two that differ, or of the lengths. */
  public static int compareOrdinal(@Nullable String a, @Nullable String b) {
    return compare(a, b, ORDINAL);
  }

  public static int compareOrdinal(
      @Nullable String a, int indexA, @Nullable String b, int indexB, int length) {
    return compare(a, indexA, b, indexB, length, ORDINAL);
  }

  public static int compareTo(String self, @Nullable String other) {
    return self.isEmpty() && other == null ? 1 : compare(self, other, 0);
  }

  public static int compareTo(String self, @Nullable Object other) {
    if (other == null) {
      return 1;
    }
    if (other instanceof String text) {
      return compareTo(self, text);
    }
    throw Integers.notOfType("String");
  }
}
