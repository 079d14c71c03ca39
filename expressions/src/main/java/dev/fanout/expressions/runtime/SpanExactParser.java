package dev.fanout.expressions.runtime;

import dev.fanout.expressions.ExpressionFailure;
import org.jspecify.annotations.Nullable;

/** {@code TimeSpan.ParseExact}: c, g, G and custom formats. */
final class SpanExactParser {
  private final String text;
  private final String format;
  private int at;
  private long days;
  private long hours;
  private long minutes;
  private long seconds;
  private String fraction = "";

  private SpanExactParser(String text, String format) {
    this.text = text;
    this.format = format;
  }

  static TimeSpan parse(@Nullable String text, String... formats) {
    if (text == null) {
      throw Failures.argumentNull("input");
    }
    ExpressionFailure last = SpanParser.notASpan(text);
    for (String format : formats) {
      if (format == null || format.isEmpty()) {
        throw Failures.format("Input string was not in a correct format.");
      }
      Fence.steps(1);
      try {
        return new SpanExactParser(text, format).read();
      } catch (ExpressionFailure e) {
        last = e;
      }
    }
    throw last;
  }

  static boolean tryParse(@Nullable String text, Ref result, String... formats) {
    result.value = TimeSpan.ZERO;
    if (text == null) {
      return false;
    }
    try {
      result.value = parse(text, formats);
      return true;
    } catch (ExpressionFailure e) {
      return false;
    }
  }

  private TimeSpan read() {
    if (format.length() == 1) {
      return standard(format.charAt(0));
    }
    for (int i = 0; i < format.length(); ) {
      i += element(i);
    }
    if (at < text.length()) {
      throw SpanParser.notASpan(text);
    }
    return SpanParser.span(text, false, days, hours, minutes, seconds, fraction);
  }

  private TimeSpan standard(char letter) {
    String digits = text.startsWith("-") ? text.substring(1) : text;
    boolean fits =
        switch (letter) {
          case 'c', 't', 'T' ->
              digits.matches("([0-9]{1,8}\\.)?[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{7})?");
          case 'g' ->
              digits.matches(
                  "[0-9]{1,8}|([0-9]{1,8}:)?[0-9]{1,2}:[0-9]{1,2}(:[0-9]{1,2}(\\.[0-9]{1,7})?)?");
          case 'G' -> digits.matches("[0-9]{1,8}:[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{7}");
          default -> throw Failures.format("Input string was not in a correct format.");
        };
    if (!fits) {
      throw SpanParser.notASpan(text);
    }
    return SpanParser.parse(text);
  }

  /** The length of the element of the format. */
  private int element(int i) {
    char c = format.charAt(i);
    int run = 1;
    while (i + run < format.length() && format.charAt(i + run) == c) {
      run++;
    }
    switch (c) {
      case 'd' -> days = number(run, 8);
      case 'h' -> hours = number(run, 2);
      case 'm' -> minutes = number(run, 2);
      case 's' -> seconds = number(run, 2);
      case 'f' -> fraction = digits(run, run);
      case 'F' -> fraction = digits(0, run);
      case '\\' -> {
        if (i + 1 >= format.length()) {
          throw Failures.format("Input string was not in a correct format.");
        }
        literal(format.charAt(i + 1));
        return 2;
      }
      case '\'', '"' -> {
        int end = format.indexOf(c, i + 1);
        if (end < 0) {
          throw Failures.format("Input string was not in a correct format.");
        }
        for (int k = i + 1; k < end; k++) {
          literal(format.charAt(k));
        }
        return end + 1 - i;
      }
      case '%' -> {
        return 1;
      }
      default -> throw Failures.format("Input string was not in a correct format.");
    }
    return run;
  }

  private long number(int run, int most) {
    if (run > most) {
      throw Failures.format("Input string was not in a correct format.");
    }
    return Long.parseLong(digits(run, Math.max(run, run == 1 ? most : run)));
  }

  private String digits(int least, int most) {
    int end = at;
    while (end < text.length()
        && end - at < most
        && text.charAt(end) >= '0'
        && text.charAt(end) <= '9') {
      end++;
    }
    if (end - at < least) {
      throw SpanParser.notASpan(text);
    }
    String digits = text.substring(at, end);
    at = end;
    return digits;
  }

  private void literal(char c) {
    if (at >= text.length() || text.charAt(at) != c) {
      throw SpanParser.notASpan(text);
    }
    at++;
  }
}
