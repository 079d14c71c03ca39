package dev.fanout.expressions.codegen;

import dev.fanout.expressions.binding.Numeric;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * From number to number, wrapping, as unchecked C# does; from floats saturating, as .NET 9 does.
 */
final class NumericConversionCode {
  private static final String DECIMAL = "L" + Code.RUNTIME + "Decimal;";

  private NumericConversionCode() {}

  static void emit(Code code, Numeric from, Numeric to) {
    if (from == to) {
      return;
    }
    if (to == Numeric.DECIMAL) {
      toDecimal(code, from);
    } else if (from == Numeric.DECIMAL) {
      fromDecimal(code, to);
    } else if (from.isFloating()) {
      fromFloating(code, from, to);
    } else if (to.isFloating()) {
      toFloating(code, from, to);
    } else {
      integral(code.method, from, to);
    }
  }

  private static boolean isLong(Numeric numeric) {
    return numeric == Numeric.LONG || numeric == Numeric.ULONG;
  }

  private static void integral(MethodVisitor method, Numeric from, Numeric to) {
    if (isLong(to)) {
      if (!isLong(from)) {
        widen(method, from);
      }
      return;
    }
    if (isLong(from)) {
      method.visitInsn(Opcodes.L2I);
    }
    switch (to) {
      case SBYTE -> method.visitInsn(Opcodes.I2B);
      case SHORT -> method.visitInsn(Opcodes.I2S);
      case USHORT, CHAR -> method.visitInsn(Opcodes.I2C);
      case BYTE -> {
        method.visitIntInsn(Opcodes.SIPUSH, 255);
        method.visitInsn(Opcodes.IAND);
      }
      default -> {}
    }
  }

  /** To 64 bits, by the sign of the source. */
  private static void widen(MethodVisitor method, Numeric from) {
    method.visitInsn(Opcodes.I2L);
    if (from == Numeric.UINT) {
      method.visitLdcInsn(0xFFFFFFFFL);
      method.visitInsn(Opcodes.LAND);
    }
  }

  private static void toFloating(Code code, Numeric from, Numeric to) {
    boolean toDouble = to == Numeric.DOUBLE;
    if (from == Numeric.ULONG) {
      code.call(
          "Numbers", toDouble ? "unsignedToDouble" : "unsignedToFloat", toDouble ? "(J)D" : "(J)F");
      return;
    }
    if (from == Numeric.UINT) {
      widen(code.method, from);
    }
    boolean wide = from == Numeric.UINT || from == Numeric.LONG;
    code.method.visitInsn(
        wide ? (toDouble ? Opcodes.L2D : Opcodes.L2F) : (toDouble ? Opcodes.I2D : Opcodes.I2F));
  }

  private static void fromFloating(Code code, Numeric from, Numeric to) {
    MethodVisitor method = code.method;
    if (to.isFloating()) {
      method.visitInsn(from == Numeric.FLOAT ? Opcodes.F2D : Opcodes.D2F);
      return;
    }
    if (from == Numeric.FLOAT) {
      method.visitInsn(Opcodes.F2D);
    }
    switch (to) {
      case LONG -> method.visitInsn(Opcodes.D2L);
      case ULONG -> code.call("Numbers", "toUInt64", "(D)J");
      case UINT -> code.call("Numbers", "toUInt32", "(D)I");
      default -> {
        method.visitInsn(Opcodes.D2I);
        integral(method, Numeric.INT, to);
      }
    }
  }

  private static void toDecimal(Code code, Numeric from) {
    switch (from) {
      case LONG -> code.call("Decimal", "of", "(J)" + DECIMAL);
      case ULONG -> code.call("Decimal", "ofUnsigned", "(J)" + DECIMAL);
      case UINT -> {
        widen(code.method, from);
        code.call("Decimal", "of", "(J)" + DECIMAL);
      }
      case FLOAT -> code.call("Decimal", "of", "(F)" + DECIMAL);
      case DOUBLE -> code.call("Decimal", "of", "(D)" + DECIMAL);
      default -> code.call("Decimal", "of", "(I)" + DECIMAL);
    }
  }

  private static void fromDecimal(Code code, Numeric to) {
    String own =
        switch (to) {
          case INT -> "toInt32";
          case LONG -> "toInt64";
          case DOUBLE -> "toDouble";
          case FLOAT -> "toSingle";
          default -> null;
        };
    String result =
        switch (to) {
          case LONG, ULONG -> "J";
          case DOUBLE -> "D";
          case FLOAT -> "F";
          case CHAR -> "C";
          default -> "I";
        };
    if (own == null) {
      code.call("CheckedMath", "to" + CheckedConversionCode.name(to), "(" + DECIMAL + ")" + result);
      return;
    }
    code.method.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL, Code.RUNTIME + "Decimal", own, "()" + result, false);
  }
}
