package dev.fanout.expressions.codegen;

import dev.fanout.expressions.binding.BoundExpression;
import dev.fanout.expressions.binding.ClrType;
import dev.fanout.expressions.binding.LocalSymbol;
import org.objectweb.asm.Opcodes;

/** Assignments to variables and array elements. */
final class AssignmentCode {
  private AssignmentCode() {}

  /** {@code keeps} whether the new value stays on the stack. */
  static void assign(Code code, BoundExpression.Assignment assignment, boolean keeps) {
    if (assignment.target() instanceof BoundExpression.ArrayElement element) {
      code.emit(element.array());
      code.emit(element.index());
      code.emit(assignment.value());
      if (keeps) {
        duplicateUnder(code, element.type(), 2);
      }
      ArrayCode.store(code, element.type());
      return;
    }
    LocalSymbol symbol = ((BoundExpression.Local) assignment.target()).symbol();
    code.emit(assignment.value());
    if (keeps) {
      duplicateUnder(code, symbol.type(), 0);
    }
    code.store(symbol);
  }

  static void update(Code code, BoundExpression.Update update, boolean keeps) {
    LocalSymbol old = update.oldValue();
    if (update.target() instanceof BoundExpression.ArrayElement element) {
      code.emit(element.array());
      code.emit(element.index());
      code.method.visitInsn(Opcodes.DUP2);
      ArrayCode.load(code, element.type());
      code.store(old);
      if (keeps && update.givesOld()) {
        code.load(old);
        moveUnder(code, old.type());
      }
      code.emit(update.newValue());
      if (keeps && !update.givesOld()) {
        duplicateUnder(code, element.type(), 2);
      }
      ArrayCode.store(code, element.type());
      return;
    }
    LocalSymbol symbol = ((BoundExpression.Local) update.target()).symbol();
    code.load(symbol);
    code.store(old);
    if (keeps && update.givesOld()) {
      code.load(old);
    }
    code.emit(update.newValue());
    if (keeps && !update.givesOld()) {
      duplicateUnder(code, symbol.type(), 0);
    }
    code.store(symbol);
  }

  /** Puts the value on the stack under array and index. */
  private static void moveUnder(Code code, ClrType type) {
    duplicateUnder(code, type, 2);
    code.pop(type);
  }

  /** Copies the value on the stack to below {@code depth} words under it, 0 or 2. */
  private static void duplicateUnder(Code code, ClrType type, int depth) {
    boolean wide = type.form().slots() == 2;
    int opcode =
        depth == 0
            ? (wide ? Opcodes.DUP2 : Opcodes.DUP)
            : (wide ? Opcodes.DUP2_X2 : Opcodes.DUP_X2);
    code.method.visitInsn(opcode);
  }
}
