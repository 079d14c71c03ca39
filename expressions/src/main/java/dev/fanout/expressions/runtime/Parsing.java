package dev.fanout.expressions.runtime;

import dev.fanout.expressions.ExpressionFailure;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * {@code Parse} and {@code TryParse} of numbers, bool and char in the invariant culture. A format
 * provider is always null in expressions and ignored.
 */
public final class Parsing {
  private Parsing() {}

  public static int sbyte(@Nullable String text) {
    return (int) integer(text, IntegerKind.SBYTE);
  }

  public static int uint8(@Nullable String text) {
    return (int) integer(text, IntegerKind.BYTE);
  }

  public static int int16(@Nullable String text) {
    return (int) integer(text, IntegerKind.INT16);
  }

  public static int uint16(@Nullable String text) {
    return (int) integer(text, IntegerKind.UINT16);
  }

  public static int int32(@Nullable String text) {
    return (int) integer(text, IntegerKind.INT32);
  }

  public static int uint32(@Nullable String text) {
    return (int) integer(text, IntegerKind.UINT32);
  }

  public static long int64(@Nullable String text) {
    return integer(text, IntegerKind.INT64);
  }

  public static long uint64(@Nullable String text) {
    return integer(text, IntegerKind.UINT64);
  }

  public static boolean trySbyte(@Nullable String text, Ref result) {
    return tryInteger(text, IntegerKind.SBYTE, result);
  }

  public static boolean tryUint8(@Nullable String text, Ref result) {
    return tryInteger(text, IntegerKind.BYTE, result);
  }

  public static boolean tryInt16(@Nullable String text, Ref result) {
    return tryInteger(text, IntegerKind.INT16, result);
  }

  public static boolean tryUint16(@Nullable String text, Ref result) {
    return tryInteger(text, IntegerKind.UINT16, result);
  }

  public static boolean tryInt32(@Nullable String text, Ref result) {
    return tryInteger(text, IntegerKind.INT32, result);
  }

  public static boolean tryUint32(@Nullable String text, Ref result) {
    return tryInteger(text, IntegerKind.UINT32, result);
  }

  public static boolean tryInt64(@Nullable String text, Ref result) {
    return tryInteger(text, IntegerKind.INT64, result);
  }

  public static boolean tryUint64(@Nullable String text, Ref result) {
    return tryInteger(text, IntegerKind.UINT64, result);
  }

  private static long integer(@Nullable String text, IntegerKind kind) {
    if (text == null) {
      throw Failures.argumentNull("s");
    }
    BigInteger value = integerOrNull(text);
    if (value == null) {
      throw notANumber(text);
    }
    return kind.checked(value);
  }

  private static boolean tryInteger(@Nullable String text, IntegerKind kind, Ref result) {
    BigInteger value = text == null ? null : integerOrNull(text);
    boolean fits = value != null && kind.fits(value);
    result.value = kind.box(fits && value != null ? value.longValue() : 0);
    return fits;
  }

  private static @Nullable BigInteger integerOrNull(String text) {
    BigDecimal value = NumberParser.parse(text, NumberParser.INTEGER_STYLE);
    return value == null ? null : value.toBigInteger();
  }

  /** Too large gives infinity. */
  public static double float64(@Nullable String text) {
    if (text == null) {
      throw Failures.argumentNull("s");
    }
    Double value = doubleOrNull(text);
    if (value == null) {
      throw notANumber(text);
    }
    return value;
  }

  public static boolean tryFloat64(@Nullable String text, Ref result) {
    Double value = text == null ? null : doubleOrNull(text);
    result.value = value == null ? Boxes.box(0.0) : value;
    return value != null;
  }

  public static float float32(@Nullable String text) {
    if (text == null) {
      throw Failures.argumentNull("s");
    }
    Float value = floatOrNull(text);
    if (value == null) {
      throw notANumber(text);
    }
    return value;
  }

  public static boolean tryFloat32(@Nullable String text, Ref result) {
    Float value = text == null ? null : floatOrNull(text);
    result.value = value == null ? Boxes.box(0f) : value;
    return value != null;
  }

  private static @Nullable Double doubleOrNull(String text) {
    BigDecimal value = NumberParser.parse(text, NumberParser.DOUBLE_STYLE);
    if (value == null) {
      return symbolOrNull(text);
    }
    boolean negativeZero = value.signum() == 0 && NumberParser.isNegative(text);
    return Boxes.box(negativeZero ? -0.0 : value.doubleValue());
  }

  private static @Nullable Float floatOrNull(String text) {
    BigDecimal value = NumberParser.parse(text, NumberParser.DOUBLE_STYLE);
    if (value == null) {
      Double symbol = symbolOrNull(text);
      return symbol == null ? null : Boxes.box(symbol.floatValue());
    }
    boolean negativeZero = value.signum() == 0 && NumberParser.isNegative(text);
    return Boxes.box(negativeZero ? -0f : value.floatValue());
  }

