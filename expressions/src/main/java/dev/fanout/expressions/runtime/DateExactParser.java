package dev.fanout.expressions.runtime;

import dev.fanout.expressions.ExpressionFailure;
import org.jspecify.annotations.Nullable;

/**
 * {@code ParseExact} of dates: one of the standard letters or a custom format. Styles are those of
 * DateTimeStyles: 1 and 2 allow white space around, 4 inside, 64 takes what has no offset as UTC
 * (as all does here) and 16 turns the result into UTC.
 */
final class DateExactParser {
  private static final int ALLOW_INNER_WHITE = 4;
  private static final int ADJUST_TO_UNIVERSAL = 16;

  private final String text;
  private final String format;
  private final int styles;
  private final DateParts parts;
  private final String source;
  private int at;

  private DateExactParser(String source, String text, String format, int styles) {
    this.source = source;
    this.text = text;
    this.format = format;
    this.styles = styles;
    this.parts = new DateParts(source);
  }

  static DateTimeOffset parse(String text, String format, int styles) {
    return parse(text, new String[] {format}, styles);
  }

  /** By the first format that fits. */
  static DateTimeOffset parse(String text, @Nullable String[] formats, int styles) {
    String trimmed = text;
    trimmed = (styles & 1) != 0 ? Strings.trimStart(trimmed) : trimmed;
    trimmed = (styles & 2) != 0 ? Strings.trimEnd(trimmed) : trimmed;
    for (String format : formats) {
      if (format == null || format.isEmpty()) {
        throw Failures.format("Format specifier was invalid.");
      }
      Fence.steps(1 + format.length() / 8);
      String pattern = format.length() == 1 ? DateFormat.standard(format.charAt(0)) : format;
      DateExactParser parser = new DateExactParser(text, trimmed, pattern, styles);
      if (parser.matches()) {
        DateTimeOffset time = parser.parts.dateTimeOffset();
        return (styles & ADJUST_TO_UNIVERSAL) != 0 ? time.toUniversalTime() : time;
      }
    }
    throw DateParts.notADate(text);
  }

  private boolean matches() {
    int i = 0;
    while (i < format.length()) {
      if ((styles & ALLOW_INNER_WHITE) != 0) {
        skipWhite();
      }
      int length = element(i);
      if (length == 0) {
        return false;
      }
      i += length;
    }
    if ((styles & ALLOW_INNER_WHITE) != 0) {
      skipWhite();
    }
    return at == text.length();
  }

  private void skipWhite() {
    while (at < text.length() && Chars.isWhiteSpace(text.charAt(at))) {
      at++;
    }
  }

  /** The length of the format's element that matched, 0 if it did not. */
  private int element(int i) {
    char c = format.charAt(i);
    int run = 1;
    while (i + run < format.length() && format.charAt(i + run) == c) {
      run++;
    }
    return switch (c) {
      case 'y' -> year(run) ? run : 0;
      case 'M' -> month(run) ? run : 0;
      case 'd' -> day(run) ? run : 0;
      case 'h', 'H' -> (parts.hour = number(run, 2)) >= 0 ? run : 0;
      case 'm' -> (parts.minute = number(run, 2)) >= 0 ? run : 0;
      case 's' -> (parts.second = number(run, 2)) >= 0 ? run : 0;
      case 'f' -> fraction(run, run) ? run : 0;
      case 'F' -> fraction(0, run) ? run : 0;
      case 't' -> half(run) ? run : 0;
      case 'z' -> offset(run) ? run : 0;
      case 'K' -> zone() ? 1 : 0;
      case '.' -> point(i) ? 1 : 0;
      case '%' -> 1;
      case '\\' -> i + 1 < format.length() && literal(format.charAt(i + 1)) ? 2 : 0;
      case '\'', '"' -> quoted(i, c);
      default -> literal(c) ? 1 : 0;
    };
  }

  private boolean year(int run) {
    if (run <= 2) {
      int value = number(run, 2);
      parts.year = value < 0 ? value : DateParts.fourDigits(value);
    } else {
      parts.year = number(run == 3 ? 3 : run, Math.max(run, 4));
    }
    return parts.year >= 0;
  }

