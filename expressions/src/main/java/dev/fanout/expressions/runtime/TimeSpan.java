package dev.fanout.expressions.runtime;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code System.TimeSpan}: ticks of 100 ns. Immutable. */
public final class TimeSpan implements Comparable<TimeSpan> {
  public static final TimeSpan ZERO = new TimeSpan(0);

  static final long TICKS_PER_MILLISECOND = 10_000L;
  static final long TICKS_PER_SECOND = 10_000_000L;
  static final long TICKS_PER_MINUTE = 60 * TICKS_PER_SECOND;
  static final long TICKS_PER_HOUR = 60 * TICKS_PER_MINUTE;
  static final long TICKS_PER_DAY = 24 * TICKS_PER_HOUR;

  private final long ticks;

  private TimeSpan(long ticks) {
    this.ticks = ticks;
  }

  public static TimeSpan create(long ticks) {
    return new TimeSpan(ticks);
  }

  public static TimeSpan create(int hours, int minutes, int seconds) {
    return new TimeSpan((hours * 3600L + minutes * 60L + seconds) * TICKS_PER_SECOND);
  }

  public static TimeSpan create(int days, int hours, int minutes, int seconds) {
    return new TimeSpan(
        (days * 86400L + hours * 3600L + minutes * 60L + seconds) * TICKS_PER_SECOND);
  }

  public static TimeSpan create(int days, int hours, int minutes, int seconds, int milliseconds) {
    return new TimeSpan(
        create(days, hours, minutes, seconds).ticks + milliseconds * TICKS_PER_MILLISECOND);
  }

  public static TimeSpan of(Duration duration) {
    return new TimeSpan(duration.getSeconds() * TICKS_PER_SECOND + duration.getNano() / 100);
  }

  public static TimeSpan zero() {
    return ZERO;
  }

  public static TimeSpan fromDays(double value) {
    return interval(value, TICKS_PER_DAY);
  }

  public static TimeSpan fromHours(double value) {
    return interval(value, TICKS_PER_HOUR);
  }

  public static TimeSpan fromMinutes(double value) {
    return interval(value, TICKS_PER_MINUTE);
  }

  public static TimeSpan fromSeconds(double value) {
    return interval(value, TICKS_PER_SECOND);
  }

  public static TimeSpan fromMilliseconds(double value) {
    return interval(value, TICKS_PER_MILLISECOND);
  }

  private static TimeSpan interval(double value, long scale) {
    if (Double.isNaN(value)) {
      throw Failures.argument("TimeSpan does not accept floating point Not-a-Number values.", null);
    }
    double ticks = value * scale;
    if (ticks > 0x1p63 || ticks < -0x1p63) {
      throw Failures.overflow("TimeSpan overflowed because the duration is too long.");
    }
    return new TimeSpan((long) ticks);
  }

  public long ticks() {
    return ticks;
  }

  public int days() {
    return (int) (ticks / TICKS_PER_DAY);
  }

  public int hours() {
    return (int) (ticks / TICKS_PER_HOUR % 24);
  }

  public int minutes() {
    return (int) (ticks / TICKS_PER_MINUTE % 60);
  }

  public int seconds() {
    return (int) (ticks / TICKS_PER_SECOND % 60);
  }

  public int milliseconds() {
    return (int) (ticks / TICKS_PER_MILLISECOND % 1000);
  }

  public double totalDays() {
    return (double) ticks / TICKS_PER_DAY;
  }

  public double totalHours() {
    return (double) ticks / TICKS_PER_HOUR;
  }

  public double totalMinutes() {
    return (double) ticks / TICKS_PER_MINUTE;
  }

  public double totalSeconds() {
    return (double) ticks / TICKS_PER_SECOND;
  }

  public double totalMilliseconds() {
    return (double) ticks / TICKS_PER_MILLISECOND;
  }

  public static TimeSpan add(TimeSpan a, TimeSpan b) {
    return new TimeSpan(checked(a.ticks, b.ticks));
  }

  public static TimeSpan subtract(TimeSpan a, TimeSpan b) {
    return new TimeSpan(checked(a.ticks, -b.ticks));
  }

  private static long checked(long a, long b) {
    long sum = a + b;
    if (((a ^ sum) & (b ^ sum)) < 0) {
      throw Failures.overflow("TimeSpan overflowed because the duration is too long.");
    }
    return sum;
  }

  public TimeSpan negate() {
    return new TimeSpan(-ticks);
  }

  public static boolean equal(TimeSpan a, TimeSpan b) {
    return a.ticks == b.ticks;
  }

  public static boolean notEqual(TimeSpan a, TimeSpan b) {
    return a.ticks != b.ticks;
  }

  public static boolean less(TimeSpan a, TimeSpan b) {
    return a.ticks < b.ticks;
  }

  public static boolean greater(TimeSpan a, TimeSpan b) {
    return a.ticks > b.ticks;
  }

  public static boolean lessOrEqual(TimeSpan a, TimeSpan b) {
    return a.ticks <= b.ticks;
  }

  public static boolean greaterOrEqual(TimeSpan a, TimeSpan b) {
    return a.ticks >= b.ticks;
  }

  /** Null and empty are {@code c}. */
  public String toString(@Nullable String format) {
    return format == null || format.isEmpty() ? toString() : SpanFormat.format(this, format);
  }

  @Override
  public int compareTo(TimeSpan other) {
    return Long.compare(ticks, other.ticks);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TimeSpan that && that.ticks == ticks;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(ticks);
  }

  /** {@code [-][d.]hh:mm:ss[.fffffff]}. */
  @Override
  public String toString() {
    long days = Math.abs(ticks / TICKS_PER_DAY);
    long rest = Math.abs(ticks % TICKS_PER_DAY);
    long fraction = rest % TICKS_PER_SECOND;
    return (ticks < 0 ? "-" : "")
        + (days == 0 ? "" : days + ".")
        + String.format(
            Locale.ROOT,
            "%02d:%02d:%02d",
            rest / TICKS_PER_HOUR,
            rest / TICKS_PER_MINUTE % 60,
            rest / TICKS_PER_SECOND % 60)
        + (fraction == 0 ? "" : String.format(Locale.ROOT, ".%07d", fraction));
  }
}
