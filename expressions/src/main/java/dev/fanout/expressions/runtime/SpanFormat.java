package dev.fanout.expressions.runtime;

import java.util.Locale;

/** Formats of time spans: c, g, G, and custom ones; the sign is never written by a custom one. */
final class SpanFormat {
  private static final int MOST_DIGITS = 8;

  private SpanFormat() {}

  static String format(TimeSpan span, String format) {
    if (format.length() == 1) {
      return switch (format.charAt(0)) {
        case 'c', 't', 'T' -> span.toString();
        case 'g' -> general(span, false);
        case 'G' -> general(span, true);
        default -> throw badFormat();
      };
    }
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < format.length()) {
      at += custom(span, format, at, out);
    }
    return out.toString();
  }

  private static String general(TimeSpan span, boolean isLong) {
    long days = Math.abs(span.ticks() / TimeSpan.TICKS_PER_DAY);
    String fraction = digits(Math.abs(span.ticks() % TimeSpan.TICKS_PER_SECOND), 7);
    String shown = isLong ? fraction : fraction.replaceAll("0+$", "");
    return (span.ticks() < 0 ? "-" : "")
        + (isLong || days != 0 ? days + ":" : "")
        + (isLong ? digits(Math.abs(span.hours()), 2) : Integer.toString(Math.abs(span.hours())))
        + ":"
        + digits(Math.abs(span.minutes()), 2)
        + ":"
        + digits(Math.abs(span.seconds()), 2)
        + (shown.isEmpty() ? "" : "." + shown);
  }

  private static int custom(TimeSpan span, String format, int at, StringBuilder out) {
    char c = format.charAt(at);
    int run = 1;
    while (at + run < format.length() && format.charAt(at + run) == c) {
      run++;
    }
    switch (c) {
      case 'd' ->
          out.append(number(Math.abs(span.ticks() / TimeSpan.TICKS_PER_DAY), run, MOST_DIGITS));
      case 'h' -> out.append(number(Math.abs(span.hours()), run, 2));
      case 'm' -> out.append(number(Math.abs(span.minutes()), run, 2));
      case 's' -> out.append(number(Math.abs(span.seconds()), run, 2));
      case 'f', 'F' -> fraction(span, c == 'F', run, out);
      case '\\' -> {
        if (at + 1 >= format.length()) {
          throw badFormat();
        }
        out.append(format.charAt(at + 1));
        return 2;
      }
      case '\'', '"' -> {
        int end = format.indexOf(c, at + 1);
        if (end < 0) {
          throw badFormat();
        }
        out.append(format, at + 1, end);
        return end + 1 - at;
      }
      case '%' -> {
        if (at + 1 >= format.length() || format.charAt(at + 1) == '%') {
          throw badFormat();
        }
        return 1;
      }
      default -> throw badFormat();
    }
    return run;
  }

  private static void fraction(TimeSpan span, boolean trims, int run, StringBuilder out) {
    if (run > 7) {
      throw badFormat();
    }
    String digits = digits(Math.abs(span.ticks() % TimeSpan.TICKS_PER_SECOND), 7).substring(0, run);
    out.append(trims ? digits.replaceAll("0+$", "") : digits);
  }

  private static String number(long value, int width, int most) {
    if (width > most) {
      throw badFormat();
    }
    return digits(value, width);
  }

  private static String digits(long value, int width) {
    return String.format(Locale.ROOT, "%0" + width + "d", value);
  }

  private static RuntimeException badFormat() {
    return Failures.format("Input string was not in a correct format.");
  }
}
