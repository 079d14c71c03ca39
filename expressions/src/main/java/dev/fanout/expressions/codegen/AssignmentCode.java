package dev.fanout.expressions.codegen;

import dev.fanout.expressions.binding.BoundExpression;
import dev.fanout.expressions.binding.ClrType;
import dev.fanout.expressions.binding.LocalSymbol;
import org.objectweb.asm.Opcodes;

/** Assignments to variables, array elements and properties. */
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
    if (assignment.target() instanceof BoundExpression.Property property) {
      arguments(code, property);
      code.emit(assignment.value());
      write(code, property);
      if (keeps) {
        code.load(property.value());
      }
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
    if (update.target() instanceof BoundExpression.Property property) {
      arguments(code, property);
      code.emit(property.read());
      code.store(old);
      code.emit(update.newValue());
      write(code, property);
      if (keeps) {
        code.load(update.givesOld() ? old : property.value());
      }
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

  static void read(Code code, BoundExpression.Property property) {
    arguments(code, property);
    code.emit(property.read());
  }

  private static void arguments(Code code, BoundExpression.Property property) {
    for (int i = 0; i < property.locals().size(); i++) {
      code.emit(property.arguments().get(i));
      code.store(property.locals().get(i));
    }
  }

  /** Stores what is on the stack. */
  private static void write(Code code, BoundExpression.Property property) {
    code.store(property.value());
    code.effect(property.write());
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
