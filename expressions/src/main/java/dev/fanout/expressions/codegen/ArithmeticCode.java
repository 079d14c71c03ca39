package dev.fanout.expressions.codegen;

import dev.fanout.expressions.binding.BoundExpression;
import dev.fanout.expressions.binding.Numeric;
import dev.fanout.expressions.binding.Types;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Operators on numbers of one type, and on bool without short circuit. */
final class ArithmeticCode {
  private ArithmeticCode() {}

  static void unary(Code code, BoundExpression.Unary unary) {
    code.emit(unary.operand());
    Type type = unary.type().form().type();
    MethodVisitor method = code.method;
    if (unary.operator().equals("-")) {
      method.visitInsn(type.getOpcode(Opcodes.INEG));
    } else if (type.getSort() == Type.LONG) {
      method.visitLdcInsn(-1L);
      method.visitInsn(Opcodes.LXOR);
    } else {
      method.visitInsn(Opcodes.ICONST_M1);
      method.visitInsn(Opcodes.IXOR);
    }
  }

  static void binary(Code code, BoundExpression.Binary binary) {
    code.emit(binary.left());
    code.emit(binary.right());
    Type type = binary.left().type().form().type();
    Numeric numeric = Types.numeric(binary.left().type());
    boolean unsigned = numeric == Numeric.UINT || numeric == Numeric.ULONG;
    boolean integral = numeric != null && numeric.isIntegral();
    String shape = "(" + type.getDescriptor() + type.getDescriptor() + ")" + type.getDescriptor();
    switch (binary.operator()) {
      case "+" -> sum(code, binary, integral, unsigned, "add", shape, type, Opcodes.IADD);
      case "-" -> sum(code, binary, integral, unsigned, "subtract", shape, type, Opcodes.ISUB);
      case "*" -> sum(code, binary, integral, unsigned, "multiply", shape, type, Opcodes.IMUL);
      case "/" -> quotient(code, integral, unsigned, "divide", shape, type, Opcodes.IDIV);
      case "%" -> quotient(code, integral, unsigned, "remainder", shape, type, Opcodes.IREM);
      case "&" -> code.method.visitInsn(type.getOpcode(Opcodes.IAND));
      case "|" -> code.method.visitInsn(type.getOpcode(Opcodes.IOR));
      case "^" -> code.method.visitInsn(type.getOpcode(Opcodes.IXOR));
      case "<<" -> code.method.visitInsn(type.getOpcode(Opcodes.ISHL));
      case ">>" -> code.method.visitInsn(type.getOpcode(unsigned ? Opcodes.IUSHR : Opcodes.ISHR));
      default -> throw new IllegalStateException(binary.operator());
    }
  }

  private static void sum(
      Code code,
      BoundExpression.Binary binary,
      boolean integral,
      boolean unsigned,
      String name,
      String shape,
      Type type,
      int opcode) {
    if (binary.checked() && integral && unsigned) {
      code.call("CheckedMath", name + "Unsigned", shape);
    } else if (binary.checked() && integral) {
      code.call("Numbers", name + "Checked", shape);
    } else {
      code.method.visitInsn(type.getOpcode(opcode));
    }
  }

  private static void quotient(
      Code code,
      boolean integral,
      boolean unsigned,
      String name,
      String shape,
      Type type,
      int opcode) {
    if (!integral) {
      code.method.visitInsn(type.getOpcode(opcode));
    } else if (unsigned) {
      String owner = type.getSort() == Type.LONG ? "java/lang/Long" : "java/lang/Integer";
      code.method.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name + "Unsigned", shape, false);
    } else {
      code.call("Numbers", name, shape);
    }
  }
}
