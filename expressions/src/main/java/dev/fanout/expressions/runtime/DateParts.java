package dev.fanout.expressions.runtime;

import dev.fanout.expressions.ExpressionFailure;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What a text said of a moment, and the moment that it makes. */
final class DateParts {
  private static final int UNKNOWN = -1;
  private static final int TWO_DIGIT_LIMIT = 50;

  private final String text;
  int year = UNKNOWN;
  int month = UNKNOWN;
  int day = UNKNOWN;
  int hour = UNKNOWN;
  int minute;
  int second;
  long fractionTicks;
  int weekDay = UNKNOWN;

  /** 0 in the morning, 1 in the afternoon. */
  int half = UNKNOWN;

  /** Minutes from UTC. */
  @Nullable Integer offset;

  DateParts(String text) {
    this.text = text;
  }

  static int fourDigits(int year) {
    return year < TWO_DIGIT_LIMIT ? 2000 + year : 1900 + year;
  }

  boolean hasDate() {
    return year != UNKNOWN || month != UNKNOWN || day != UNKNOWN;
  }

  boolean hasTime() {
    return hour != UNKNOWN;
  }

  /** The clock time, in ticks; today where there is no date, the first of what is missing. */
  long clockTicks() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    LocalDate date;
    if (!hasDate()) {
      date = today;
    } else {
      try {
        date =
            LocalDate.of(
                year == UNKNOWN ? today.getYear() : year,
                month == UNKNOWN ? 1 : month,
                day == UNKNOWN ? 1 : day);
      } catch (DateTimeException e) {
        throw notADate(text);
      }
      if (date.getYear() < 1 || date.getYear() > 9999) {
        throw notADate(text);
      }
    }
    if (weekDay != UNKNOWN && date.getDayOfWeek().getValue() % 7 != weekDay) {
      throw Failures.format(
          "String '"
              + text
              + "' was not recognized as a valid DateTime because the day of week was incorrect.");
    }
    return date.toEpochDay() * TimeSpan.TICKS_PER_DAY + DateTime.TICKS_AT_UNIX_EPOCH + timeTicks();
  }

  private long timeTicks() {
    int hours = hour == UNKNOWN ? 0 : hour;
    if (half != UNKNOWN) {
      if (hours > 12) {
        throw notADate(text);
      }
      hours = hours % 12 + 12 * half;
    }
    if (hours > 23 || minute > 59 || second > 59) {
      throw notADate(text);
    }
    return (hours * 3600L + minute * 60L + second) * TimeSpan.TICKS_PER_SECOND + fractionTicks;
  }

  DateTimeOffset dateTimeOffset() {
    int minutes = offset == null ? 0 : offset;
    if (Math.abs(minutes) > 14 * 60) {
      throw Failures.format(
          "The time zone offset of string '" + text + "' must be within plus or minus 14 hours.");
    }
    long clock = clockTicks();
    long utc = clock - minutes * TimeSpan.TICKS_PER_MINUTE;
    if (utc < 0 || utc > DateTime.LARGEST) {
      throw Failures.format(
          "The DateTime represented by the string '" + text + "' is out of range.");
    }
    return DateTimeOffset.ofClock(clock, TimeSpan.create(minutes * TimeSpan.TICKS_PER_MINUTE));
  }

  /** What has an offset is moved to the local zone, which is UTC. */
  DateTime dateTime() {
    if (offset == null) {
      return DateTime.create(clockTicks());
    }
    return DateTime.create(dateTimeOffset().utcTicks(), DateTime.LOCAL);
  }

  static ExpressionFailure notADate(String text) {
    return Failures.format("String '" + text + "' was not recognized as a valid DateTime.");
  }
}
