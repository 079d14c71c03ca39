package dev.fanout.expressions.binding;

import java.math.BigInteger;

/** The numeric types and how they widen (ECMA-334 10.2.3); char widens as ushort does. */
public enum Numeric {
  SBYTE(8, true),
  BYTE(8, false),
  SHORT(16, true),
  USHORT(16, false),
  CHAR(16, false),
  INT(32, true),
  UINT(32, false),
  LONG(64, true),
  ULONG(64, false),
  FLOAT(32, true),
  DOUBLE(64, true),
  DECIMAL(96, true);

  private final int bits;
  private final boolean signed;

  Numeric(int bits, boolean signed) {
    this.bits = bits;
    this.signed = signed;
  }

  public int bits() {
    return bits;
  }

  public boolean isSigned() {
    return signed;
  }

  public boolean isIntegral() {
    return ordinal() <= ULONG.ordinal();
  }

  public boolean isFloating() {
    return this == FLOAT || this == DOUBLE;
  }

  boolean widensTo(Numeric other) {
    if (this == other || other == CHAR) {
      return false;
    }
    if (other == DECIMAL) {
      return isIntegral();
    }
    if (other.isFloating()) {
      return isIntegral() || (this == FLOAT && other == DOUBLE);
    }
    if (!isIntegral()) {
      return false;
    }
    return signed
        ? other.signed && bits < other.bits
        : bits < other.bits || (this == CHAR && other == USHORT);
  }

  BigInteger lowest() {
    return signed ? BigInteger.ONE.shiftLeft(bits - 1).negate() : BigInteger.ZERO;
  }

  BigInteger highest() {
    return BigInteger.ONE.shiftLeft(signed ? bits - 1 : bits).subtract(BigInteger.ONE);
  }
}
