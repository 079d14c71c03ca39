package dev.fanout.expressions.codegen;

import dev.fanout.expressions.binding.BoundExpression;
import dev.fanout.expressions.binding.ClrType;
import dev.fanout.expressions.binding.LocalSymbol;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** {@code ?:}, {@code ??}, {@code ?.} and lifted operators. */
final class ChoiceCode {
  private ChoiceCode() {}

  static void conditional(Code code, BoundExpression.Conditional conditional) {
    Label isFalse = new Label();
    Label end = new Label();
    code.jumpIfFalse(conditional.condition(), isFalse);
    code.emit(conditional.whenTrue());
    code.method.visitJumpInsn(Opcodes.GOTO, end);
    code.method.visitLabel(isFalse);
    code.emit(conditional.whenFalse());
    code.method.visitLabel(end);
  }

  static void coalesce(Code code, BoundExpression.Coalesce coalesce) {
    Label isNull = new Label();
    Label end = new Label();
    code.emit(coalesce.left());
    code.method.visitInsn(Opcodes.DUP);
    code.store(coalesce.temporary());
    code.method.visitJumpInsn(Opcodes.IFNULL, isNull);
    code.emit(coalesce.whenPresent());
    code.method.visitJumpInsn(Opcodes.GOTO, end);
    code.method.visitLabel(isNull);
    code.emit(coalesce.otherwise());
    code.method.visitLabel(end);
  }

  static void access(Code code, BoundExpression.ConditionalAccess access) {
    Label isNull = new Label();
    Label end = new Label();
    code.emit(access.receiver());
    code.method.visitInsn(Opcodes.DUP);
    code.store(access.temporary());
    code.method.visitJumpInsn(Opcodes.IFNULL, isNull);
    code.emit(access.access());
    if (access.type() == ClrType.Special.VOID) {
      code.method.visitLabel(isNull);
      return;
    }
    code.method.visitJumpInsn(Opcodes.GOTO, end);
    code.method.visitLabel(isNull);
    code.method.visitInsn(Opcodes.ACONST_NULL);
    code.method.visitLabel(end);
  }

  static void lifted(Code code, BoundExpression.Lifted lifted) {
    Label withoutValue = new Label();
    Label end = new Label();
    code.emit(lifted.left());
    code.store(lifted.leftBox());
    code.emit(lifted.right());
    code.store(lifted.rightBox());
    load(code, lifted.leftBox());
    code.method.visitJumpInsn(Opcodes.IFNULL, withoutValue);
    load(code, lifted.rightBox());
    code.method.visitJumpInsn(Opcodes.IFNULL, withoutValue);
    code.emit(lifted.value());
    code.method.visitJumpInsn(Opcodes.GOTO, end);
    code.method.visitLabel(withoutValue);
    switch (lifted.operator()) {
      case "==" -> same(code, lifted, Opcodes.IF_ACMPEQ);
      case "!=" -> same(code, lifted, Opcodes.IF_ACMPNE);
      case "<", ">", "<=", ">=" -> code.method.visitInsn(Opcodes.ICONST_0);
      default -> code.method.visitInsn(Opcodes.ACONST_NULL);
    }
    code.method.visitLabel(end);
  }

  /** At least one is null: they are equal if both are. */
  private static void same(Code code, BoundExpression.Lifted lifted, int jump) {
    Label yes = new Label();
    Label end = new Label();
    load(code, lifted.leftBox());
    load(code, lifted.rightBox());
    code.method.visitJumpInsn(jump, yes);
    code.method.visitInsn(Opcodes.ICONST_0);
    code.method.visitJumpInsn(Opcodes.GOTO, end);
    code.method.visitLabel(yes);
    code.method.visitInsn(Opcodes.ICONST_1);
    code.method.visitLabel(end);
  }

  private static void load(Code code, LocalSymbol symbol) {
    code.load(symbol);
  }
}
