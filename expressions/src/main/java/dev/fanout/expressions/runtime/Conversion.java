package dev.fanout.expressions.runtime;

import dev.fanout.expressions.ExpressionFailure;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** {@code System.Convert}. */
public final class Conversion {
  private Conversion() {}

  public static int toInt32(@Nullable String value) {
    return value == null ? 0 : Parsing.int32(value);
  }

  public static int toInt32(int value) {
    return value;
  }

  public static int toInt32(boolean value) {
    return value ? 1 : 0;
  }

  public static int toInt32(char value) {
    return value;
  }

  public static int toInt32(long value) {
    if ((int) value != value) {
      throw Failures.overflow("Value was either too large or too small for an Int32.");
    }
    return (int) value;
  }

  /** Rounds half to even. */
  public static int toInt32(double value) {
    double rounded = Math.rint(value);
    if (!(rounded >= Integer.MIN_VALUE && rounded <= Integer.MAX_VALUE)) {
      throw Failures.overflow("Value was either too large or too small for an Int32.");
    }
    return (int) rounded;
  }

  public static int toInt32(@Nullable Object value) {
    if (value == null) {
      return 0;
    }
    if (value instanceof String s) {
      return toInt32(s);
    }
    if (value instanceof Integer i) {
      return i;
    }
    if (value instanceof Long l) {
      return toInt32((long) l);
    }
    if (value instanceof Double d) {
      return toInt32((double) d);
    }
    if (value instanceof Boolean b) {
      return toInt32((boolean) b);
    }
    if (value instanceof Character c) {
      return c;
    }
    if (value instanceof Float f) {
      return toInt32((double) f);
    }
    if (value instanceof EnumValue e) {
      return e.value();
    }
    if (NumberFormat.isNumber(value)) {
      return toInt32(NumberFormat.exact(value));
    }
    throw notConvertible(value, "Int32");
  }

  private static int toInt32(BigDecimal value) {
    BigInteger rounded = value.setScale(0, RoundingMode.HALF_EVEN).toBigInteger();
    if (rounded.bitLength() > 31) {
      throw Failures.overflow("Value was either too large or too small for an Int32.");
    }
    return rounded.intValue();
  }

  public static long toInt64(@Nullable String value) {
    return value == null ? 0 : Parsing.int64(value);
  }

  public static long toInt64(long value) {
    return value;
  }

  public static boolean toBoolean(@Nullable String value) {
    return value != null && Parsing.bool(value);
  }

  public static boolean toBoolean(boolean value) {
    return value;
  }

  public static boolean toBoolean(char value) {
    throw notConvertible(value, "Boolean");
  }

  public static boolean toBoolean(int value) {
    return value != 0;
  }

  public static boolean toBoolean(@Nullable Object value) {
    if (value == null) {
      return false;
    }
    if (value instanceof String s) {
      return Parsing.bool(s);
    }
    if (value instanceof Boolean b) {
      return b;
    }
    if (value instanceof Integer i) {
      return i != 0;
    }
    if (value instanceof Long l) {
      return l != 0;
    }
    if (value instanceof Double d) {
      return d != 0;
    }
    if (value instanceof EnumValue e) {
      return e.value() != 0;
    }
    if (NumberFormat.isNumber(value)) {
      return NumberFormat.exact(value).signum() != 0;
    }
    throw notConvertible(value, "Boolean");
  }

  public static @Nullable String toString(@Nullable String value) {
    return value;
  }

  /** Null gives the empty text. */
  public static String toString(@Nullable Object value) {
    return value == null ? "" : Text.ofObject(value);
  }

  public static String toBase64String(byte @Nullable [] bytes) {
    if (bytes == null) {
      throw Failures.argumentNull("inArray");
    }
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** White space is skipped; padding is required. */
  public static byte[] fromBase64String(@Nullable String text) {
    if (text == null) {
      throw Failures.argumentNull("s");
    }
    StringBuilder bare = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
        bare.append(c);
      }
    }
    if (bare.length() % 4 == 0) {
      try {
        return Base64.getDecoder().decode(bare.toString().getBytes(StandardCharsets.ISO_8859_1));
      } catch (IllegalArgumentException e) {
        throw notBase64();
      }
    }
    throw notBase64();
  }

  private static ExpressionFailure notBase64() {
    return Failures.format(
        "The input is not a valid Base-64 string as it contains a non-base 64 character, more than"
            + " two padding characters, or an illegal character among the padding characters.");
  }

  private static ExpressionFailure notConvertible(Object value, String wanted) {
    String name = RuntimeTypes.nameOf(value);
    boolean known = value instanceof Character || value instanceof DateTime;
    return new ExpressionFailure(
        "System.InvalidCastException",
        known
            ? "Invalid cast from '" + name.substring(7) + "' to '" + wanted + "'."
            : "Unable to cast object of type '" + name + "' to type 'System.IConvertible'.");
  }
}
