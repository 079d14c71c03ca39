package dev.fanout.expressions.runtime;

import dev.fanout.expressions.ExpressionFailure;
import org.jspecify.annotations.Nullable;

/**
 * {@code System.DateTimeOffset}: a clock time and its distance from UTC in whole minutes. Equal and
 * ordered by the moment. Immutable. The local zone is UTC; format providers are ignored.
 */
public final class DateTimeOffset implements Comparable<DateTimeOffset> {
  private static final long LARGEST_OFFSET = 14 * TimeSpan.TICKS_PER_HOUR;
  private static final long LOWEST_SECONDS = -62_135_596_800L;
  private static final long HIGHEST_SECONDS = 253_402_300_799L;
  private static final long FILE_TIME_EPOCH = 504_911_232_000_000_000L;

  private final long utcTicks;
  private final long offsetTicks;

  private DateTimeOffset(long utcTicks, long offsetTicks) {
    this.utcTicks = utcTicks;
    this.offsetTicks = offsetTicks;
  }

  /** From what the clock shows. */
  static DateTimeOffset ofClock(long clockTicks, TimeSpan offset) {
    long ticks = offset.ticks();
    if (ticks % TimeSpan.TICKS_PER_MINUTE != 0) {
      throw Failures.argument("Offset must be specified in whole minutes.", "offset");
    }
    if (ticks < -LARGEST_OFFSET || ticks > LARGEST_OFFSET) {
      throw Failures.outOfRange("Offset must be within plus or minus 14 hours.", "offset");
    }
    return ofUtc(clockTicks - ticks, ticks, "offset");
  }

  private static DateTimeOffset ofUtc(long utcTicks, long offsetTicks, String parameter) {
    if (utcTicks < 0 || utcTicks > DateTime.LARGEST) {
      throw Failures.outOfRange(
          "The UTC time represented when the offset is applied must be between year 0 and 10,000.",
          parameter);
    }
    return new DateTimeOffset(utcTicks, offsetTicks);
  }

  public static DateTimeOffset create(DateTime time) {
    return new DateTimeOffset(time.ticks(), 0);
  }

  /** What has a kind has its offset: zero. */
  public static DateTimeOffset create(DateTime time, TimeSpan offset) {
    if (time.kind() != DateTime.UNSPECIFIED && offset.ticks() != 0) {
      throw Failures.argument(
          time.kind() == DateTime.UTC
              ? "The UTC Offset for Utc DateTime instances must be 0."
              : "The UTC Offset of the local dateTime parameter does not match the offset"
                  + " argument.",
          "offset");
    }
    return ofClock(time.ticks(), offset);
  }

  public static DateTimeOffset create(long ticks, TimeSpan offset) {
    return ofClock(DateTime.create(ticks).ticks(), offset);
  }

  public static DateTimeOffset create(
      int year, int month, int day, int hour, int minute, int second, TimeSpan offset) {
    return create(year, month, day, hour, minute, second, 0, 0, offset);
  }

  public static DateTimeOffset create(
      int year,
      int month,
      int day,
      int hour,
      int minute,
      int second,
      int millisecond,
      TimeSpan offset) {
    return create(year, month, day, hour, minute, second, millisecond, 0, offset);
  }

  public static DateTimeOffset create(
      int year,
      int month,
      int day,
      int hour,
      int minute,
      int second,
      int millisecond,
      int microsecond,
      TimeSpan offset) {
    return ofClock(
        DateTime.create(year, month, day, hour, minute, second, millisecond, microsecond).ticks(),
        offset);
  }

  public static DateTimeOffset ofDateTime(DateTime time) {
    return create(time);
  }

  public static DateTimeOffset now() {
    return create(DateTime.utcNow());
  }

  public static DateTimeOffset utcNow() {
    return create(DateTime.utcNow());
  }

  public static DateTimeOffset minValue() {
    return new DateTimeOffset(0, 0);
  }

  public static DateTimeOffset maxValue() {
    return new DateTimeOffset(DateTime.LARGEST, 0);
  }

  public static DateTimeOffset unixEpoch() {
    return new DateTimeOffset(DateTime.TICKS_AT_UNIX_EPOCH, 0);
  }

  public static DateTimeOffset fromUnixTimeSeconds(long seconds) {
    if (seconds < LOWEST_SECONDS || seconds > HIGHEST_SECONDS) {
      throw Failures.outOfRange(
          "Valid values are between " + LOWEST_SECONDS + " and " + HIGHEST_SECONDS + ", inclusive.",
          "seconds",
          seconds);
    }
    return new DateTimeOffset(
        seconds * TimeSpan.TICKS_PER_SECOND + DateTime.TICKS_AT_UNIX_EPOCH, 0);
  }

  public static DateTimeOffset fromUnixTimeMilliseconds(long milliseconds) {
    long lowest = LOWEST_SECONDS * 1000;
    long highest = HIGHEST_SECONDS * 1000 + 999;
    if (milliseconds < lowest || milliseconds > highest) {
      throw Failures.outOfRange(
          "Valid values are between " + lowest + " and " + highest + ", inclusive.",
          "milliseconds",
          milliseconds);
    }
    return new DateTimeOffset(
        milliseconds * TimeSpan.TICKS_PER_MILLISECOND + DateTime.TICKS_AT_UNIX_EPOCH, 0);
  }

  public static DateTimeOffset fromFileTime(long fileTime) {
    if (fileTime < 0 || fileTime > DateTime.LARGEST - FILE_TIME_EPOCH) {
      throw Failures.outOfRange("Not a valid Win32 FileTime.", "fileTime");
    }
    return new DateTimeOffset(fileTime + FILE_TIME_EPOCH, 0);
  }

