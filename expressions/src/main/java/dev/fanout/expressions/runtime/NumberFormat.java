package dev.fanout.expressions.runtime;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numeric format strings of .NET, standard and custom, in the invariant culture. */
final class NumberFormat {
  private static final int MOST_DIGITS = 9_999;

  private NumberFormat() {}

  static boolean isNumber(Object value) {
    return value instanceof Integer
        || value instanceof Long
        || value instanceof Double
        || value instanceof Float
        || value instanceof Decimal
        || value instanceof Short
        || value instanceof Byte
        || value instanceof ClrByte
        || value instanceof ClrUInt16
        || value instanceof ClrUInt32
        || value instanceof ClrUInt64;
  }

  static String format(Object value, String format) {
    if (value instanceof Double d && (Double.isNaN(d) || Double.isInfinite(d))) {
      return Numbers.text((double) d);
    }
    if (value instanceof Float f && (Float.isNaN(f) || Float.isInfinite(f))) {
      return Numbers.text((float) f);
    }
    char letter = format.charAt(0);
    boolean isStandard = isAsciiLetter(letter) && isDigits(format, 1);
    if (!isStandard) {
      return CustomNumberFormat.format(customDigits(value), isNegativeZero(value), format);
    }
    int precision = -1;
    if (format.length() > 1) {
      precision = format.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(format.substring(1));
      if (precision > MOST_DIGITS) {
        throw badFormat();
      }
    }
    return standard(value, letter, precision);
  }

  /** Custom formats see 15 digits of a double and 7 of a float. */
  private static BigDecimal customDigits(Object value) {
    BigDecimal exact = exact(value);
    int most = value instanceof Double ? 15 : value instanceof Float ? 7 : 0;
    return most == 0 ? exact : exact.round(new MathContext(most, RoundingMode.HALF_UP));
  }

  private static String standard(Object value, char letter, int precision) {
    BigDecimal number = exact(value);
    boolean integral = isIntegral(value);
    boolean floating = value instanceof Double || value instanceof Float;
    boolean negative = number.signum() < 0 || isNegativeZero(value);
    switch (letter) {
      case 'D', 'd' -> {
        if (!integral) {
          throw badFormat();
        }
        String digits = number.abs().toBigInteger().toString();
        return (number.signum() < 0 ? "-" : "")
            + "0".repeat(Math.max(0, precision - digits.length()))
            + digits;
      }
      case 'X', 'x' -> {
        if (!integral) {
          throw badFormat();
        }
        String digits = hexadecimal(value, number.toBigInteger());
        String padded = "0".repeat(Math.max(0, precision - digits.length())) + digits;
        return letter == 'X' ? padded.toUpperCase(Locale.ROOT) : padded;
      }
      case 'F', 'f' -> {
        return signed(fixed(number, precision < 0 ? 2 : precision), negative, floating);
      }
      case 'N', 'n' -> {
        return signed(grouped(fixed(number, precision < 0 ? 2 : precision)), negative, floating);
      }
      case 'P', 'p' -> {
        String text = grouped(fixed(number.movePointRight(2), precision < 0 ? 2 : precision));
        return signed(text + " %", negative, floating);
      }
      case 'C', 'c' -> {
        String text = "\u00A4" + grouped(fixed(number, precision < 0 ? 2 : precision));
        return negative && !isZeroText(text) ? "(" + text + ")" : text;
      }
      case 'E', 'e' -> {
        return signed(
            scientific(number, precision < 0 ? 6 : precision, letter, 3), negative, floating);
      }
      case 'G', 'g' -> {
        return general(value, number, precision, letter);
      }
      case 'B', 'b' -> {
        if (!integral) {
          throw badFormat();
        }
        String digits = binary(value, number.toBigInteger());
        return "0".repeat(Math.max(0, precision - digits.length())) + digits;
      }
      case 'R', 'r' -> {
        if (!floating) {
          throw badFormat();
        }
        String plain = Text.ofObject(value);
        return letter == 'r' ? plain.replace('E', 'e') : plain;
      }
      default -> throw badFormat();
    }
  }

