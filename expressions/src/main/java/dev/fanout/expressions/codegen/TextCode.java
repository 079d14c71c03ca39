package dev.fanout.expressions.codegen;

import dev.fanout.expressions.binding.BoundExpression;
import dev.fanout.expressions.binding.ClrType;
import dev.fanout.expressions.binding.Numeric;
import dev.fanout.expressions.binding.Types;
import java.util.List;
import org.objectweb.asm.Opcodes;

/** Texts of values, and strings one after the other. */
final class TextCode {
  private static final String STRING = "Ljava/lang/String;";
  private static final int MOST_BY_ARGUMENT = 7;

  private TextCode() {}

  static void concatenation(Code code, BoundExpression.Concatenation concatenation) {
    List<BoundExpression> parts = concatenation.parts();
    if (parts.size() == 1) {
      // Interpolation of one hole: null becomes empty.
      code.emit(parts.get(0));
      code.method.visitInsn(Opcodes.ACONST_NULL);
      code.call("Strings", "concat", "(" + STRING.repeat(2) + ")" + STRING);
      return;
    }
    if (parts.size() <= MOST_BY_ARGUMENT) {
      parts.forEach(code::emit);
      int arguments = parts.size();
      if (arguments == MOST_BY_ARGUMENT - 1) {
        code.method.visitInsn(Opcodes.ACONST_NULL);
        arguments++;
      }
      code.call("Strings", "concat", "(" + STRING.repeat(arguments) + ")" + STRING);
      return;
    }
    code.pushInt(parts.size());
    code.method.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/String");
    for (int i = 0; i < parts.size(); i++) {
      code.method.visitInsn(Opcodes.DUP);
      code.pushInt(i);
      code.emit(parts.get(i));
      code.method.visitInsn(Opcodes.AASTORE);
    }
    code.call("Strings", "concat", "([" + STRING + ")" + STRING);
  }

  static void text(Code code, BoundExpression.Text text) {
    ClrType type = text.operand().type();
    code.emit(text.operand());
    if (Types.isEnum(type)) {
      code.method.visitLdcInsn(type.fullName());
      code.call("Enums", "text", "(I" + STRING + ")" + STRING);
      return;
    }
    Numeric numeric = Types.numeric(type);
    boolean unsigned = numeric == Numeric.UINT || numeric == Numeric.ULONG;
    String descriptor = type.form().isPrimitive() ? type.form().descriptor() : "Ljava/lang/Object;";
    code.call("Text", unsigned ? "ofUnsigned" : "of", "(" + descriptor + ")" + STRING);
  }

  static void formatted(Code code, BoundExpression.FormattedText text) {
    code.emit(text.operand());
    code.pushInt(text.alignment());
    String format = text.format();
    if (format == null) {
      code.method.visitInsn(Opcodes.ACONST_NULL);
    } else {
      code.method.visitLdcInsn(format);
    }
    code.call("Text", "formatted", "(Ljava/lang/Object;I" + STRING + ")" + STRING);
  }
}
