package dev.fanout.expressions.runtime;

import dev.fanout.expressions.ExpressionFailure;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code Parse} of dates, in the lenient way of .NET and the order of the invariant culture (month,
 * day, year; a number of three or four digits is a year): ISO 8601, RFC 1123, names of months and
 * days, times with or without AM and PM, offsets.
 */
final class DateParser {
  private static final int LONGEST = 256;
  private static final int YEAR_DIGITS = 3;

  /** A number and how many digits it was written with. */
  private record Number(int value, int digits) {
    boolean isYear() {
      return digits >= YEAR_DIGITS;
    }

    int year() {
      return isYear() ? value : DateParts.fourDigits(value);
    }
  }

  private final String text;
  private final DateParts parts;
  private final List<Number> numbers = new ArrayList<>();
  private int numbersBeforeMonth;
  private int at;

  private DateParser(String text) {
    this.text = text;
    this.parts = new DateParts(text);
  }

  static DateTime dateTime(String text) {
    return new DateParser(text).read().dateTime();
  }

  static DateTimeOffset dateTimeOffset(String text) {
    return new DateParser(text).read().dateTimeOffset();
  }

  private DateParts read() {
    if (text.length() > LONGEST) {
      throw wrong();
    }
    skipWhite();
    if (at >= text.length()) {
      throw wrong();
    }
    while (at < text.length()) {
      char c = text.charAt(at);
      if (isDigit(c)) {
        number();
      } else if (Character.isLetter(c)) {
        word();
      } else if (c == '+' || (c == '-' && parts.hasTime())) {
        offset(c);
      } else if (c == '/' || c == '-' || c == ',' || c == '.') {
        separator();
      } else {
        throw wrong();
      }
      skipWhite();
    }
    resolve();
    return parts;
  }

  /** Between date parts only: never first, last or twice. */
  private void separator() {
    boolean comma = text.charAt(at) == ',';
    boolean after = !numbers.isEmpty() || parts.month > 0 || parts.weekDay >= 0;
    at++;
    skipWhite();
    boolean before =
        at < text.length() && (isDigit(text.charAt(at)) || Character.isLetter(text.charAt(at)));
    if (!after || (!before && !(comma && at >= text.length()))) {
      throw wrong();
    }
  }

  private void number() {
    int start = at;
    Number number = digits();
    if (at < text.length() && text.charAt(at) == ':' && !parts.hasTime()) {
      time(number);
      return;
    }
    int afterNumber = at;
    skipWhite();
    if (!parts.hasTime() && number.digits() <= 2 && half()) {
      parts.hour = number.value();
      return;
    }
    at = afterNumber;
    if (number.digits() > 4 || numbers.size() >= 3 || (parts.hasTime() && isInsideTime(start))) {
      throw wrong();
    }
    numbers.add(number);
  }

  /** Does the number touch the time in front of it? */
  private boolean isInsideTime(int start) {
    return start > 0 && !isWhite(text.charAt(start - 1)) && text.charAt(start - 1) != ',';
  }

  private Number digits() {
    int start = at;
    int value = 0;
    while (at < text.length() && isDigit(text.charAt(at))) {
      value = Math.min(99_999, value * 10 + text.charAt(at) - '0');
      at++;
    }
    if (at == start) {
      throw wrong();
    }
    return new Number(value, at - start);
  }

  private int twoDigits() {
    Number number = digits();
    if (number.digits() > 2) {
      throw wrong();
    }
    return number.value();
  }