  private static String general(Object value, BigDecimal number, int precision, char letter) {
    if (precision <= 0) {
      String plain = Text.ofObject(value);
      return letter == 'g' ? plain.replace('E', 'e') : plain;
    }
    if (number.signum() == 0) {
      return isNegativeZero(value) ? "-0" : "0";
    }
    BigDecimal rounded =
        number.abs().round(new MathContext(precision, RoundingMode.HALF_UP)).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    String text;
    if (exponent >= precision || exponent < -4) {
      String digits = rounded.unscaledValue().toString();
      String power = Integer.toString(Math.abs(exponent));
      text =
          digits.charAt(0)
              + (digits.length() > 1 ? "." + digits.substring(1) : "")
              + (letter == 'g' ? "e" : "E")
              + (exponent < 0 ? "-" : "+")
              + (power.length() < 2 ? "0" : "")
              + power;
    } else {
      text = rounded.toPlainString();
    }
    return number.signum() < 0 ? "-" + text : text;
  }

  /** Of the absolute value; .NET rounds half away from zero here. */
  static String fixed(BigDecimal number, int decimals) {
    return number.abs().setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }

  static String scientific(BigDecimal number, int decimals, char letter, int powerDigits) {
    BigDecimal absolute = number.abs();
    String digits;
    int exponent;
    if (absolute.signum() == 0) {
      digits = "0".repeat(decimals + 1);
      exponent = 0;
    } else {
      BigDecimal rounded = absolute.round(new MathContext(decimals + 1, RoundingMode.HALF_UP));
      exponent = rounded.precision() - rounded.scale() - 1;
      digits = rounded.unscaledValue().toString();
      digits += "0".repeat(Math.max(0, decimals + 1 - digits.length()));
    }
    String power = Integer.toString(Math.abs(exponent));
    return digits.charAt(0)
        + (decimals > 0 ? "." + digits.substring(1, decimals + 1) : "")
        + letter
        + (exponent < 0 ? "-" : "+")
        + "0".repeat(Math.max(0, powerDigits - power.length()))
        + power;
  }

  static String grouped(String fixed) {
    int point = fixed.indexOf('.');
    String whole = point < 0 ? fixed : fixed.substring(0, point);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < whole.length(); i++) {
      if (i > 0 && (whole.length() - i) % 3 == 0) {
        out.append(',');
      }
      out.append(whole.charAt(i));
    }
    return point < 0 ? out.toString() : out.append(fixed, point, fixed.length()).toString();
  }

  /** Only floats have a negative zero: others lose the sign where they round to it. */
  private static String signed(String text, boolean negative, boolean floating) {
    return negative && (floating || !isZeroText(text)) ? "-" + text : text;
  }

  private static boolean isZeroText(String text) {
    return text.chars().noneMatch(c -> c >= '1' && c <= '9');
  }

  private static String hexadecimal(Object value, BigInteger number) {
    return bits(value, number).toString(16);
  }

  private static String binary(Object value, BigInteger number) {
    return bits(value, number).toString(2);
  }

  private static BigInteger bits(Object value, BigInteger number) {
    if (number.signum() >= 0) {
      return number;
    }
    int bits =
        value instanceof Long ? 64 : value instanceof Short ? 16 : value instanceof Byte ? 8 : 32;
    return number.add(BigInteger.ONE.shiftLeft(bits));
  }

  static BigDecimal exact(Object value) {
    if (value instanceof Decimal d) {
      return d.value();
    }
    if (value instanceof Double d) {
      return new BigDecimal(d);
    }
    if (value instanceof Float f) {
      return new BigDecimal(f);
    }
    return new BigDecimal(value.toString());
  }

  private static boolean isIntegral(Object value) {
    return !(value instanceof Double || value instanceof Float || value instanceof Decimal);
  }

  private static boolean isNegativeZero(Object value) {
    return (value instanceof Double d && d == 0 && 1 / d < 0)
        || (value instanceof Float f && f == 0 && 1 / f < 0);
  }

  private static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigits(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static RuntimeException badFormat() {
    return Failures.format("Format specifier was invalid.");
  }
}
