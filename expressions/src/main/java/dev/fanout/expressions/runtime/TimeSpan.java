package dev.fanout.expressions.runtime;

import dev.fanout.expressions.ExpressionFailure;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code System.TimeSpan}: ticks of 100 ns. Immutable. */
public final class TimeSpan implements Comparable<TimeSpan> {
  public static final TimeSpan ZERO = new TimeSpan(0);

  static final long TICKS_PER_MICROSECOND = 10L;
  static final long TICKS_PER_MILLISECOND = 10_000L;
  static final long TICKS_PER_SECOND = 10_000_000L;
  static final long TICKS_PER_MINUTE = 60 * TICKS_PER_SECOND;
  static final long TICKS_PER_HOUR = 60 * TICKS_PER_MINUTE;
  static final long TICKS_PER_DAY = 24 * TICKS_PER_HOUR;

  private static final String TOO_LONG = "TimeSpan overflowed because the duration is too long.";

  private final long ticks;

  private TimeSpan(long ticks) {
    this.ticks = ticks;
  }

  public static TimeSpan create(long ticks) {
    return new TimeSpan(ticks);
  }

  public static TimeSpan create(int hours, int minutes, int seconds) {
    return create(0, hours, minutes, seconds, 0, 0);
  }

  public static TimeSpan create(int days, int hours, int minutes, int seconds) {
    return create(days, hours, minutes, seconds, 0, 0);
  }

  public static TimeSpan create(int days, int hours, int minutes, int seconds, int milliseconds) {
    return create(days, hours, minutes, seconds, milliseconds, 0);
  }

  public static TimeSpan create(
      int days, int hours, int minutes, int seconds, int milliseconds, int microseconds) {
    BigInteger micros =
        BigInteger.valueOf(days * 86400L + hours * 3600L + minutes * 60L + seconds)
            .multiply(BigInteger.valueOf(1_000_000))
            .add(BigInteger.valueOf(milliseconds * 1000L + microseconds));
    BigInteger ticks = micros.multiply(BigInteger.TEN);
    if (ticks.bitLength() > 63) {
      throw new ExpressionFailure("System.ArgumentOutOfRangeException", TOO_LONG);
    }
    return new TimeSpan(ticks.longValue());
  }

  public static TimeSpan of(Duration duration) {
    return new TimeSpan(duration.getSeconds() * TICKS_PER_SECOND + duration.getNano() / 100);
  }

  public static TimeSpan zero() {
    return ZERO;
  }

  public static TimeSpan maxValue() {
    return new TimeSpan(Long.MAX_VALUE);
  }

  public static TimeSpan minValue() {
    return new TimeSpan(Long.MIN_VALUE);
  }

  public static TimeSpan fromTicks(long value) {
    return new TimeSpan(value);
  }

  public static TimeSpan fromMicroseconds(double value) {
    return interval(value, TICKS_PER_MICROSECOND);
  }

  public static TimeSpan fromDays(int value) {
    return whole(value, TICKS_PER_DAY);
  }

  public static TimeSpan fromHours(int value) {
    return whole(value, TICKS_PER_HOUR);
  }

  public static TimeSpan fromMinutes(long value) {
    return whole(value, TICKS_PER_MINUTE);
  }

  public static TimeSpan fromSeconds(long value) {
    return whole(value, TICKS_PER_SECOND);
  }

  public static TimeSpan fromMilliseconds(long value) {
    return whole(value, TICKS_PER_MILLISECOND);
  }

  public static TimeSpan fromMicroseconds(long value) {
    return whole(value, TICKS_PER_MICROSECOND);
  }