  private void time(Number hour) {
    if (hour.digits() > 2) {
      throw wrong();
    }
    parts.hour = hour.value();
    at++;
    parts.minute = twoDigits();
    if (at < text.length() && text.charAt(at) == ':') {
      at++;
      parts.second = twoDigits();
      boolean fraction = at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',');
      if (fraction && at + 1 < text.length() && isDigit(text.charAt(at + 1))) {
        at++;
        parts.fractionTicks = fraction();
      }
    }
    int afterTime = at;
    skipWhite();
    if (!half()) {
      at = afterTime;
    }
  }

  private long fraction() {
    int start = at;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    double value = Double.parseDouble("0." + text.substring(start, at));
    return Math.round(value * TimeSpan.TICKS_PER_SECOND);
  }

  /** Takes AM, PM, A or P if it stands here. */
  private boolean half() {
    int end = at;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    String word = text.substring(at, end);
    boolean morning = word.equalsIgnoreCase("AM") || word.equalsIgnoreCase("A");
    boolean afternoon = word.equalsIgnoreCase("PM") || word.equalsIgnoreCase("P");
    if (!morning && !afternoon) {
      return false;
    }
    parts.half = afternoon ? 1 : 0;
    at = end;
    return true;
  }

  private void word() {
    int start = at;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    String word = text.substring(start, at);
    int month = DateNames.month(word);
    if (month > 0 && parts.month < 0) {
      parts.month = month;
      numbersBeforeMonth = numbers.size();
      skipPoint();
      return;
    }
    int day = DateNames.day(word);
    if (day >= 0 && parts.weekDay < 0) {
      parts.weekDay = day;
      skipPoint();
      return;
    }
    boolean utc = word.equalsIgnoreCase("Z") || word.equalsIgnoreCase("GMT");
    if (utc && parts.offset == null && (parts.hasTime() || !numbers.isEmpty())) {
      parts.offset = 0;
      return;
    }
    boolean timeFollows = at < text.length() && isDigit(text.charAt(at));
    if (word.equalsIgnoreCase("T") && timeFollows && !numbers.isEmpty() && !parts.hasTime()) {
      return;
    }
    if (month > 0 || day >= 0 || utc) {
      throw wrong();
    }
    throw Failures.format(
        "The string '"
            + text
            + "' was not recognized as a valid DateTime. There is an unknown word starting at index"
            + " '"
            + start
            + "'.");
  }

  /** Of an abbreviation. */
  private void skipPoint() {
    if (at + 1 < text.length() && text.charAt(at) == '.' && isWhite(text.charAt(at + 1))) {
      at++;
    }
  }

  private void offset(char sign) {
    if (parts.offset != null || (!parts.hasTime() && numbers.isEmpty())) {
      throw wrong();
    }
    at++;
    Number first = digits();
    int hours = first.value();
    int minutes = 0;
    if (first.digits() > 2) {
      if (first.digits() > 4) {
        throw wrong();
      }
      minutes = hours % 100;
      hours /= 100;
    } else if (at < text.length() && text.charAt(at) == ':') {
      at++;
      minutes = twoDigits();
    }
    if (minutes > 59) {
      throw wrong();
    }
    int total = hours * 60 + minutes;
    parts.offset = sign == '-' ? -total : total;
  }

  private void resolve() {
    if (parts.month > 0) {
      withMonthName();
    } else {
      withoutMonthName();
    }
  }

  private void withMonthName() {
    switch (numbers.size()) {
      case 0 -> {}
      case 1 -> {
        if (numbers.get(0).isYear()) {
          parts.year = numbers.get(0).value();
        } else {
          parts.day = numbers.get(0).value();
        }
      }
      case 2 -> {
        Number first = numbers.get(0);
        Number second = numbers.get(1);
        boolean yearFirst = first.isYear() && !second.isYear();
        if (second.isYear() && first.isYear()) {
          throw wrong();
        }
        parts.year = yearFirst ? first.value() : second.year();
        parts.day = yearFirst ? second.value() : first.value();
      }
      default -> throw wrong();
    }
    if (numbersBeforeMonth > numbers.size()) {
      throw wrong();
    }
  }

  private void withoutMonthName() {
    switch (numbers.size()) {
      case 0 -> {
        if (!parts.hasTime() || parts.weekDay >= 0) {
          throw wrong();
        }
      }
      case 2 -> {
        Number first = numbers.get(0);
        Number second = numbers.get(1);
        if (first.isYear()) {
          parts.year = first.value();
          parts.month = second.value();
        } else if (second.isYear()) {
          parts.month = first.value();
          parts.year = second.value();
        } else {
          parts.month = first.value();
          parts.day = second.value();
        }
      }
      case 3 -> {
        Number first = numbers.get(0);
        boolean yearFirst = first.isYear();
        Number year = yearFirst ? first : numbers.get(2);
        parts.year = year.year();
        parts.month = numbers.get(yearFirst ? 1 : 0).value();
        parts.day = numbers.get(yearFirst ? 2 : 1).value();
        if (numbers.get(1).isYear() || (yearFirst && numbers.get(2).isYear())) {
          throw wrong();
        }
      }
      default -> throw wrong();
    }
  }

  private void skipWhite() {
    while (at < text.length() && (isWhite(text.charAt(at)) || text.charAt(at) == '\0')) {
      at++;
    }
  }

  private static boolean isWhite(char c) {
    return Chars.isWhiteSpace(c);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private ExpressionFailure wrong() {
    return DateParts.notADate(text);
  }
}
