package dev.fanout.expressions.runtime;

import dev.fanout.expressions.ExpressionFailure;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Numbers to the bases 2, 8, 10 and 16 in {@code System.Convert}. */
public final class BaseNumbers {
  private static final int HEXADECIMAL = 16;
  private static final int MOST_DIGITS = 80;

  private BaseNumbers() {}

  /** Null is 0; other bases than 10 give bits, so that {@code FFFFFFFF} is -1. */
  static long parse(@Nullable String text, int radix, IntegerKind kind) {
    checkBase(radix);
    if (text == null) {
      return 0;
    }
    if (text.isEmpty()) {
      throw new ExpressionFailure(
          "System.ArgumentOutOfRangeException",
          "Index was out of range. Must be non-negative and less than the length of the string.");
    }
    int at = 0;
    boolean negative = text.charAt(0) == '-';
    if (negative) {
      if (radix != 10) {
        throw Failures.argument("String cannot contain a minus sign if the base is not 10.", null);
      }
      if (!kind.signed()) {
        throw Failures.overflow(
            "The string was being parsed as an unsigned number and could not have a negative"
                + " sign.");
      }
    }
    at += negative || text.charAt(0) == '+' ? 1 : 0;
    if (radix == HEXADECIMAL && (text.startsWith("0x", at) || text.startsWith("0X", at))) {
      at += 2;
    }
    int end = at;
    while (end < text.length() && digit(text.charAt(end), radix) >= 0) {
      end++;
    }
    if (end == at) {
      throw Failures.format("Could not find any recognizable digits.");
    }
    if (end < text.length()) {
      throw Failures.format("Additional non-parsable characters are at the end of the string.");
    }
    while (at < end - 1 && text.charAt(at) == '0') {
      at++;
    }
    BigInteger value = new BigInteger(text.substring(at, Math.min(end, at + MOST_DIGITS)), radix);
    if (radix == 10) {
      return kind.checked(negative ? value.negate() : value);
    }
    if (value.bitLength() > kind.bits()) {
      throw kind.overflow();
    }
    int unused = Long.SIZE - kind.bits();
    return kind.signed() ? value.longValue() << unused >> unused : value.longValue();
  }

  private static int digit(char c, int radix) {
    return c < 128 ? Character.digit(c, radix) : -1;
  }

  private static void checkBase(int radix) {
    if (radix != 2 && radix != 8 && radix != 10 && radix != HEXADECIMAL) {
      throw Failures.argument("Invalid Base.", null);
    }
  }

  public static String toStringByte(int value, int radix) {
    checkBase(radix);
    return Integer.toString(value, radix);
  }

  public static String toStringInt16(int value, int radix) {
    checkBase(radix);
    return radix == 10 ? Integer.toString(value) : Integer.toString(value & 0xFFFF, radix);
  }

  public static String toString(int value, int radix) {
    checkBase(radix);
    return radix == 10 ? Integer.toString(value) : Integer.toUnsignedString(value, radix);
  }

  public static String toString(long value, int radix) {
    checkBase(radix);
    return radix == 10 ? Long.toString(value) : Long.toUnsignedString(value, radix);
  }
}
