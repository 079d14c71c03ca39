package dev.fanout.expressions.codegen;

import dev.fanout.expressions.binding.BoundExpression;
import dev.fanout.expressions.binding.LocalSymbol;
import java.util.Set;
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
        "(ILjava/lang/Object;[Ljava/lang/Object;)V",
        false);
    // So that variables hold one type whichever lambda they are given.
    code.method.visitTypeInsn(Opcodes.CHECKCAST, Code.RUNTIME + "Delegate");
  }

  static void call(Code code, BoundExpression.LocalCall call) {
    code.loadContext();
    for (LocalSymbol symbol : call.function().frame().captured()) {
      code.method.visitVarInsn(Opcodes.ALOAD, code.slot(symbol));
    }
    call.arguments().forEach(code::emit);
    code.method.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        code.owner.name(),
        code.owner.methodOf(call.function()),
        code.owner.descriptorOf(call.function()),
        false);
  }
}
