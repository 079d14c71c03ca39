package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.runtime.DateTime;
import dev.fanout.expressions.runtime.DateTimeOffset;
import dev.fanout.expressions.runtime.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * Dates in JSON: strings of the form {@code 2026-06-30T22:15:00[.fffffff][Z|±hh[:]mm]}, and
 * Microsoft's {@code /Date(ms)/}. The local time zone is UTC, so a date with an offset becomes the
 * same instant in UTC, of local kind.
 */
final class JsonDates {
  private static final int SHORTEST = 19;
  private static final int LONGEST = 40;
  private static final int FRACTION_DIGITS = 7;
  private static final long TICKS_PER_MILLISECOND = 10_000L;
  private static final long TICKS_PER_SECOND = 10_000_000L;
  private static final long TICKS_PER_MINUTE = 60 * TICKS_PER_SECOND;
  private static final long TICKS_PER_HOUR = 60 * TICKS_PER_MINUTE;
  private static final long EPOCH_TICKS = 621_355_968_000_000_000L;
  private static final long LARGEST_TICKS = 3_155_378_975_999_999_999L;
  private static final String MICROSOFT_START = "/Date(";

  private JsonDates() {}

  /** A date as it stands in the text, before its offset is applied. */
  private record Parsed(long ticks, char zone, int hours, int minutes) {
    long offsetTicks() {
      long offset = hours * TICKS_PER_HOUR + minutes * TICKS_PER_MINUTE;
      return zone == '-' ? -offset : offset;
    }
  }

  /** As Newtonsoft writes it. */
  static String text(DateTime date) {
    return date.toString("yyyy'-'MM'-'dd'T'HH':'mm':'ss.FFFFFFFK");
  }

  /** Null if the string is no date. */
  static @Nullable DateTime parse(String text) {
    if (text.startsWith(MICROSOFT_START)) {
      return microsoft(text);
    }
    Parsed parsed = iso(text);
    if (parsed == null) {
      return null;
    }
    return switch (parsed.zone) {
      case 'Z' -> DateTime.ofTicks(parsed.ticks, DateTime.UTC);
      case 0 -> DateTime.ofTicks(parsed.ticks, DateTime.UNSPECIFIED);
      default -> {
        long ticks = parsed.ticks - parsed.offsetTicks();
        yield DateTime.ofTicks(Math.max(0, Math.min(LARGEST_TICKS, ticks)), DateTime.LOCAL);
      }
    };
  }

  /** As Newtonsoft writes a date with an offset. */
  static String text(DateTimeOffset date) {
    return date.toString("yyyy'-'MM'-'dd'T'HH':'mm':'ss.FFFFFFFzzz");
  }

  /** Null if the string is no date; without an offset it is UTC. */
  static @Nullable DateTimeOffset parseOffset(String text) {
    if (text.startsWith(MICROSOFT_START)) {
      DateTime time = microsoft(text);
      return time == null ? null : DateTimeOffset.create(time);
    }
    Parsed parsed = iso(text);
    if (parsed == null) {
      return null;
    }
    long utc = parsed.ticks - parsed.offsetTicks();
    return utc < 0 || utc > LARGEST_TICKS
        ? null
        : DateTimeOffset.create(parsed.ticks, TimeSpan.create(parsed.offsetTicks()));
  }

  private static @Nullable DateTime microsoft(String text) {
    if (text.length() < 9 || !text.endsWith(")/")) {
      return null;
    }
    int end = text.length() - 2;
    int offset = Math.max(text.indexOf('+', 7), text.indexOf('-', 7));
    boolean local = offset > 0 && offset < end;
    String number = text.substring(MICROSOFT_START.length(), local ? offset : end);
    long milliseconds;
    try {
      milliseconds = Long.parseLong(number);
    } catch (NumberFormatException e) {
      return null;
    }
    long ticks = milliseconds * TICKS_PER_MILLISECOND + EPOCH_TICKS;
    boolean fits = Math.abs(milliseconds) < LARGEST_TICKS / TICKS_PER_MILLISECOND;
    return fits && ticks >= 0 && ticks <= LARGEST_TICKS
        ? DateTime.ofTicks(ticks, local ? DateTime.LOCAL : DateTime.UTC)
        : null;
  }

  private static @Nullable Parsed iso(String text) {
    int length = text.length();
    if (length < SHORTEST || length > LONGEST || text.charAt(10) != 'T') {
      return null;
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 2);
    int day = number(text, 8, 2);
    int hour = number(text, 11, 2);
    int minute = number(text, 14, 2);
    int second = number(text, 17, 2);
    boolean marks =
        text.charAt(4) == '-'
            && text.charAt(7) == '-'
            && text.charAt(13) == ':'
            && text.charAt(16) == ':';
    boolean date = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
    boolean time = hour >= 0 && hour <= 24 && minute >= 0 && minute < 60 && second >= 0;
    boolean midnight = hour != 24 || (minute == 0 && second == 0);
    if (!marks || !date || !time || second >= 60 || !midnight) {
      return null;
    }
    int at = SHORTEST;
    int fraction = 0;
    if (at < length && text.charAt(at) == '.') {
      at++;
      int digits = 0;
      while (at < length && digits < FRACTION_DIGITS && number(text, at, 1) >= 0) {
        fraction = fraction * 10 + number(text, at, 1);
        digits++;
        at++;
      }
      if (digits == 0 || (hour == 24 && fraction != 0)) {
        return null;
      }
      for (; digits < FRACTION_DIGITS; digits++) {
        fraction *= 10;
      }
    }
    long ticks =
        DateTime.create(year, month, day).ticks()
            + hour * TICKS_PER_HOUR
            + minute * TICKS_PER_MINUTE
            + second * TICKS_PER_SECOND
            + fraction;
    return ticks > LARGEST_TICKS ? null : zone(text, at, ticks);
  }

  private static int daysIn(int year, int month) {
    return DateTime.daysInMonth(year, month);
  }

  private static @Nullable Parsed zone(String text, int start, long ticks) {
    int length = text.length();
    if (start == length) {
      return new Parsed(ticks, (char) 0, 0, 0);
    }
    char sign = text.charAt(start);
    if (sign == 'Z' || sign == 'z') {
      return start + 1 == length ? new Parsed(ticks, 'Z', 0, 0) : null;
    }
    int hours = number(text, start + 1, 2);
    if ((sign != '+' && sign != '-') || hours < 0) {
      return null;
    }
    int at = start + 3;
    int minutes = 0;
    if (at < length && text.charAt(at) == ':') {
      at++;
    }
    if (at < length) {
      minutes = number(text, at, 2);
      at += 2;
    }
    return minutes >= 0 && at == length ? new Parsed(ticks, sign, hours, minutes) : null;
  }

  /** -1 if these are no digits. */
  private static int number(String text, int start, int digits) {
    if (start + digits > text.length()) {
      return -1;
    }
    int value = 0;
    for (int i = start; i < start + digits; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + c - '0';
    }
    return value;
  }
}
