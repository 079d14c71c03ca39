package dev.fanout.expressions.runtime;

import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Date formats of .NET, standard and custom, in the invariant culture. */
final class DateFormat {
  private static final int MOST_FRACTION_DIGITS = 7;

  private DateFormat() {}

  static String format(DateTime time, String format) {
    String pattern = format.length() == 1 ? standard(format.charAt(0)) : format;
    StringBuilder out = new StringBuilder();
    custom(time, null, pattern, out);
    return out.toString();
  }

  /** R and u tell the time in UTC; U is an error. */
  static String format(DateTimeOffset time, String format) {
    String pattern = format;
    DateTimeOffset shown = time;
    if (format.length() == 1) {
      char letter = format.charAt(0);
      if (letter == 'U') {
        throw badFormat();
      }
      pattern = standard(letter);
      if (letter == 'R' || letter == 'r' || letter == 'u') {
        shown = time.toUniversalTime();
      }
    }
    StringBuilder out = new StringBuilder();
    custom(shown.dateTime(), shown.offset(), pattern, out);
    return out.toString();
  }

  /** The pattern that a letter stands for. */
  static String standard(char letter) {
    return switch (letter) {
      case 'd' -> "MM/dd/yyyy";
      case 'D' -> "dddd, dd MMMM yyyy";
      case 'f' -> "dddd, dd MMMM yyyy HH:mm";
      case 'F' -> "dddd, dd MMMM yyyy HH:mm:ss";
      case 'g' -> "MM/dd/yyyy HH:mm";
      case 'G' -> "MM/dd/yyyy HH:mm:ss";
      case 'M', 'm' -> "MMMM dd";
      case 'O', 'o' -> "yyyy'-'MM'-'dd'T'HH':'mm':'ss'.'fffffffK";
      case 'R', 'r' -> "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'";
      case 's' -> "yyyy'-'MM'-'dd'T'HH':'mm':'ss";
      case 't' -> "HH:mm";
      case 'T' -> "HH:mm:ss";
      case 'u' -> "yyyy'-'MM'-'dd HH':'mm':'ss'Z'";
      case 'U' -> "dddd, dd MMMM yyyy HH:mm:ss";
      case 'Y', 'y' -> "yyyy MMMM";
      default -> throw badFormat();
    };
  }

  private static void custom(
      DateTime time, @Nullable TimeSpan offset, String pattern, StringBuilder out) {
    LocalDateTime local = time.local();
    int at = 0;
    while (at < pattern.length()) {
      char c = pattern.charAt(at);
      int run = 1;
      switch (c) {
        case 'y', 'M', 'd', 'h', 'H', 'm', 's', 'f', 'F', 't', 'z', 'g' -> {
          while (at + run < pattern.length() && pattern.charAt(at + run) == c) {
            run++;
          }
          if (c == 'z') {
            offset(offset == null ? TimeSpan.ZERO : offset, run, out);
          } else {
            field(time, local, c, run, out);
          }
        }
        case 'K' -> {
          if (offset != null) {
            offset(offset, 3, out);
          } else {
            out.append(
                time.kind() == DateTime.UTC ? "Z" : time.kind() == DateTime.LOCAL ? "+00:00" : "");
          }
        }
        case '\'', '"' -> {
          int end = at + 1;
          while (end < pattern.length() && pattern.charAt(end) != c) {
            if (pattern.charAt(end) == '\\' && end + 1 < pattern.length()) {
              end++;
            }
            out.append(pattern.charAt(end));
            end++;
          }
          if (end >= pattern.length()) {
            throw badFormat();
          }
          run = end + 1 - at;
        }
        case '\\' -> {
          if (at + 1 >= pattern.length()) {
            throw badFormat();
          }
          out.append(pattern.charAt(at + 1));
          run = 2;
        }
        case '%' -> {
          if (at + 1 >= pattern.length() || pattern.charAt(at + 1) == '%') {
            throw badFormat();
          }
        }
        default -> out.append(c);
      }
      at += run;
    }
  }

  private static void field(
      DateTime time, LocalDateTime local, char letter, int run, StringBuilder out) {
    switch (letter) {
      case 'y' -> {
        int year = run <= 2 ? local.getYear() % 100 : local.getYear();
        number(out, year, run);
      }
      case 'M' -> {
        if (run <= 2) {
          number(out, local.getMonthValue(), run);
        } else {
          out.append(
              local
                  .getMonth()
                  .getDisplayName(run == 3 ? TextStyle.SHORT : TextStyle.FULL, Locale.ENGLISH));
        }
      }
      case 'd' -> {
        if (run <= 2) {
          number(out, local.getDayOfMonth(), run);
        } else {
          out.append(
              local
                  .getDayOfWeek()
                  .getDisplayName(run == 3 ? TextStyle.SHORT : TextStyle.FULL, Locale.ENGLISH));
        }
      }
      case 'h' -> number(out, (local.getHour() + 11) % 12 + 1, Math.min(run, 2));
      case 'H' -> number(out, local.getHour(), Math.min(run, 2));
      case 'm' -> number(out, local.getMinute(), Math.min(run, 2));
      case 's' -> number(out, local.getSecond(), Math.min(run, 2));
      case 't' -> {
        String half = local.getHour() < 12 ? "AM" : "PM";
        out.append(run == 1 ? half.substring(0, 1) : half);
      }
      case 'g' -> out.append("A.D.");
      default -> fraction(time, letter == 'F', run, out);
    }
  }

  private static void offset(TimeSpan offset, int run, StringBuilder out) {
    out.append(offset.ticks() < 0 ? '-' : '+');
    number(out, Math.abs(offset.hours()), Math.min(run, 2));
    if (run > 2) {
      out.append(':');
      number(out, Math.abs(offset.minutes()), 2);
    }
  }

  private static void fraction(DateTime time, boolean trims, int run, StringBuilder out) {
    if (run > MOST_FRACTION_DIGITS) {
      throw badFormat();
    }
    String digits =
        String.format(Locale.ROOT, "%07d", time.ticks() % TimeSpan.TICKS_PER_SECOND)
            .substring(0, run);
    int end = digits.length();
    while (trims && end > 0 && digits.charAt(end - 1) == '0') {
      end--;
    }
    if (end == 0 && out.length() > 0 && out.charAt(out.length() - 1) == '.') {
      out.setLength(out.length() - 1);
    }
    out.append(digits, 0, end);
  }

  private static void number(StringBuilder out, int value, int width) {
    String digits = Integer.toString(value);
    out.append("0".repeat(Math.max(0, width - digits.length()))).append(digits);
  }

  private static RuntimeException badFormat() {
    return Failures.format("Input string was not in a correct format.");
  }
}
