package dev.fanout.expressions.runtime;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** {@code System.DateTime}: ticks of 100 ns since the year 1, and a kind. The local zone is UTC. */
public final class DateTime implements Comparable<DateTime> {
  public static final DateTime MIN_VALUE = new DateTime(0, 0);

  public static final int UNSPECIFIED = 0;
  public static final int UTC = 1;
  public static final int LOCAL = 2;

  static final long TICKS_AT_UNIX_EPOCH = 621_355_968_000_000_000L;
  static final long LARGEST = 3_155_378_975_999_999_999L;
  private static final String NO_SUCH_DATE =
      "Year, Month, and Day parameters describe an un-representable DateTime.";

  private final long ticks;
  private final int kind;

  private DateTime(long ticks, int kind) {
    this.ticks = ticks;
    this.kind = kind;
  }

  /** As a time of the local zone, which is UTC. */
  public static DateTime local(Instant instant) {
    return of(instant).withKind(LOCAL);
  }

  public static DateTime of(Instant instant) {
    return ofTicks(
        instant.getEpochSecond() * TimeSpan.TICKS_PER_SECOND
            + instant.getNano() / 100
            + TICKS_AT_UNIX_EPOCH,
        UTC);
  }

  public static DateTime ofTicks(long ticks, int kind) {
    if (ticks < 0 || ticks > LARGEST) {
      throw Failures.outOfRange(
          "The added or subtracted value results in an un-representable DateTime.", "value");
    }
    return new DateTime(ticks, kind);
  }

  public static DateTime create(long ticks) {
    return create(ticks, UNSPECIFIED);
  }

  public static DateTime create(long ticks, int kind) {
    if (ticks < 0 || ticks > LARGEST) {
      throw Failures.outOfRange(
          "Ticks must be between DateTime.MinValue.Ticks and DateTime.MaxValue.Ticks.", "ticks");
    }
    return new DateTime(ticks, kind);
  }

  public static DateTime create(int year, int month, int day) {
    return create(year, month, day, 0, 0, 0, 0, 0, UNSPECIFIED);
  }

  public static DateTime create(int year, int month, int day, int hour, int minute, int second) {
    return create(year, month, day, hour, minute, second, 0, 0, UNSPECIFIED);
  }

  public static DateTime createKind(
      int year, int month, int day, int hour, int minute, int second, int kind) {
    return create(year, month, day, hour, minute, second, 0, 0, kind);
  }

  public static DateTime create(
      int year, int month, int day, int hour, int minute, int second, int millisecond) {
    return create(year, month, day, hour, minute, second, millisecond, 0, UNSPECIFIED);
  }

  public static DateTime createKind(
      int year, int month, int day, int hour, int minute, int second, int millisecond, int kind) {
    return create(year, month, day, hour, minute, second, millisecond, 0, kind);
  }

  public static DateTime create(
      int year,
      int month,
      int day,
      int hour,
      int minute,
      int second,
      int millisecond,
      int microsecond) {
    return create(year, month, day, hour, minute, second, millisecond, microsecond, UNSPECIFIED);
  }

