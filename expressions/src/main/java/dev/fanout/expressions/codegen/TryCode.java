package dev.fanout.expressions.codegen;

import dev.fanout.expressions.binding.BoundExpression;
import dev.fanout.expressions.binding.BoundStatement;
import dev.fanout.expressions.binding.LocalSymbol;
import dev.fanout.expressions.binding.RuntimeNames;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
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

  /** The try statements with catches whose bodies are being written, innermost first. */
  private final Deque<Guard> guards = new ArrayDeque<>();

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
    exits.enterFinally(begun, handler, this::askFilters);
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
    Guard guard = new Guard(code, statement);
    int depth = code.newSlot(1);
    code.call("Fence", "meter", "()L" + METER + ";");
    code.method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, METER, "depth", "()I", false);
    code.method.visitVarInsn(Opcodes.ISTORE, depth);
    guard.begin();
    code.method.visitLabel(start);
    code.method.visitInsn(Opcodes.NOP);
    guards.push(guard);
    statements.emit(statement.body());
    guards.pop();
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
    List<Label> bodies = new ArrayList<>();
    statement.catches().forEach(clause -> bodies.add(new Label()));
    Label rethrow = new Label();
    if (guard.hasFilters()) {
      answered(guard, failure, bodies, rethrow);
    }
    for (int i = 0; i < bodies.size(); i++) {
      clause(statement.catches().get(i), guard, failure, bodies.get(i), after);
    }
    code.method.visitLabel(rethrow);
    code.method.visitVarInsn(Opcodes.ALOAD, failure);
    code.method.visitInsn(Opcodes.ATHROW);
    code.method.visitLabel(after);
  }

  /** The exception on the stack as C# sees it; fences fly on. */
  private void catchIt() {
    code.call("Exceptions", "caught", "(L" + THROWABLE + ";)L" + FAILURE + ";");
  }

  /** Goes where the filters sent the exception when a finally block asked; else goes on. */
  private void answered(Guard guard, int failure, List<Label> bodies, Label rethrow) {
    Label asked = new Label();
    Label first = new Label();
    guard.jumpIfAsked(failure, asked);
    code.method.visitJumpInsn(Opcodes.GOTO, first);
    code.method.visitLabel(asked);
    for (int i = 0; i < bodies.size(); i++) {
      guard.jumpIfTaken(i + 1, bodies.get(i));
    }
    code.method.visitJumpInsn(Opcodes.GOTO, rethrow);
    code.method.visitLabel(first);
  }

  private void clause(
      BoundStatement.Catch clause, Guard guard, int failure, Label body, Label after) {
    Label next = new Label();
    fits(clause, failure, next);
    code.method.visitLabel(body);
    guard.forget();
    caught.push(failure);
    statements.emit(clause.body());
    caught.pop();
    code.method.visitJumpInsn(Opcodes.GOTO, after);
    code.method.visitLabel(next);
  }

  /** Does the clause take the exception? It is in the clause's variable then. */
  private void fits(BoundStatement.Catch clause, int failure, Label otherwise) {
    if (clause.type() != null) {
      code.method.visitVarInsn(Opcodes.ALOAD, failure);
      code.method.visitLdcInsn(RuntimeNames.of(clause.type()));
      code.call("Exceptions", "isInstance", "(L" + FAILURE + ";Ljava/lang/String;)Z");
      code.method.visitJumpInsn(Opcodes.IFEQ, otherwise);
    }
    LocalSymbol variable = clause.variable();
    if (variable != null) {
      code.method.visitVarInsn(Opcodes.ALOAD, failure);
      code.declare(variable);
    }
    BoundExpression filter = clause.filter();
    if (filter != null) {
      filter(filter, otherwise);
    }
  }

  /**
   * A finally block is about to run for the exception in the slot: asks the clauses around it, from
   * the inside, until one takes it.
   */
  private void askFilters(int failure) {
    if (guards.stream().noneMatch(Guard::hasFilters)) {
      return;
    }
    Label done = new Label();
    guards.element().jumpIfAsked(failure, done);
    for (Guard guard : guards) {
      guard.ask(failure);
      List<BoundStatement.Catch> clauses = guard.statement().catches();
      for (int i = 0; i < clauses.size(); i++) {
        Label next = new Label();
        fits(clauses.get(i), failure, next);
        guard.take(i + 1);
        code.method.visitJumpInsn(Opcodes.GOTO, done);
        code.method.visitLabel(next);
      }
    }
    code.method.visitLabel(done);
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
