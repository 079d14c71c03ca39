package dev.fanout.expressions.codegen;

import dev.fanout.expressions.binding.BoundExpression;
import dev.fanout.expressions.binding.LocalSymbol;
import dev.fanout.expressions.binding.RuntimeNames;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/** Lambdas as objects, and calls of local functions. */
final class LambdaCode {
  private LambdaCode() {}

  static void create(Code code, BoundExpression.Lambda lambda) {
    String className = code.owner.name();
    int number = code.owner.number(lambda);
    code.method.visitTypeInsn(Opcodes.NEW, className);
    code.method.visitInsn(Opcodes.DUP);
    code.pushInt(number);
    code.method.visitLdcInsn(RuntimeNames.of(lambda.type()));
    code.loadContext();
    Set<LocalSymbol> captured = lambda.frame().captured();
    if (captured.isEmpty()) {
      code.method.visitInsn(Opcodes.ACONST_NULL);
    } else {
      code.pushInt(captured.size());
      code.method.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
      int index = 0;
      for (LocalSymbol symbol : captured) {
        code.method.visitInsn(Opcodes.DUP);
        code.pushInt(index++);
        code.method.visitVarInsn(Opcodes.ALOAD, code.slot(symbol));
        code.method.visitInsn(Opcodes.AASTORE);
      }
    }
    code.method.visitMethodInsn(
        Opcodes.INVOKESPECIAL,
        className,
        "<init>",
        "(ILjava/lang/String;Ljava/lang/Object;[Ljava/lang/Object;)V",
        false);
    // So that variables hold one type whichever lambda they are given.
    code.method.visitTypeInsn(Opcodes.CHECKCAST, Code.RUNTIME + "Delegate");
  }

  static void call(Code code, BoundExpression.LocalCall call) {
    code.loadContext();
    for (LocalSymbol symbol : call.function().frame().captured()) {
      code.method.visitVarInsn(Opcodes.ALOAD, code.slot(symbol));
    }
    int[] cells = new int[call.arguments().size()];
    for (int i = 0; i < cells.length; i++) {
      BoundExpression argument = call.arguments().get(i);
      LocalSymbol variable = variable(argument);
      if (argument instanceof BoundExpression.OutArgument out) {
        CallCode.renew(code, out);
      }
      if (variable == null) {
        code.emit(argument);
      } else if (variable.isCaptured()) {
        code.method.visitVarInsn(Opcodes.ALOAD, code.slot(variable));
      } else {
        cells[i] = code.newSlot(1);
        CellCode.create(code.method, variable, cells[i]);
        code.load(variable);
        CellCode.store(code.method, variable, cells[i]);
        code.method.visitVarInsn(Opcodes.ALOAD, cells[i]);
      }
    }
    code.method.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        code.owner.name(),
        code.owner.methodOf(call.function()),
        code.owner.descriptorOf(call.function()),
        false);
    for (int i = 0; i < cells.length; i++) {
      LocalSymbol variable = variable(call.arguments().get(i));
      if (variable != null && !variable.isCaptured()) {
        CellCode.load(code.method, variable, cells[i]);
        code.store(variable);
        CallCode.written(code, (BoundExpression.OutArgument) call.arguments().get(i));
      }
    }
  }

  /** What is handed over by reference; null for a value. */
  private static @Nullable LocalSymbol variable(BoundExpression argument) {
    return argument instanceof BoundExpression.OutArgument out ? out.symbol() : null;
  }
}