  private boolean month(int run) {
    if (run <= 2) {
      parts.month = number(run, 2);
      return parts.month >= 0;
    }
    for (int i = 0; i < DateNames.MONTHS.size(); i++) {
      int length = DateNames.lengthAt(text, at, DateNames.MONTHS.get(i), run == 3);
      if (length > 0) {
        parts.month = i + 1;
        at += length;
        return true;
      }
    }
    return false;
  }

  private boolean day(int run) {
    if (run <= 2) {
      parts.day = number(run, 2);
      return parts.day >= 0;
    }
    for (int i = 0; i < DateNames.DAYS.size(); i++) {
      int length = DateNames.lengthAt(text, at, DateNames.DAYS.get(i), run == 3);
      if (length > 0) {
        parts.weekDay = i;
        at += length;
        return true;
      }
    }
    return false;
  }

  /** One letter takes one digit or more, several letters exactly that many; -1 without. */
  private int number(int run, int most) {
    int width = Math.min(run, most);
    int limit = width == 1 ? most : width;
    int start = at;
    int value = 0;
    while (at < text.length()
        && at - start < limit
        && text.charAt(at) >= '0'
        && text.charAt(at) <= '9') {
      value = value * 10 + text.charAt(at) - '0';
      at++;
    }
    return at - start < width ? -1 : value;
  }

  private boolean fraction(int least, int most) {
    if (most > 7) {
      return false;
    }
    int start = at;
    while (at < text.length()
        && at - start < most
        && text.charAt(at) >= '0'
        && text.charAt(at) <= '9') {
      at++;
    }
    parts.fractionTicks = Long.parseLong((text.substring(start, at) + "0000000").substring(0, 7));
    return at - start >= least;
  }

  /** A point in front of F may be missing with the fraction. */
  private boolean point(int i) {
    boolean optional = i + 1 < format.length() && format.charAt(i + 1) == 'F';
    boolean stands = at < text.length() && text.charAt(at) == '.';
    at += stands ? 1 : 0;
    return stands || optional;
  }

  private boolean half(int run) {
    String rest = text.substring(at, Math.min(text.length(), at + Math.min(run, 2)));
    String wanted = run == 1 ? "A" : "AM";
    String other = run == 1 ? "P" : "PM";
    boolean morning = rest.equalsIgnoreCase(wanted);
    if (!morning && !rest.equalsIgnoreCase(other)) {
      return false;
    }
    parts.half = morning ? 0 : 1;
    at += rest.length();
    return true;
  }

  private boolean zone() {
    if (at < text.length() && text.charAt(at) == 'Z') {
      parts.offset = 0;
      at++;
      return true;
    }
    boolean stands = at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-');
    return !stands || offset(3);
  }

  private boolean offset(int run) {
    if (at >= text.length() || (text.charAt(at) != '+' && text.charAt(at) != '-')) {
      return false;
    }
    boolean negative = text.charAt(at) == '-';
    at++;
    int hours = number(run == 1 ? 1 : 2, 2);
    int minutes = 0;
    if (run > 2) {
      at += at < text.length() && text.charAt(at) == ':' ? 1 : 0;
      minutes = number(2, 2);
    }
    if (hours < 0 || minutes < 0 || minutes > 59) {
      return false;
    }
    int total = hours * 60 + minutes;
    parts.offset = negative ? -total : total;
    return true;
  }

  private int quoted(int i, char quote) {
    int k = i + 1;
    while (k < format.length() && format.charAt(k) != quote) {
      if (format.charAt(k) == '\\' && k + 1 < format.length()) {
        k++;
      }
      if (!literal(format.charAt(k))) {
        return 0;
      }
      k++;
    }
    if (k >= format.length()) {
      throw bad();
    }
    return k + 1 - i;
  }

  private boolean literal(char c) {
    if (at >= text.length() || text.charAt(at) != c) {
      return false;
    }
    at++;
    return true;
  }

  private ExpressionFailure bad() {
    return DateParts.notADate(source);
  }
}
