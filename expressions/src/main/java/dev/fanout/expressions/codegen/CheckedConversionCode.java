package dev.fanout.expressions.codegen;

import dev.fanout.expressions.binding.Numeric;

/** From number to integer within {@code checked}: what does not fit is an error. */
final class CheckedConversionCode {
  private CheckedConversionCode() {}

  static void emit(Code code, Numeric from, Numeric to) {
    if (!to.isIntegral() || from == Numeric.DECIMAL) {
      NumericConversionCode.emit(code, from, to);
      return;
    }
    if (from.isFloating()) {
      floating(code, from, to);
      return;
    }
    Numeric wide = from == Numeric.ULONG ? Numeric.ULONG : Numeric.LONG;
    NumericConversionCode.emit(code, from, wide);
    if (to == wide) {
      return;
    }
    if (from == Numeric.ULONG || to == Numeric.ULONG) {
      code.call("CheckedMath", "otherSign", "(J)J");
    }
    narrow(code, to);
  }

  private static void floating(Code code, Numeric from, Numeric to) {
    NumericConversionCode.emit(code, from, Numeric.DOUBLE);
    if (to == Numeric.ULONG) {
      code.call("CheckedMath", "toUInt64", "(D)J");
    } else {
      code.call("CheckedMath", "toInt64", "(D)J");
      narrow(code, to);
    }
  }

  private static void narrow(Code code, Numeric to) {
    if (to == Numeric.LONG || to == Numeric.ULONG) {
      return;
    }
    code.call("CheckedMath", "to" + name(to), to == Numeric.CHAR ? "(J)C" : "(J)I");
  }

  static String name(Numeric numeric) {
    return switch (numeric) {
      case SBYTE -> "SByte";
      case BYTE -> "Byte";
      case SHORT -> "Int16";
      case USHORT -> "UInt16";
      case CHAR -> "Char";
      case INT -> "Int32";
      case UINT -> "UInt32";
      case LONG -> "Int64";
      case ULONG -> "UInt64";
      default -> throw new IllegalArgumentException(numeric + " is no integer");
    };
  }
}
