package dev.fanout.expressions.runtime;

import dev.fanout.expressions.ExpressionFailure;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code TimeSpan.Parse}: {@code d}, {@code [d.]hh:mm[:ss[.f]]} and {@code d:hh:mm:ss[.f]}. */
final class SpanParser {
  /** Days, hours, minutes, seconds, fraction. Bounded runs of digits, so it cannot run away. */
  private static final Pattern DAYS = Pattern.compile("([0-9]{1,20})");

  private static final Pattern TIME =
      Pattern.compile(
          "(?:([0-9]{1,20})[.:](?=[0-9]{1,20}:[0-9]{1,20}(?:[:.]|$)))?"
              + "([0-9]{1,20}):([0-9]{1,20})(?::([0-9]{1,20})?(?:\\.([0-9]{1,20}))?)?");

  private static final int LONGEST = 64;

  private SpanParser() {}

  static TimeSpan parse(@Nullable String text) {
    if (text == null) {
      throw Failures.argumentNull("input");
    }
    return read(text);
  }

  static boolean tryParse(@Nullable String text, Ref result) {
    result.value = TimeSpan.ZERO;
    if (text == null) {
      return false;
    }
    try {
      result.value = read(text);
      return true;
    } catch (ExpressionFailure e) {
      return false;
    }
  }

  private static TimeSpan read(String text) {
    String bare = Strings.trim(text);
    boolean negative = bare.startsWith("-");
    String digits = negative ? bare.substring(1) : bare;
    if (digits.length() > LONGEST) {
      throw notASpan(text);
    }
    Matcher days = DAYS.matcher(digits);
    if (days.matches()) {
      return span(text, negative, number(days, 1), 0, 0, 0, "");
    }
    Matcher time = TIME.matcher(digits);
    if (!time.matches()) {
      throw notASpan(text);
    }
    boolean colon = time.group(1) != null && digits.charAt(time.end(1)) == ':';
    if (colon && time.group(4) == null) {
      // Three numbers between colons are a time of day.
      return span(
          text,
          negative,
          0,
          number(time, 1),
          number(time, 2),
          number(time, 3),
          time.group(5) == null ? "" : time.group(5));
    }
    if (time.group(4) == null && (time.group(5) != null || digits.endsWith(":"))) {
      throw notASpan(text);
    }
    return span(
        text,
        negative,
        number(time, 1),
        number(time, 2),
        number(time, 3),
        number(time, 4),
        time.group(5) == null ? "" : time.group(5));
  }

  private static long number(Matcher matcher, int group) {
    String digits = matcher.group(group);
    if (digits == null) {
      return 0;
    }
    return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
  }

  /** Of parts that must be in their ranges. */
  static TimeSpan span(
      String text,
      boolean negative,
      long days,
      long hours,
      long minutes,
      long seconds,
      String fraction) {
    if (days > 10_675_199 || hours > 23 || minutes > 59 || seconds > 59 || fraction.length() > 7) {
      throw outOfRange(text);
    }
    long ticks =
        (days * 86_400 + hours * 3600 + minutes * 60 + seconds) * TimeSpan.TICKS_PER_SECOND
            + Long.parseLong((fraction + "0000000").substring(0, 7));
    if (ticks < 0 && !(negative && ticks == Long.MIN_VALUE)) {
      throw outOfRange(text);
    }
    return TimeSpan.create(negative ? -ticks : ticks);
  }

  static ExpressionFailure notASpan(String text) {
    return Failures.format("String '" + text + "' was not recognized as a valid TimeSpan.");
  }

  private static ExpressionFailure outOfRange(String text) {
    return Failures.overflow(
        "The TimeSpan string '"
            + text
            + "' could not be parsed because at least one of the numeric components is out of range"
            + " or contains too many digits.");
  }
}
