package dev.fanout.expressions.runtime;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Members of {@code decimal} beyond its arithmetic. Format providers are ignored. */
public final class Decimals {
  private static final BigInteger LARGEST = BigInteger.ONE.shiftLeft(96).subtract(BigInteger.ONE);
  private static final int MOST_DECIMALS = 28;

  private Decimals() {}

  public static String toString(Decimal self) {
    return self.toString();
  }

  public static String toString(Decimal self, @Nullable Object provider) {
    return self.toString();
  }

  public static String toString(Decimal self, @Nullable String format) {
    return Formats.text(self, format);
  }

  public static String toString(Decimal self, @Nullable String format, @Nullable Object provider) {
    return Formats.text(self, format);
  }

  public static boolean equals(Decimal self, Decimal other) {
    return Decimal.equal(self, other);
  }

  public static int compareTo(Decimal self, Decimal other) {
    return self.compareTo(other);
  }

  public static int compareTo(Decimal self, @Nullable Object other) {
    if (other == null) {
      return 1;
    }
    if (other instanceof Decimal number) {
      return self.compareTo(number);
    }
    throw Integers.notOfType("Decimal");
  }

  public static Decimal maxValue() {
    return Decimal.of(LARGEST);
  }

  public static Decimal minValue() {
    return Decimal.of(LARGEST.negate());
  }

  public static Decimal zero() {
    return Decimal.ZERO;
  }

  public static Decimal one() {
    return Decimal.of(1);
  }

  public static Decimal minusOne() {
    return Decimal.of(-1);
  }

  public static Decimal create(int value) {
    return Decimal.of(value);
  }

  public static Decimal createUnsigned(int value) {
    return Decimal.of(Integer.toUnsignedLong(value));
  }

  public static Decimal create(long value) {
    return Decimal.of(value);
  }

  public static Decimal createUnsigned(long value) {
    return Decimal.ofUnsigned(value);
  }

  public static Decimal create(float value) {
    return Decimal.of(value);
  }

  public static Decimal create(double value) {
    return Decimal.of(value);
  }

  public static Decimal create(int low, int middle, int high, boolean negative, int scale) {
    if (scale > MOST_DECIMALS) {
      throw Failures.outOfRange(
          "Decimal's scale value must be between 0 and 28, inclusive.", "scale");
    }
    BigInteger bits = word(high, 64).or(word(middle, 32)).or(word(low, 0));
    return Decimal.fit(new BigDecimal(negative ? bits.negate() : bits, scale));
  }

  private static BigInteger word(int value, int shift) {
    return BigInteger.valueOf(Integer.toUnsignedLong(value)).shiftLeft(shift);
  }

  public static Decimal create(int @Nullable [] bits) {
    if (bits == null) {
      throw Failures.argumentNull("bits");
    }
    if (bits.length != 4) {
      throw Failures.argument(
          "Decimal constructor requires an array or span of four valid decimal bytes.", "bits");
    }
    return create(bits[0], bits[1], bits[2], bits[3] < 0, bits[3] >> 16 & 0xFF);
  }

  /** Low, middle, high word; sign and scale. */
  public static int[] getBits(Decimal value) {
    BigInteger bits = value.value().unscaledValue().abs();
    int flags = value.value().scale() << 16 | (value.value().signum() < 0 ? Integer.MIN_VALUE : 0);
    return new int[] {
      bits.intValue(), bits.shiftRight(32).intValue(), bits.shiftRight(64).intValue(), flags
    };
  }

  public static int compare(Decimal a, Decimal b) {
    return a.compareTo(b);
  }

  public static Decimal negate(Decimal value) {
    return value.negate();
  }

  public static Decimal floor(Decimal value) {
    return value.rounded(RoundingMode.FLOOR);
  }

  public static Decimal ceiling(Decimal value) {
    return value.rounded(RoundingMode.CEILING);
  }

  public static Decimal truncate(Decimal value) {
    return value.rounded(RoundingMode.DOWN);
  }

  public static Decimal round(Decimal value) {
    return round(value, 0, 0);
  }

  public static Decimal round(Decimal value, int decimals) {
    return round(value, decimals, 0);
  }

  public static Decimal roundBy(Decimal value, int mode) {
    return round(value, 0, mode);
  }

  /** A value with fewer decimals stays as it is. */
  public static Decimal round(Decimal value, int decimals, int mode) {
    if (decimals < 0 || decimals > MOST_DECIMALS) {
      throw Failures.outOfRange(
          "Decimal can only round to between 0 and 28 digits of precision.", "decimals");
    }
    RoundingMode rounding = Rounding.of(mode);
    return value.value().scale() <= decimals
        ? value
        : Decimal.fit(value.value().setScale(decimals, rounding));
  }

  public static int toByte(Decimal value) {
    return (int) whole(value, IntegerKind.BYTE);
  }

  public static int toSByte(Decimal value) {
    return (int) whole(value, IntegerKind.SBYTE);
  }

  public static int toInt16(Decimal value) {
    return (int) whole(value, IntegerKind.INT16);
  }

  public static int toUInt16(Decimal value) {
    return (int) whole(value, IntegerKind.UINT16);
  }

  public static int toInt32(Decimal value) {
    return (int) whole(value, IntegerKind.INT32);
  }

  public static int toUInt32(Decimal value) {
    return (int) whole(value, IntegerKind.UINT32);
  }

  public static long toInt64(Decimal value) {
    return whole(value, IntegerKind.INT64);
  }

  public static long toUInt64(Decimal value) {
    return whole(value, IntegerKind.UINT64);
  }

  /** Towards zero. */
  private static long whole(Decimal value, IntegerKind kind) {
    return kind.checked(value.value().toBigInteger());
  }

  public static float toSingle(Decimal value) {
    return value.toSingle();
  }

  public static double toDouble(Decimal value) {
    return value.toDouble();
  }

  /** Four decimals, scaled to an integer. */
  public static long toOACurrency(Decimal value) {
    return IntegerKind.INT64.checked(
        value.value().movePointRight(4).setScale(0, RoundingMode.HALF_EVEN).toBigInteger());
  }

  public static Decimal fromOACurrency(long value) {
    BigDecimal exact = BigDecimal.valueOf(value, 4);
    BigDecimal stripped = exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
    return Decimal.fit(stripped);
  }
}
