package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.runtime.DateTime;
import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.TimeSpan;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code Parse} of strings in the invariant culture, as far as conversions of tokens need it. */
final class JsonTexts {
  private static final int MOST_DIGITS = 2000;

  private JsonTexts() {}

  /** By NumberStyles.Integer; null if it is none. */
  static @Nullable BigInteger integer(String text) {
    String bare = trimmed(text);
    String digits = bare.startsWith("+") || bare.startsWith("-") ? bare.substring(1) : bare;
    boolean valid = !digits.isEmpty() && digits.length() < MOST_DIGITS;
    for (int i = 0; i < digits.length() && valid; i++) {
      valid = digits.charAt(i) >= '0' && digits.charAt(i) <= '9';
    }
    return valid ? new BigInteger(bare.startsWith("+") ? digits : bare) : null;
  }

  /** By NumberStyles.Float with thousands; null if it is none. */
  static @Nullable Double real(String text) {
    String bare = trimmed(text);
    switch (bare.toLowerCase(java.util.Locale.ROOT)) {
      case "nan", "-nan", "+nan" -> {
        return Double.NaN;
      }
      case "infinity", "+infinity" -> {
        return Double.POSITIVE_INFINITY;
      }
      case "-infinity" -> {
        return Double.NEGATIVE_INFINITY;
      }
      default -> {
        String plain = withoutThousands(bare);
        return JsonNumbers.isReal(plain) ? Double.valueOf(Double.parseDouble(plain)) : null;
      }
    }
  }

  /** By NumberStyles.Number, the decimals as written; null if it is none. */
  static @Nullable BigDecimal number(String text) {
    String bare = trimmed(text);
    if (bare.endsWith("-") || bare.endsWith("+")) {
      bare = bare.charAt(bare.length() - 1) + trimmed(bare.substring(0, bare.length() - 1));
    }
    String plain = withoutThousands(bare);
    boolean valid =
        JsonNumbers.isReal(plain)
            && plain.length() < MOST_DIGITS
            && plain.indexOf('e') < 0
            && plain.indexOf('E') < 0;
    return valid ? new BigDecimal(plain) : null;
  }

  static DateTime dateTime(String text) {
    DateTime date = JsonDates.parse(text);
    if (date == null) {
      throw Failures.format(
          "String '" + text + "' was not recognized as a valid DateTime.");
    }
    return date;
  }

  private static final Pattern SPAN =
      Pattern.compile("(-)?(?:(\\d{1,8})(?:\\.(?=\\d+:)|$))?(?:(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:\\.(\\d{1,7}))?)?)?");

  /** {@code [-][d.]hh:mm[:ss[.fffffff]]}, or days alone. */
  static TimeSpan timeSpan(String text) {
    Matcher matcher = SPAN.matcher(trimmed(text));
    boolean matches =
        matcher.matches() && (matcher.group(2) != null || matcher.group(3) != null);
    if (!matches) {
      throw Failures.format("String '" + text + "' was not recognized as a valid TimeSpan.");
    }
    long hours = part(matcher, 3);
    long minutes = part(matcher, 4);
    long seconds = part(matcher, 5);
    if (hours > 23 || minutes > 59 || seconds > 59) {
      throw Failures.overflow(
          "The TimeSpan string '"
              + text
              + "' could not be parsed because at least one of the numeric components is out of"
              + " range or contains too many digits.");
    }
    String fraction = matcher.group(6);
    long ticks = ((part(matcher, 2) * 24 + hours) * 60 + minutes) * 60 + seconds;
    ticks *= 10_000_000L;
    if (fraction != null) {
      ticks += Long.parseLong((fraction + "0000000").substring(0, 7));
    }
    return TimeSpan.create(matcher.group(1) == null ? ticks : -ticks);
  }

  private static long part(Matcher matcher, int group) {
    String digits = matcher.group(group);
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private static String withoutThousands(String text) {
    boolean grouped = text.indexOf(',') > 0 && Character.isDigit(text.charAt(text.indexOf(',') - 1));
    return grouped ? text.replace(",", "") : text;
  }

  private static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    while (end > start && (isSpace(text.charAt(end - 1)) || text.charAt(end - 1) == 0)) {
      end--;
    }
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    return text.substring(start, end);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }
}
