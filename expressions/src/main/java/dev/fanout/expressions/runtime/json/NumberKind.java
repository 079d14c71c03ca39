package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.expressions.runtime.Boxes;
import dev.fanout.expressions.runtime.Failures;
import java.math.BigInteger;

/** The integer types that tokens convert to. */
enum NumberKind {
  SBYTE("SByte", "a signed byte", 8, true),
  BYTE("Byte", "an unsigned byte", 8, false),
  INT16("Int16", "an Int16", 16, true),
  UINT16("UInt16", "a UInt16", 16, false),
  CHAR("Char", "a character", 16, false),
  INT32("Int32", "an Int32", 32, true),
  UINT32("UInt32", "a UInt32", 32, false),
  INT64("Int64", "an Int64", 64, true),
  UINT64("UInt64", "a UInt64", 64, false);

  final String simpleName;
  private final String phrase;
  private final int bits;
  private final boolean signed;

  NumberKind(String simpleName, String phrase, int bits, boolean signed) {
    this.simpleName = simpleName;
    this.phrase = phrase;
    this.bits = bits;
    this.signed = signed;
  }

  boolean isSmall() {
    return bits < INT32.bits;
  }

  boolean isLong() {
    return bits == INT64.bits;
  }

  long checked(long value) {
    if (this == INT64) {
      return value;
    }
    if (this == UINT64) {
      return checked(BigInteger.valueOf(value));
    }
    long highest = (1L << (signed ? bits - 1 : bits)) - 1;
    if (value > highest || value < (signed ? -highest - 1 : 0)) {
      throw overflow();
    }
    return value;
  }

  /** The low 64 bits of a value in range. */
  long checked(BigInteger value) {
    boolean fits =
        signed ? value.bitLength() < bits : value.signum() >= 0 && value.bitLength() <= bits;
    if (!fits) {
      throw overflow();
    }
    return value.longValue();
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
