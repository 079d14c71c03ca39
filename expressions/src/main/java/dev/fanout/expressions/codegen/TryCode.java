package dev.fanout.expressions.codegen;

import dev.fanout.expressions.binding.BoundExpression;
import dev.fanout.expressions.binding.BoundStatement;
import dev.fanout.expressions.binding.LocalSymbol;
import dev.fanout.expressions.binding.RuntimeNames;
import java.util.ArrayDeque;
import java.util.Deque;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** {@code try} and {@code throw}. What the JVM throws by itself becomes .NET's on the way in. */
final class TryCode {
  private static final String FAILURE = "dev/fanout/expressions/ExpressionFailure";
  private static final String THROWABLE = "java/lang/Throwable";
  private static final String METER = Code.RUNTIME + "Meter";

  private final Code code;
  private final StatementCode statements;
  private final Exits exits;

  /** Where the catch blocks that are being written keep what they caught. */
  private final Deque<Integer> caught = new ArrayDeque<>();

  TryCode(Code code, StatementCode statements, Exits exits) {
    this.code = code;
    this.statements = statements;
    this.exits = exits;
  }

  void emit(BoundStatement.Try statement) {
    BoundStatement finallyBlock = statement.finallyBlock();
    if (finallyBlock == null) {
      withCatches(statement);
      return;
    }
    Label start = new Label();
    Label end = new Label();
    Label handler = new Label();
    Exits.Finally begun = exits.begin();
    code.method.visitLabel(start);
    // A range of no instructions would not be one.
    code.method.visitInsn(Opcodes.NOP);
    withCatches(statement);
    code.method.visitLabel(end);
    exits.enterFinally(begun, handler);
    statements.emit(finallyBlock);
    exits.leaveFinally(begun);
    code.method.visitTryCatchBlock(start, end, handler, THROWABLE);
  }

  private void withCatches(BoundStatement.Try statement) {
    if (statement.catches().isEmpty()) {
      statements.emit(statement.body());
      return;
    }
    Label start = new Label();
    Label end = new Label();
    Label handler = new Label();
    Label after = new Label();
    int depth = code.newSlot(1);
    code.call("Fence", "meter", "()L" + METER + ";");
    code.method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, METER, "depth", "()I", false);
    code.method.visitVarInsn(Opcodes.ISTORE, depth);
    code.method.visitLabel(start);
    code.method.visitInsn(Opcodes.NOP);
    statements.emit(statement.body());
    code.method.visitLabel(end);
    code.method.visitJumpInsn(Opcodes.GOTO, after);
    code.method.visitLabel(handler);
    int failure = code.newSlot(1);
    catchIt();
    code.method.visitVarInsn(Opcodes.ASTORE, failure);
    code.call("Fence", "meter", "()L" + METER + ";");
    code.method.visitVarInsn(Opcodes.ILOAD, depth);
    code.method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, METER, "setDepth", "(I)V", false);
    code.method.visitTryCatchBlock(start, end, handler, THROWABLE);
    for (BoundStatement.Catch clause : statement.catches()) {
      clause(clause, failure, after);
    }
    code.method.visitVarInsn(Opcodes.ALOAD, failure);
    code.method.visitInsn(Opcodes.ATHROW);
    code.method.visitLabel(after);
  }

  /** The exception on the stack as C# sees it; fences fly on. */
  private void catchIt() {
    code.call("Exceptions", "caught", "(L" + THROWABLE + ";)L" + FAILURE + ";");
  }

  private void clause(BoundStatement.Catch clause, int failure, Label after) {
    Label next = new Label();
    if (clause.type() != null) {
      code.method.visitVarInsn(Opcodes.ALOAD, failure);
      code.method.visitLdcInsn(RuntimeNames.of(clause.type()));
      code.call("Exceptions", "isInstance", "(L" + FAILURE + ";Ljava/lang/String;)Z");
      code.method.visitJumpInsn(Opcodes.IFEQ, next);
    }
    LocalSymbol variable = clause.variable();
    if (variable != null) {
      code.method.visitVarInsn(Opcodes.ALOAD, failure);
      code.declare(variable);
    }
    BoundExpression filter = clause.filter();
    if (filter != null) {
      filter(filter, next);
    }
    caught.push(failure);
    statements.emit(clause.body());
    caught.pop();
    code.method.visitJumpInsn(Opcodes.GOTO, after);
    code.method.visitLabel(next);
  }

  /** A filter that throws is false. */
  private void filter(BoundExpression filter, Label next) {
    Label start = new Label();
    Label end = new Label();
    Label handler = new Label();
    Label passes = new Label();
    code.method.visitLabel(start);
    code.jumpIfFalse(filter, next);
    code.method.visitInsn(Opcodes.NOP);
    code.method.visitLabel(end);
    code.method.visitJumpInsn(Opcodes.GOTO, passes);
    code.method.visitLabel(handler);
    catchIt();
    code.method.visitInsn(Opcodes.POP);
    code.method.visitJumpInsn(Opcodes.GOTO, next);
    code.method.visitTryCatchBlock(start, end, handler, THROWABLE);
    code.method.visitLabel(passes);
  }

  void rethrow() {
    code.method.visitVarInsn(Opcodes.ALOAD, caught.element());
    code.method.visitInsn(Opcodes.ATHROW);
  }

  /** Leaves nothing, and nothing behind it is reached. */
  static void raise(Code code, BoundExpression value) {
    code.emit(value);
    code.call("Exceptions", "thrown", "(L" + FAILURE + ";)L" + FAILURE + ";");
    code.method.visitInsn(Opcodes.ATHROW);
  }
}