  public long toFileTime() {
    if (utcTicks < FILE_TIME_EPOCH) {
      throw new ExpressionFailure(
          "System.ArgumentOutOfRangeException", "Not a valid Win32 FileTime.");
    }
    return utcTicks - FILE_TIME_EPOCH;
  }

  /** Rounds down, before 1970 too. */
  public long toUnixTimeSeconds() {
    return Math.floorDiv(utcTicks - DateTime.TICKS_AT_UNIX_EPOCH, TimeSpan.TICKS_PER_SECOND);
  }

  public long toUnixTimeMilliseconds() {
    return Math.floorDiv(utcTicks - DateTime.TICKS_AT_UNIX_EPOCH, TimeSpan.TICKS_PER_MILLISECOND);
  }

  /** The clock time, of no kind. */
  public DateTime dateTime() {
    return DateTime.ofTicks(utcTicks + offsetTicks, DateTime.UNSPECIFIED);
  }

  public DateTime utcDateTime() {
    return DateTime.ofTicks(utcTicks, DateTime.UTC);
  }

  public DateTime localDateTime() {
    return DateTime.ofTicks(utcTicks, DateTime.LOCAL);
  }

  public TimeSpan offset() {
    return TimeSpan.create(offsetTicks);
  }

  public int totalOffsetMinutes() {
    return (int) (offsetTicks / TimeSpan.TICKS_PER_MINUTE);
  }

  public long ticks() {
    return utcTicks + offsetTicks;
  }

  public long utcTicks() {
    return utcTicks;
  }

  public DateTime date() {
    return dateTime().date();
  }

  public int year() {
    return dateTime().year();
  }

  public int month() {
    return dateTime().month();
  }

  public int day() {
    return dateTime().day();
  }

  public int hour() {
    return dateTime().hour();
  }

  public int minute() {
    return dateTime().minute();
  }

  public int second() {
    return dateTime().second();
  }

  public int millisecond() {
    return dateTime().millisecond();
  }

  public int microsecond() {
    return (int) (ticks() / TimeSpan.TICKS_PER_MICROSECOND % 1000);
  }

  public int nanosecond() {
    return (int) (ticks() % TimeSpan.TICKS_PER_MICROSECOND * 100);
  }

  public int dayOfYear() {
    return dateTime().dayOfYear();
  }

  public int dayOfWeek() {
    return dateTime().dayOfWeek();
  }

  public TimeSpan timeOfDay() {
    return dateTime().timeOfDay();
  }

  public DateTimeOffset toOffset(TimeSpan offset) {
    long clock = utcTicks + offset.ticks();
    if (clock < 0 || clock > DateTime.LARGEST) {
      ofClock(0, offset.ticks() < 0 ? TimeSpan.ZERO : offset);
      throw Failures.outOfRange(
          "The UTC time represented when the offset is applied must be between year 0 and 10,000.",
          "offset");
    }
    return ofClock(clock, offset);
  }

  public DateTimeOffset toUniversalTime() {
    return new DateTimeOffset(utcTicks, 0);
  }

  public DateTimeOffset toLocalTime() {
    return new DateTimeOffset(utcTicks, 0);
  }

  private DateTimeOffset at(DateTime clock) {
    return ofUtc(clock.ticks() - offsetTicks, offsetTicks, "value");
  }

  public DateTimeOffset add(TimeSpan span) {
    return at(dateTime().add(span));
  }

  public DateTimeOffset addDays(double value) {
    return at(dateTime().addDays(value));
  }

  public DateTimeOffset addHours(double value) {
    return at(dateTime().addHours(value));
  }

  public DateTimeOffset addMinutes(double value) {
    return at(dateTime().addMinutes(value));
  }

  public DateTimeOffset addSeconds(double value) {
    return at(dateTime().addSeconds(value));
  }

  public DateTimeOffset addMilliseconds(double value) {
    return at(dateTime().addMilliseconds(value));
  }

  public DateTimeOffset addMicroseconds(double value) {
    return at(dateTime().addMicroseconds(value));
  }

  public DateTimeOffset addTicks(long value) {
    return at(dateTime().addTicks(value));
  }

  public DateTimeOffset addMonths(int months) {
    return at(dateTime().addMonths(months));
  }

  public DateTimeOffset addYears(int years) {
    return at(dateTime().addYears(years));
  }

  public DateTimeOffset subtract(TimeSpan span) {
    return at(dateTime().subtract(span));
  }

  public TimeSpan subtract(DateTimeOffset other) {
    return TimeSpan.create(utcTicks - other.utcTicks);
  }

  public static DateTimeOffset plus(DateTimeOffset a, TimeSpan b) {
    return a.add(b);
  }

  public static DateTimeOffset minus(DateTimeOffset a, TimeSpan b) {
    return a.subtract(b);
  }

  public static TimeSpan minus(DateTimeOffset a, DateTimeOffset b) {
    return a.subtract(b);
  }

  /** Also by the offset. */
  public boolean equalsExact(DateTimeOffset other) {
    return utcTicks == other.utcTicks && offsetTicks == other.offsetTicks;
  }

  public static int compare(DateTimeOffset a, DateTimeOffset b) {
    return a.compareTo(b);
  }

  @Override
  public int compareTo(DateTimeOffset other) {
    return Long.compare(utcTicks, other.utcTicks);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DateTimeOffset that && that.utcTicks == utcTicks;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(utcTicks);
  }

  @Override
  public String toString() {
    return DateFormat.format(this, "MM/dd/yyyy HH:mm:ss zzz");
  }

  public String toString(@Nullable String format) {
    return format == null || format.isEmpty() ? toString() : DateFormat.format(this, format);
  }

  public String toString(@Nullable Object provider) {
    return toString();
  }

  public String toString(@Nullable String format, @Nullable Object provider) {
    return toString(format);
  }
}
