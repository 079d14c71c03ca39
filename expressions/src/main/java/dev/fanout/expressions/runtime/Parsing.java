package dev.fanout.expressions.runtime;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** {@code Parse} and {@code TryParse} of numbers and bool, by NumberStyles.Integer and Float. */
public final class Parsing {
  private Parsing() {}

  public static int int32(@Nullable String text) {
    return (int) integer(text, Integer.MIN_VALUE, Integer.MAX_VALUE, "an Int32");
  }

  public static long int64(@Nullable String text) {
    return integer(text, Long.MIN_VALUE, Long.MAX_VALUE, "an Int64");
  }

  public static boolean tryInt32(@Nullable String text, Ref result) {
    BigInteger value = text == null ? null : integerOrNull(text);
    boolean fits = value != null && value.bitLength() <= 31;
    result.value = fits && value != null ? value.intValue() : 0;
    return fits;
  }

  public static boolean tryInt64(@Nullable String text, Ref result) {
    BigInteger value = text == null ? null : integerOrNull(text);
    boolean fits = value != null && value.bitLength() <= 63;
    result.value = fits && value != null ? value.longValue() : 0L;
    return fits;
  }

  static long integer(@Nullable String text, long lowest, long highest, String what) {
    if (text == null) {
      throw Failures.argumentNull("s");
    }
    BigInteger value = integerOrNull(text);
    if (value == null) {
      throw Failures.format("The input string '" + text + "' was not in a correct format.");
    }
    if (value.compareTo(BigInteger.valueOf(lowest)) < 0
        || value.compareTo(BigInteger.valueOf(highest)) > 0) {
      throw Failures.overflow("Value was either too large or too small for " + what + ".");
    }
    return value.longValue();
  }

  /** White space around, one sign, digits; zero bytes at the end are dropped. */
  private static @Nullable BigInteger integerOrNull(String text) {
    int start = 0;
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '\0') {
      end--;
    }
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    boolean negative = start < end && text.charAt(start) == '-';
    if (start < end && (negative || text.charAt(start) == '+')) {
      start++;
    }
    if (start == end) {
      return null;
    }
    for (int i = start; i < end; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return null;
      }
    }
    while (start < end - 1 && text.charAt(start) == '0') {
      start++;
    }
    // More digits than any integer has: too large, whatever they are.
    String digits = end - start > 30 ? "9".repeat(30) : text.substring(start, end);
    BigInteger value = new BigInteger(digits);
    return negative ? value.negate() : value;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= 0x09 && c <= 0x0D);
  }

  public static boolean bool(@Nullable String text) {
    if (text == null) {
      throw Failures.argumentNull("value");
    }
    Boolean value = boolOrNull(text);
    if (value == null) {
      throw Failures.format("String '" + text + "' was not recognized as a valid Boolean.");
    }
    return value;
  }

  public static boolean tryBool(@Nullable String text, Ref result) {
    Boolean value = text == null ? null : boolOrNull(text);
    result.value = value != null && value;
    return value != null;
  }

  private static @Nullable Boolean boolOrNull(String text) {
    String trimmed = Strings.trim(text);
    return trimmed.equalsIgnoreCase("true")
        ? Boolean.TRUE
        : trimmed.equalsIgnoreCase("false") ? Boolean.FALSE : null;
  }
}
