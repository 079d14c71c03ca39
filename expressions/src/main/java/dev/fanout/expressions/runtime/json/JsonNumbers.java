package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.runtime.Decimal;
import java.io.Serial;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Numbers as they stand in JSON text. */
final class JsonNumbers {
  private static final int MOST_INTEGER_CHARACTERS = 380;
  private static final int LONG_BITS = 64;

  private JsonNumbers() {}

  /** A text that is no number of the wanted type. */
  static final class NotRead extends Exception {
    @Serial private static final long serialVersionUID = 1L;
    private final String reason;

    NotRead(String reason) {
      super(reason, null, false, false);
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }

  /**
   * A long, or a BigInteger beyond it, or a double; as a string the text itself, once it is known
   * to be a number; for the other types that type.
   */
  static Object read(String text, ReadType wanted) throws NotRead {
    switch (wanted) {
      case INT32 -> {
        return int32(text);
      }
      case DECIMAL -> {
        return decimal(text);
      }
      case DOUBLE -> {
        return isOtherBase(text)
            ? (Object) (double) otherBase(text, LONG_BITS, "double")
            : (Object) real(text, "double");
      }
      case STRING -> {
        if (isOtherBase(text)) {
          otherBase(text, LONG_BITS, "number");
        } else {
          real(text, "number");
        }
        return text;
      }
      default -> {
        return any(text);
      }
    }
  }

  static JsonToken token(Object number) {
    return number instanceof String
        ? JsonToken.STRING
        : number instanceof Double || number instanceof Decimal
            ? JsonToken.FLOAT
            : JsonToken.INTEGER;
  }

  private static Object any(String text) throws NotRead {
    if (isOtherBase(text)) {
      return otherBase(text, LONG_BITS, "number");
    }
    if (text.length() < 19 && isInteger(text)) {
      return Long.parseLong(text);
    }
    BigInteger big = integerOrNull(text);
    if (big == null) {
      if (isInteger(text)) {
        throw new NotRead("JSON integer " + text + " is too large to parse.");
      }
      return real(text, "number");
    }
    return big.bitLength() < LONG_BITS ? (Object) big.longValue() : big;
  }

  private static Object int32(String text) throws NotRead {
    if (isOtherBase(text)) {
      return (int) otherBase(text, Integer.SIZE, "integer");
    }
    if (!isInteger(text)) {
      throw notValid(text, "integer");
    }
    BigInteger big = integerOrNull(text);
    if (big == null || big.bitLength() >= Integer.SIZE) {
      throw new NotRead("JSON integer " + text + " is too large or small for an Int32.");
    }
    return big.intValue();
  }

  private static Object decimal(String text) throws NotRead {
    if (isOtherBase(text)) {
      return Decimal.of(otherBase(text, LONG_BITS, "decimal"));
    }
    Decimal value = decimalOrNull(text);
    if (value == null) {
      throw notValid(text, "decimal");
    }
    return value;
  }

  /** By the grammar of JSON: no zeros in front, digits around the point, an exponent. */
  static @Nullable Decimal decimalOrNull(String text) {
    int first = text.startsWith("-") ? 1 : 0;
    boolean isJson =
        isReal(text)
            && first < text.length()
            && text.charAt(first) >= '0'
            && text.charAt(first) <= '9'
            && text.indexOf(".e") < 0
            && text.indexOf(".E") < 0
            && !text.endsWith(".")
            && !(text.length() > first + 1
                && text.charAt(first) == '0'
                && Character.isDigit(text.charAt(first + 1)));
    if (!isJson || text.length() > MOST_INTEGER_CHARACTERS) {
      return null;
    }
    try {
      return Decimal.parseLiteral(new BigDecimal(text));
    } catch (NumberFormatException e) {
      // An exponent beyond what BigDecimal takes.
      return null;
    }
  }

  private static NotRead notValid(String text, String what) {
    return new NotRead("Input string '" + text + "' is not a valid " + what + ".");
  }

  /** {@code 0x1F} and {@code 017}. */
  private static boolean isOtherBase(String text) {
    return text.length() > 1
        && text.charAt(0) == '0'
        && text.charAt(1) != '.'
        && text.charAt(1) != 'e'
        && text.charAt(1) != 'E';
  }

  private static long otherBase(String text, int bits, String what) throws NotRead {
    boolean hexadecimal = text.charAt(1) == 'x' || text.charAt(1) == 'X';
    int radix = hexadecimal ? 16 : 8;
    int start = hexadecimal ? 2 : 1;
    boolean valid = start < text.length() && text.length() < MOST_INTEGER_CHARACTERS;
    for (int i = start; i < text.length() && valid; i++) {
      valid = Character.digit(text.charAt(i), radix) >= 0;
    }
    BigInteger value = valid ? new BigInteger(text.substring(start), radix) : BigInteger.ZERO;
    if (!valid || value.bitLength() > bits) {
      throw notValid(text, what);
    }
    return bits == Integer.SIZE ? value.intValue() : value.longValue();
  }

  private static boolean isInteger(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    for (int i = start; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return start < text.length();
  }

  /** Null if it is no integer, or longer than Newtonsoft takes. */
  private static @Nullable BigInteger integerOrNull(String text) {
    if (!isInteger(text) || text.length() > MOST_INTEGER_CHARACTERS) {
      return null;
    }
    return text.length() < 19 ? BigInteger.valueOf(Long.parseLong(text)) : new BigInteger(text);
  }

  private static double real(String text, String what) throws NotRead {
    if (!isReal(text)) {
      throw notValid(text, what);
    }
    return Double.parseDouble(text);
  }

  /** Sign, digits with a point somewhere, exponent: NumberStyles.Float without white space. */
  static boolean isReal(String text) {
    int at = 0;
    int end = text.length();
    if (at < end && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
      at++;
    }
    int whole = digits(text, at);
    at += whole;
    int fraction = 0;
    if (at < end && text.charAt(at) == '.') {
      at++;
      fraction = digits(text, at);
      at += fraction;
    }
    if (whole + fraction == 0) {
      return false;
    }
    if (at < end && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      at++;
      if (at < end && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
        at++;
      }
      int exponent = digits(text, at);
      if (exponent == 0) {
        return false;
      }
      at += exponent;
    }
    return at == end;
  }

  private static int digits(String text, int start) {
    int at = start;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at - start;
  }
}