  public static DateTime create(
      int year,
      int month,
      int day,
      int hour,
      int minute,
      int second,
      int millisecond,
      int microsecond,
      int kind) {
    if (year < 1 || year > 9999) {
      throw unrepresentable(NO_SUCH_DATE);
    }
    long days;
    try {
      days = LocalDate.of(year, month, day).toEpochDay();
    } catch (DateTimeException e) {
      throw unrepresentable(NO_SUCH_DATE);
    }
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
      throw unrepresentable(
          "Hour, Minute, and Second parameters describe an un-representable DateTime.");
    }
    if (millisecond < 0 || millisecond > 999) {
      throw Failures.outOfRange("Valid values are between 0 and 999, inclusive.", "millisecond");
    }
    if (microsecond < 0 || microsecond > 999) {
      throw Failures.outOfRange("Valid values are between 0 and 999, inclusive.", "microsecond");
    }
    long seconds = days * 86_400 + hour * 3600L + minute * 60L + second;
    return new DateTime(
        seconds * TimeSpan.TICKS_PER_SECOND
            + millisecond * TimeSpan.TICKS_PER_MILLISECOND
            + microsecond * TimeSpan.TICKS_PER_MICROSECOND
            + TICKS_AT_UNIX_EPOCH,
        kind);
  }

  private static RuntimeException unrepresentable(String message) {
    return new dev.fanout.expressions.ExpressionFailure(
        "System.ArgumentOutOfRangeException", message);
  }

  public static DateTime utcNow() {
    return of(Instant.now());
  }

  public static DateTime now() {
    return new DateTime(utcNow().ticks, LOCAL);
  }

  public static DateTime minValue() {
    return MIN_VALUE;
  }

  public static DateTime maxValue() {
    return new DateTime(LARGEST, UNSPECIFIED);
  }

  public static DateTime today() {
    return now().date();
  }

  LocalDateTime local() {
    long unix = ticks - TICKS_AT_UNIX_EPOCH;
    return LocalDateTime.ofEpochSecond(
        Math.floorDiv(unix, TimeSpan.TICKS_PER_SECOND),
        (int) Math.floorMod(unix, TimeSpan.TICKS_PER_SECOND) * 100,
        ZoneOffset.UTC);
  }

  public long ticks() {
    return ticks;
  }

  public int kind() {
    return kind;
  }

  public int year() {
    return local().getYear();
  }

  public int month() {
    return local().getMonthValue();
  }

  public int day() {
    return local().getDayOfMonth();
  }

  public int hour() {
    return local().getHour();
  }

  public int minute() {
    return local().getMinute();
  }

  public int second() {
    return local().getSecond();
  }

  public int millisecond() {
    return local().getNano() / 1_000_000;
  }

  public int dayOfYear() {
    return local().getDayOfYear();
  }

  /** Sunday is 0. */
  public int dayOfWeek() {
    return local().getDayOfWeek().getValue() % 7;
  }

  public DateTime date() {
    return new DateTime(ticks - ticks % TimeSpan.TICKS_PER_DAY, kind);
  }

  public TimeSpan timeOfDay() {
    return TimeSpan.create(ticks % TimeSpan.TICKS_PER_DAY);
  }

  public DateTime addTicks(long value) {
    long sum = ticks + value;
    if (((ticks ^ sum) & (value ^ sum)) < 0) {
      return ofTicks(-1, kind);
    }
    return ofTicks(sum, kind);
  }

  public DateTime addDays(double value) {
    return add(value, TimeSpan.TICKS_PER_DAY);
  }

  public DateTime addHours(double value) {
    return add(value, TimeSpan.TICKS_PER_HOUR);
  }

  public DateTime addMinutes(double value) {
    return add(value, TimeSpan.TICKS_PER_MINUTE);
  }

  public DateTime addSeconds(double value) {
    return add(value, TimeSpan.TICKS_PER_SECOND);
  }

  public DateTime addMilliseconds(double value) {
    return add(value, TimeSpan.TICKS_PER_MILLISECOND);
  }

  public DateTime addMicroseconds(double value) {
    return add(value, TimeSpan.TICKS_PER_MICROSECOND);
  }

  private DateTime add(double value, long scale) {
    double limit = (double) LARGEST / scale + 1;
    if (!(value > -limit && value < limit)) {
      throw Failures.outOfRange("Value to add was out of range.", "value");
    }
    double whole = value < 0 ? Math.ceil(value) : Math.floor(value);
    long sum = (long) whole * scale + (long) ((value - whole) * scale);
    return addTicks(sum);
  }

  public DateTime addMonths(int months) {
    if (months < -120_000 || months > 120_000) {
      throw Failures.outOfRange("Months value must be between +/-120000.", "months");
    }
    return moved(local().toLocalDate().plusMonths(months), "months");
  }

  public DateTime addYears(int years) {
    if (years < -10_000 || years > 10_000) {
      throw Failures.outOfRange("Years value must be between +/-10000.", "years");
    }
    return moved(local().toLocalDate().plusYears(years), "years");
  }

  private DateTime moved(LocalDate date, String parameter) {
    if (date.getYear() < 1 || date.getYear() > 9999) {
      throw Failures.outOfRange(
          "The added or subtracted value results in an un-representable DateTime.", parameter);
    }
    return new DateTime(
        date.toEpochDay() * TimeSpan.TICKS_PER_DAY
            + TICKS_AT_UNIX_EPOCH
            + ticks % TimeSpan.TICKS_PER_DAY,
        kind);
  }

  public static int daysInMonth(int year, int month) {
    if (month < 1 || month > 12) {
      throw Failures.outOfRange("Month must be between one and twelve.", "month");
    }
    isLeapYear(year);
    return java.time.YearMonth.of(year, month).lengthOfMonth();
  }

  public static boolean isLeapYear(int year) {
    if (year < 1 || year > 9999) {
      throw Failures.outOfRange("Year must be between 1 and 9999.", "year");
    }
    return java.time.Year.isLeap(year);
  }

  public DateTime add(TimeSpan span) {
    return addTicks(span.ticks());
  }

  public DateTime subtract(TimeSpan span) {
    return addTicks(-span.ticks());
  }

  public TimeSpan subtract(DateTime other) {
    return TimeSpan.create(ticks - other.ticks);
  }

  public static DateTime plus(DateTime a, TimeSpan b) {
    return a.add(b);
  }

  public static DateTime minus(DateTime a, TimeSpan b) {
    return a.subtract(b);
  }

  public static TimeSpan minus(DateTime a, DateTime b) {
    return a.subtract(b);
  }

  public static boolean equal(DateTime a, DateTime b) {
    return a.ticks == b.ticks;
  }

  public static boolean notEqual(DateTime a, DateTime b) {
    return a.ticks != b.ticks;
  }

  public static boolean less(DateTime a, DateTime b) {
    return a.ticks < b.ticks;
  }

  public static boolean greater(DateTime a, DateTime b) {
    return a.ticks > b.ticks;
  }

  public static boolean lessOrEqual(DateTime a, DateTime b) {
    return a.ticks <= b.ticks;
  }

  public static boolean greaterOrEqual(DateTime a, DateTime b) {
    return a.ticks >= b.ticks;
  }

  /** False: the local zone is UTC. */
  public boolean isDaylightSavingTime() {
    return false;
  }

  DateTime withKind(int other) {
    return new DateTime(ticks, other);
  }

  public static DateTime parse(@Nullable String text) {
    if (text == null) {
      throw Failures.argumentNull("s");
    }
    return DateParser.dateTime(text);
  }

  public static DateTime parse(@Nullable String text, @Nullable Object provider) {
    return parse(text);
  }

  public String toString(@Nullable String format) {
    return DateFormat.format(this, format == null || format.isEmpty() ? "G" : format);
  }

  public String toString(@Nullable Object provider) {
    return toString();
  }

  public String toString(@Nullable String format, @Nullable Object provider) {
    return toString(format);
  }

  @Override
  public int compareTo(DateTime other) {
    return Long.compare(ticks, other.ticks);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DateTime that && that.ticks == ticks;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(ticks);
  }

  @Override
  public String toString() {
    return DateFormat.format(this, "G");
  }
}
