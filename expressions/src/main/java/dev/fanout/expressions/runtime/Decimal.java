package dev.fanout.expressions.runtime;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * {@code System.Decimal}: 96 bits and a scale of 0 to 28, which is kept, so that {@code 1.0m *
 * 1.00m} is {@code 1.000}. Immutable.
 */
public final class Decimal implements Comparable<Decimal> {
  public static final Decimal ZERO = new Decimal(BigDecimal.ZERO);

  private static final int LARGEST_SCALE = 28;
  private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(96);
  private static final BigDecimal TOO_LARGE = new BigDecimal(LIMIT).subtract(new BigDecimal("0.5"));

  private final BigDecimal value;

  private Decimal(BigDecimal value) {
    this.value = value;
  }

  public static Decimal of(BigInteger value) {
    return fit(new BigDecimal(value));
  }

  public static Decimal of(int value) {
    return new Decimal(BigDecimal.valueOf(value));
  }

  public static Decimal of(long value) {
    return new Decimal(BigDecimal.valueOf(value));
  }

  public static Decimal ofUnsigned(long value) {
    return new Decimal(new BigDecimal(Long.toUnsignedString(value)));
  }

  /** 15 significant digits, as .NET converts. */
  public static Decimal of(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw overflow();
    }
    return significant(value, 15);
  }

  /** 7 significant digits. */
  public static Decimal of(float value) {
    if (Float.isNaN(value) || Float.isInfinite(value)) {
      throw overflow();
    }
    return significant(value, 7);
  }

  private static Decimal significant(double value, int digits) {
    if (value == 0) {
      return ZERO;
    }
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    BigDecimal stripped = rounded.stripTrailingZeros();
    return fit(stripped.scale() < 0 ? stripped.setScale(0) : stripped);
  }

  /** The number as written, with its zeros; null if it does not fit. */
  public static @Nullable Decimal parseLiteral(BigDecimal written) {
    BigDecimal plain =
        written.scale() < 0 && written.scale() > -100 ? written.setScale(0) : written;
    if (plain.scale() < 0) {
      return null;
    }
    try {
      return fit(plain);
    } catch (RuntimeException e) {
      return null;
    }
  }

  /** What {@link #toString} wrote. */
  public static Decimal constant(String text) {
    return new Decimal(new BigDecimal(text));
  }

  /** Rounds half to even until scale and bits fit. */
  static Decimal fit(BigDecimal exact) {
    BigDecimal value = exact.scale() < 0 ? exact.setScale(0) : exact;
    if (value.scale() > LARGEST_SCALE) {
      value = value.setScale(LARGEST_SCALE, RoundingMode.HALF_EVEN);
    }
    while (value.unscaledValue().abs().compareTo(LIMIT) >= 0) {
      if (value.scale() == 0) {
        throw overflow();
      }
      int excess = value.precision() - 29;
      int scale = Math.max(0, value.scale() - Math.max(1, excess));
      value = exact.setScale(scale, RoundingMode.HALF_EVEN);
    }
    return new Decimal(value);
  }

  /** Null if it is too large. */
  static @Nullable Decimal fitOrNull(BigDecimal exact) {
    return exact.abs().compareTo(TOO_LARGE) >= 0 ? null : fit(exact);
  }

  private static RuntimeException overflow() {
    return Failures.overflow("Value was either too large or too small for a Decimal.");
  }

  public BigDecimal value() {
    return value;
  }

  public static Decimal add(Decimal a, Decimal b) {
    return fit(a.value.add(b.value));
  }

  public static Decimal subtract(Decimal a, Decimal b) {
    return fit(a.value.subtract(b.value));
  }

  public static Decimal multiply(Decimal a, Decimal b) {
    return fit(a.value.multiply(b.value));
  }

  /** As many digits as fit; zeros at the end only down to the operands' scales. */
  public static Decimal divide(Decimal a, Decimal b) {
    int preferred = Math.max(0, a.value.scale() - b.value.scale());
    BigDecimal quotient = a.value.divide(b.value, 60, RoundingMode.DOWN);
    // A digit that is never reached by rounding down stands for the rest.
    if (quotient.multiply(b.value).compareTo(a.value) != 0) {
      quotient = quotient.add(BigDecimal.valueOf((long) a.value.signum() * b.value.signum(), 61));
    }
    Decimal fitted = fit(quotient);
    BigDecimal stripped = fitted.value.stripTrailingZeros();
    return new Decimal(
        stripped.setScale(
            Math.min(fitted.value.scale(), Math.max(preferred, stripped.scale())),
            RoundingMode.UNNECESSARY));
  }

  public static Decimal remainder(Decimal a, Decimal b) {
    return fit(a.value.remainder(b.value));
  }

  /** To no decimals. */
  Decimal rounded(RoundingMode mode) {
    return new Decimal(value.setScale(0, mode));
  }

  public Decimal negate() {
    return new Decimal(value.negate());
  }

  public static boolean equal(Decimal a, Decimal b) {
    return a.value.compareTo(b.value) == 0;
  }

  public static boolean notEqual(Decimal a, Decimal b) {
    return !equal(a, b);
  }

  public static boolean less(Decimal a, Decimal b) {
    return a.compareTo(b) < 0;
  }

  public static boolean greater(Decimal a, Decimal b) {
    return a.compareTo(b) > 0;
  }

  public static boolean lessOrEqual(Decimal a, Decimal b) {
    return a.compareTo(b) <= 0;
  }

  public static boolean greaterOrEqual(Decimal a, Decimal b) {
    return a.compareTo(b) >= 0;
  }

  public int toInt32() {
    BigInteger whole = value.toBigInteger();
    if (whole.bitLength() > 31) {
      throw Failures.overflow("Value was either too large or too small for an Int32.");
    }
    return whole.intValue();
  }

  public long toInt64() {
    BigInteger whole = value.toBigInteger();
    if (whole.bitLength() > 63) {
      throw Failures.overflow("Value was either too large or too small for an Int64.");
    }
    return whole.longValue();
  }

  public double toDouble() {
    return value.doubleValue();
  }

  public float toSingle() {
    return value.floatValue();
  }

  /** A new object of the same value: what boxing gives. */
  public Decimal copy() {
    return new Decimal(value);
  }

  @Override
  public int compareTo(Decimal other) {
    return value.compareTo(other.value);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Decimal that && value.compareTo(that.value) == 0;
  }

  @Override
  public int hashCode() {
    return value.stripTrailingZeros().hashCode();
  }

  @Override
  public String toString() {
    return value.toPlainString();
  }
}
