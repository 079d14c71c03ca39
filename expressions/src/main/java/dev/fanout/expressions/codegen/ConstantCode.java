package dev.fanout.expressions.codegen;

import dev.fanout.expressions.binding.BoundExpression;
import dev.fanout.expressions.runtime.Decimal;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Constants. */
final class ConstantCode {
  /** A constant pool entry holds 65,535 bytes; a UTF-16 unit takes at most 3. */
  private static final int LONGEST_CONSTANT = 21_000;

  private ConstantCode() {}

  static void emit(Code code, BoundExpression.Constant constant) {
    Object value = constant.value();
    MethodVisitor method = code.method;
    if (value == null) {
      method.visitInsn(Opcodes.ACONST_NULL);
    } else if (value instanceof Boolean b) {
      method.visitInsn(b ? Opcodes.ICONST_1 : Opcodes.ICONST_0);
    } else if (value instanceof Character c) {
      code.pushInt(c);
    } else if (value instanceof Integer i) {
      code.pushInt(i);
    } else if (value instanceof Long l && (l == 0 || l == 1)) {
      method.visitInsn(l == 0 ? Opcodes.LCONST_0 : Opcodes.LCONST_1);
    } else if (value instanceof Decimal decimal) {
      method.visitLdcInsn(decimal.toString());
      code.call("Decimal", "constant", "(Ljava/lang/String;)L" + Code.RUNTIME + "Decimal;");
    } else if (value instanceof String text && text.length() > LONGEST_CONSTANT) {
      longText(code, text);
    } else {
      method.visitLdcInsn(value);
    }
  }

  private static void longText(Code code, String text) {
    code.method.visitLdcInsn(text.substring(0, LONGEST_CONSTANT));
    for (int at = LONGEST_CONSTANT; at < text.length(); at += LONGEST_CONSTANT) {
      code.method.visitLdcInsn(text.substring(at, Math.min(text.length(), at + LONGEST_CONSTANT)));
      code.method.visitMethodInsn(
          Opcodes.INVOKEVIRTUAL,
          "java/lang/String",
          "concat",
          "(Ljava/lang/String;)Ljava/lang/String;",
          false);
    }
  }
}