  private static @Nullable Double symbolOrNull(String text) {
    String trimmed = Strings.trim(text);
    boolean signed = trimmed.startsWith("+") || trimmed.startsWith("-");
    String name = signed ? trimmed.substring(1) : trimmed;
    if (name.equalsIgnoreCase("NaN")) {
      return Boxes.box(Double.NaN);
    }
    if (!name.equalsIgnoreCase("Infinity")) {
      return null;
    }
    return Boxes.box(trimmed.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
  }

  public static Decimal decimal(@Nullable String text) {
    if (text == null) {
      throw Failures.argumentNull("s");
    }
    BigDecimal value = NumberParser.parse(text, NumberParser.NUMBER_STYLE);
    if (value == null) {
      throw notANumber(text);
    }
    return Decimal.fit(value);
  }

  public static boolean tryDecimal(@Nullable String text, Ref result) {
    BigDecimal value = text == null ? null : NumberParser.parse(text, NumberParser.NUMBER_STYLE);
    Decimal fitted = value == null ? null : Decimal.fitOrNull(value);
    result.value = fitted == null ? Decimal.ZERO.copy() : fitted;
    return fitted != null;
  }

  static ExpressionFailure notANumber(String text) {
    return Failures.format("The input string '" + text + "' was not in a correct format.");
  }

  public static boolean bool(@Nullable String text) {
    if (text == null) {
      throw Failures.argumentNull("value");
    }
    Boolean value = boolOrNull(text);
    if (value == null) {
      throw Failures.format("String '" + text + "' was not recognized as a valid Boolean.");
    }
    return value;
  }

  public static boolean tryBool(@Nullable String text, Ref result) {
    Boolean value = text == null ? null : boolOrNull(text);
    result.value = Boxes.box(value != null && value);
    return value != null;
  }

  /** White space and zero bytes around are dropped. */
  private static @Nullable Boolean boolOrNull(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isDropped(text.charAt(start))) {
      start++;
    }
    while (end > start && isDropped(text.charAt(end - 1))) {
      end--;
    }
    String trimmed = text.substring(start, end);
    return trimmed.equalsIgnoreCase("true")
        ? Boolean.TRUE
        : trimmed.equalsIgnoreCase("false") ? Boolean.FALSE : null;
  }

  private static boolean isDropped(char c) {
    return c == '\0' || Chars.isWhiteSpace(c);
  }

  public static char character(@Nullable String text) {
    if (text == null) {
      throw Failures.argumentNull("s");
    }
    if (text.length() != 1) {
      throw Failures.format("String must be exactly one character long.");
    }
    return text.charAt(0);
  }

  public static boolean tryCharacter(@Nullable String text, Ref result) {
    boolean single = text != null && text.length() == 1;
    result.value = Boxes.box(single && text != null ? text.charAt(0) : '\0');
    return single;
  }

  public static int sbyte(@Nullable String text, @Nullable Object provider) {
    return sbyte(text);
  }

  public static boolean trySbyte(@Nullable String text, @Nullable Object provider, Ref result) {
    return trySbyte(text, result);
  }

  public static int uint8(@Nullable String text, @Nullable Object provider) {
    return uint8(text);
  }

  public static boolean tryUint8(@Nullable String text, @Nullable Object provider, Ref result) {
    return tryUint8(text, result);
  }

  public static int int16(@Nullable String text, @Nullable Object provider) {
    return int16(text);
  }

  public static boolean tryInt16(@Nullable String text, @Nullable Object provider, Ref result) {
    return tryInt16(text, result);
  }

  public static int uint16(@Nullable String text, @Nullable Object provider) {
    return uint16(text);
  }

  public static boolean tryUint16(@Nullable String text, @Nullable Object provider, Ref result) {
    return tryUint16(text, result);
  }

  public static int int32(@Nullable String text, @Nullable Object provider) {
    return int32(text);
  }

  public static boolean tryInt32(@Nullable String text, @Nullable Object provider, Ref result) {
    return tryInt32(text, result);
  }

  public static int uint32(@Nullable String text, @Nullable Object provider) {
    return uint32(text);
  }

  public static boolean tryUint32(@Nullable String text, @Nullable Object provider, Ref result) {
    return tryUint32(text, result);
  }

  public static long int64(@Nullable String text, @Nullable Object provider) {
    return int64(text);
  }

  public static boolean tryInt64(@Nullable String text, @Nullable Object provider, Ref result) {
    return tryInt64(text, result);
  }

  public static long uint64(@Nullable String text, @Nullable Object provider) {
    return uint64(text);
  }

  public static boolean tryUint64(@Nullable String text, @Nullable Object provider, Ref result) {
    return tryUint64(text, result);
  }

  public static double float64(@Nullable String text, @Nullable Object provider) {
    return float64(text);
  }

  public static boolean tryFloat64(@Nullable String text, @Nullable Object provider, Ref result) {
    return tryFloat64(text, result);
  }

  public static float float32(@Nullable String text, @Nullable Object provider) {
    return float32(text);
  }

  public static boolean tryFloat32(@Nullable String text, @Nullable Object provider, Ref result) {
    return tryFloat32(text, result);
  }

  public static Decimal decimal(@Nullable String text, @Nullable Object provider) {
    return decimal(text);
  }

  public static boolean tryDecimal(@Nullable String text, @Nullable Object provider, Ref result) {
    return tryDecimal(text, result);
  }
}
