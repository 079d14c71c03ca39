package dev.fanout.expressions.runtime;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers as .NET does, by {@code NumberStyles} in the invariant culture: white space, sign
 * in front or behind, parentheses, currency sign, groups, decimal point, exponent; zero bytes at
 * the end are dropped.
 */
final class NumberParser {
  static final int LEADING_WHITE = 1;
  static final int TRAILING_WHITE = 2;
  static final int LEADING_SIGN = 4;
  static final int TRAILING_SIGN = 8;
  static final int PARENTHESES = 0x10;
  static final int DECIMAL_POINT = 0x20;
  static final int THOUSANDS = 0x40;
  static final int EXPONENT = 0x80;
  static final int CURRENCY = 0x100;
  static final int HEXADECIMAL = 0x200;
  static final int BINARY = 0x400;

  /** NumberStyles.Integer, Number, Float, and what double.Parse takes by default. */
  static final int INTEGER_STYLE = 7;

  static final int NUMBER_STYLE = 0x6F;
  static final int FLOAT_STYLE = 0xA7;
  static final int DOUBLE_STYLE = FLOAT_STYLE | THOUSANDS;

  /** More digits than this change no double and no decimal but by being there. */
  private static final int MOST_DIGITS = 1200;

  private static final int LARGEST_EXPONENT = 9999;
  private static final char CURRENCY_SIGN = '\u00A4';

  private final String text;
  private final int styles;
  private final StringBuilder digits = new StringBuilder();
  private int at;
  private boolean signed;
  private boolean negative;
  private boolean parenthesis;
  private boolean currency;
  private boolean anyDigit;
  private boolean tail;
  private int scale;

  private NumberParser(String text, int styles) {
    this.text = text;
    this.styles = styles;
  }

  /** The number with the decimals it is written with; null if it is none. */
  static @Nullable BigDecimal parse(String text, int styles) {
    return new NumberParser(text, styles).number();
  }

  /** Is it a zero with a minus? Only asked of what parses. */
  static boolean isNegative(String text) {
    return text.indexOf('-') >= 0 || text.indexOf('(') >= 0;
  }

  /**
   * The bits of a hexadecimal or binary number.
   *
   * @param bitsPerDigit 4 or 1
   * @return null if it is none
   */
  static @Nullable BigInteger parseBits(String text, int styles, int bitsPerDigit) {
    int start = 0;
    int end = endWithoutZeros(text);
    while ((styles & LEADING_WHITE) != 0 && start < end && isWhite(text.charAt(start))) {
      start++;
    }
    while ((styles & TRAILING_WHITE) != 0 && end > start && isWhite(text.charAt(end - 1))) {
      end--;
    }
    if (start == end) {
      return null;
    }
    while (start < end - 1 && text.charAt(start) == '0') {
      start++;
    }
    int radix = 1 << bitsPerDigit;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c >= 128 || Character.digit(c, radix) < 0) {
        return null;
      }
    }
    // Longer than any type: too large, whatever the digits are.
    int most = 80;
    return new BigInteger(text.substring(start, Math.min(end, start + most)), radix);
  }

  private @Nullable BigDecimal number() {
    prefix();
    digits();
    if (!anyDigit) {
      return null;
    }
    int exponent = exponent();
    suffix();
    if (parenthesis || at < endWithoutZeros(text)) {
      return null;
    }
    BigInteger unscaled =
        digits.length() == 0 ? BigInteger.ZERO : new BigInteger(digits.toString());
    long total = (long) scale - exponent;
    if (tail) {
      unscaled = unscaled.multiply(BigInteger.TEN).add(BigInteger.ONE);
      total++;
    }
    if (unscaled.signum() == 0) {
      total = Math.max(0, Math.min(total, 100));
    }
    BigDecimal value = new BigDecimal(unscaled, (int) total);
    return negative ? value.negate() : value;
  }

  private void prefix() {
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean skips = isWhite(c) && allows(LEADING_WHITE) && (!signed || currency);
      if (!skips && !sign(c, LEADING_SIGN) && !opening(c) && !currencySign(c)) {
        return;
      }
      at++;
    }
  }

  private boolean sign(char c, int style) {
    if (!allows(style) || signed || (c != '-' && c != '+')) {
      return false;
    }
    signed = true;
    negative = c == '-';
    return true;
  }

  private boolean opening(char c) {
    if (c != '(' || !allows(PARENTHESES) || signed) {
      return false;
    }
    signed = true;
    negative = true;
    parenthesis = true;
    return true;
  }

  private boolean currencySign(char c) {
    if (c != CURRENCY_SIGN || !allows(CURRENCY) || currency) {
      return false;
    }
    currency = true;
    return true;
  }

  private void digits() {
    boolean decimals = false;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c >= '0' && c <= '9') {
        anyDigit = true;
        digit(c, decimals);
      } else if (c == '.' && allows(DECIMAL_POINT) && !decimals) {
        decimals = true;
      } else if (c != ',' || !allows(THOUSANDS) || !anyDigit || decimals) {
        return;
      }
      at++;
    }
  }

  private void digit(char c, boolean decimals) {
    if (digits.length() >= MOST_DIGITS) {
      tail |= c != '0';
      scale -= decimals ? 0 : 1;
      return;
    }
    if (c != '0' || digits.length() > 0) {
      digits.append(c);
    }
    scale += decimals ? 1 : 0;
  }

  private int exponent() {
    if (at >= text.length() || (text.charAt(at) | 0x20) != 'e' || !allows(EXPONENT)) {
      return 0;
    }
    int next = at + 1;
    boolean minus = next < text.length() && text.charAt(next) == '-';
    if (next < text.length() && (minus || text.charAt(next) == '+')) {
      next++;
    }
    int first = next;
    int value = 0;
    while (next < text.length() && text.charAt(next) >= '0' && text.charAt(next) <= '9') {
      value = Math.min(LARGEST_EXPONENT, value * 10 + text.charAt(next) - '0');
      next++;
    }
    if (next == first) {
      return 0;
    }
    at = next;
    return minus ? -value : value;
  }

  private void suffix() {
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean closes = c == ')' && parenthesis;
      if (closes) {
        parenthesis = false;
      } else if (!(isWhite(c) && allows(TRAILING_WHITE))
          && !sign(c, TRAILING_SIGN)
          && !currencySign(c)) {
        return;
      }
      at++;
    }
  }

  private boolean allows(int style) {
    return (styles & style) != 0;
  }

  private static int endWithoutZeros(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '\0') {
      end--;
    }
    return end;
  }

  private static boolean isWhite(char c) {
    return c == ' ' || (c >= 0x09 && c <= 0x0D);
  }
}
