package dev.fanout.expressions.runtime;

import dev.fanout.expressions.ExpressionFailure;
import java.math.BigInteger;

/** The integer types: range, name in .NET's messages, box. */
enum IntegerKind {
  SBYTE("System.SByte", "a signed byte", 8, true),
  BYTE("System.Byte", "an unsigned byte", 8, false),
  INT16("System.Int16", "an Int16", 16, true),
  UINT16("System.UInt16", "a UInt16", 16, false),
  CHAR("System.Char", "a character", 16, false),
  INT32("System.Int32", "an Int32", 32, true),
  UINT32("System.UInt32", "a UInt32", 32, false),
  INT64("System.Int64", "an Int64", 64, true),
  UINT64("System.UInt64", "a UInt64", 64, false);

  private final String fullName;
  private final String phrase;
  private final int bits;
  private final boolean signed;

  IntegerKind(String fullName, String phrase, int bits, boolean signed) {
    this.fullName = fullName;
    this.phrase = phrase;
    this.bits = bits;
    this.signed = signed;
  }

  String fullName() {
    return fullName;
  }

  int bits() {
    return bits;
  }

  boolean signed() {
    return signed;
  }

  boolean fits(BigInteger value) {
    return signed ? value.bitLength() < bits : value.signum() >= 0 && value.bitLength() <= bits;
  }

  /** Of a number that is signed and of 64 bits itself. */
  boolean fits(long value) {
    if (bits == 64) {
      return signed || value >= 0;
    }
    long highest = (1L << (signed ? bits - 1 : bits)) - 1;
    return value <= highest && value >= (signed ? -highest - 1 : 0);
  }

  long checked(BigInteger value) {
    if (!fits(value)) {
      throw overflow();
    }
    return value.longValue();
  }

  long checked(long value) {
    if (!fits(value)) {
      throw overflow();
    }
    return value;
  }

  /** Half to even, as {@code Convert} rounds. */
  long checked(double value) {
    double rounded = Math.rint(value);
    if (bits < 64) {
      double highest = (double) ((1L << (signed ? bits - 1 : bits)) - 1);
      if (!(rounded >= (signed ? -highest - 1 : 0) && rounded <= highest)) {
        throw overflow();
      }
      return (long) rounded;
    }
    double limit = signed ? 0x1p63 : 0x1p64;
    if (!(rounded < limit && rounded >= (signed ? -0x1p63 : 0))) {
      throw overflow();
    }
    return signed ? (long) rounded : Numbers.toUInt64(rounded);
  }

  ExpressionFailure overflow() {
    return Failures.overflow("Value was either too large or too small for " + phrase + ".");
  }

  Object box(long value) {
    return switch (this) {
      case SBYTE -> Boxes.boxSByte((int) value);
      case BYTE -> Boxes.boxByte((int) value);
      case INT16 -> Boxes.boxInt16((int) value);
      case UINT16 -> Boxes.boxUInt16((int) value);
      case CHAR -> Boxes.box((char) value);
      case INT32 -> Boxes.box((int) value);
      case UINT32 -> Boxes.boxUInt32((int) value);
      case INT64 -> Boxes.box(value);
      case UINT64 -> Boxes.boxUInt64(value);
    };
  }
}
