package dev.fanout.expressions.codegen;

import dev.fanout.expressions.binding.BoundStatement;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * A try statement whose body is being written. .NET asks the filters of catch clauses before any
 * finally block on the way runs: each finally block asks those around it first, and they remember
 * what they said.
 */
final class Guard {
  private final Code code;
  private final BoundStatement.Try statement;

  /** The exception that was asked about before a finally block ran; null for none. */
  private final int asked;

  /** Which clause takes it, from 1; 0 for none. */
  private final int answer;

  Guard(Code code, BoundStatement.Try statement) {
    this.code = code;
    this.statement = statement;
    this.asked = code.newSlot(1);
    this.answer = code.newSlot(1);
  }

  boolean hasFilters() {
    return statement.catches().stream().anyMatch(clause -> clause.filter() != null);
  }

  BoundStatement.Try statement() {
    return statement;
  }

  /** Nobody has asked; also what the JVM wants to find in the slots. */
  void begin() {
    forget();
    code.pushInt(0);
    code.method.visitVarInsn(Opcodes.ISTORE, answer);
  }

  void forget() {
    code.method.visitInsn(Opcodes.ACONST_NULL);
    code.method.visitVarInsn(Opcodes.ASTORE, asked);
  }

  /** Jumps if the exception in the slot was asked about. */
  void jumpIfAsked(int failure, Label target) {
    code.method.visitVarInsn(Opcodes.ALOAD, asked);
    code.method.visitVarInsn(Opcodes.ALOAD, failure);
    code.method.visitJumpInsn(Opcodes.IF_ACMPEQ, target);
  }

  /** Asking begins: no clause takes it so far. */
  void ask(int failure) {
    code.method.visitVarInsn(Opcodes.ALOAD, failure);
    code.method.visitVarInsn(Opcodes.ASTORE, asked);
    code.pushInt(0);
    code.method.visitVarInsn(Opcodes.ISTORE, answer);
  }

  /** The clause, from 1, takes it. */
  void take(int clause) {
    code.pushInt(clause);
    code.method.visitVarInsn(Opcodes.ISTORE, answer);
  }

  void jumpIfTaken(int clause, Label target) {
    code.method.visitVarInsn(Opcodes.ILOAD, answer);
    code.pushInt(clause);
    code.method.visitJumpInsn(Opcodes.IF_ICMPEQ, target);
  }
}