  /** Of integers the error is another one than of doubles. */
  private static TimeSpan whole(long value, long scale) {
    long ticks = value * scale;
    if (ticks / scale != value) {
      throw new ExpressionFailure("System.ArgumentOutOfRangeException", TOO_LONG);
    }
    return new TimeSpan(ticks);
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
      throw Failures.overflow(TOO_LONG);
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
      throw Failures.overflow(TOO_LONG);
    }
    return sum;
  }

  public TimeSpan add(TimeSpan other) {
    return add(this, other);
  }

  public TimeSpan subtract(TimeSpan other) {
    return subtract(this, other);
  }

  public TimeSpan negate() {
    if (ticks == Long.MIN_VALUE) {
      throw Failures.overflow("Negating the minimum value of a twos complement number is invalid.");
    }
    return new TimeSpan(-ticks);
  }

  public static TimeSpan negated(TimeSpan span) {
    return span.negate();
  }

  public static TimeSpan plus(TimeSpan span) {
    return span;
  }

  public TimeSpan duration() {
    if (ticks == Long.MIN_VALUE) {
      throw Failures.overflow(
          "The duration cannot be returned for TimeSpan.MinValue because the absolute value of"
              + " TimeSpan.MinValue exceeds the value of TimeSpan.MaxValue.");
    }
    return ticks < 0 ? new TimeSpan(-ticks) : this;
  }

  public TimeSpan multiply(double factor) {
    if (Double.isNaN(factor)) {
      throw Failures.argument(
          "TimeSpan does not accept floating point Not-a-Number values.", "factor");
    }
    return ofTicks(Math.rint(ticks * factor));
  }

  public TimeSpan divide(double divisor) {
    if (Double.isNaN(divisor)) {
      throw Failures.argument(
          "TimeSpan does not accept floating point Not-a-Number values.", "divisor");
    }
    return ofTicks(Math.rint(ticks / divisor));
  }

  private static TimeSpan ofTicks(double ticks) {
    if (!(ticks <= 0x1p63 && ticks >= -0x1p63)) {
      throw Failures.overflow(TOO_LONG);
    }
    return new TimeSpan((long) ticks);
  }

  public double divide(TimeSpan other) {
    return ticks / (double) other.ticks;
  }

  public static TimeSpan times(TimeSpan span, double factor) {
    return span.multiply(factor);
  }

  public static TimeSpan times(double factor, TimeSpan span) {
    return span.multiply(factor);
  }

  public static TimeSpan over(TimeSpan span, double divisor) {
    return span.divide(divisor);
  }

  public static double over(TimeSpan a, TimeSpan b) {
    return a.divide(b);
  }

  public int microseconds() {
    return (int) (ticks / TICKS_PER_MICROSECOND % 1000);
  }

  public int nanoseconds() {
    return (int) (ticks % TICKS_PER_MICROSECOND * 100);
  }

  public double totalMicroseconds() {
    return (double) ticks / TICKS_PER_MICROSECOND;
  }

  public double totalNanoseconds() {
    return (double) ticks * 100;
  }

  public static int compare(TimeSpan a, TimeSpan b) {
    return a.compareTo(b);
  }

  public int compareToObject(@Nullable Object other) {
    if (other == null) {
      return 1;
    }
    if (other instanceof TimeSpan span) {
      return compareTo(span);
    }
    throw Integers.notOfType("TimeSpan");
  }

  public String toString(@Nullable String format, @Nullable Object provider) {
    return toString(format);
  }

  public static TimeSpan parse(@Nullable String text) {
    return SpanParser.parse(text);
  }

  public static TimeSpan parse(@Nullable String text, @Nullable Object provider) {
    return SpanParser.parse(text);
  }

  public static boolean tryParse(@Nullable String text, Ref result) {
    return SpanParser.tryParse(text, result);
  }

  public static boolean tryParse(@Nullable String text, @Nullable Object provider, Ref result) {
    return SpanParser.tryParse(text, result);
  }

  public static TimeSpan parseExact(
      @Nullable String text, @Nullable String format, @Nullable Object provider) {
    if (format == null) {
      throw Failures.argumentNull("format");
    }
    return SpanExactParser.parse(text, format);
  }

  public static TimeSpan parseExact(
      @Nullable String text, String @Nullable [] formats, @Nullable Object provider) {
    if (formats == null) {
      throw Failures.argumentNull("formats");
    }
    return SpanExactParser.parse(text, formats);
  }

  public static boolean tryParseExact(
      @Nullable String text, @Nullable String format, @Nullable Object provider, Ref result) {
    return SpanExactParser.tryParse(
        text, result, format == null ? new String[0] : new String[] {format});
  }

  public static boolean tryParseExact(
      @Nullable String text, String @Nullable [] formats, @Nullable Object provider, Ref result) {
    return SpanExactParser.tryParse(text, result, formats == null ? new String[0] : formats);
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
