package dev.fanout.expressions.codegen;

import dev.fanout.expressions.binding.JvmForm;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Ways out of statements. One that leaves a {@code try} with a {@code finally} notes where it wants
 * to go, and the end of the finally block goes on from there: the block stands once, however many
 * ways lead through it.
 */
final class Exits {
  private static final int FALLS_THROUGH = 0;
  private static final int THROWS = -1;

  private final Code code;
  private final Type returnType;
  private final int meterSlot;
  private final Deque<Finally> finallies = new ArrayDeque<>();

  /** {@code meterSlot} holds the meter that is told of the return; negative for none. */
  Exits(Code code, Type returnType, int meterSlot) {
    this.code = code;
    this.returnType = returnType;
    this.meterSlot = meterSlot;
  }

  /** A place to go to, with the number of finally blocks around it. */
  record Target(Label label, int depth) {}

  /** A try statement whose finally block is not written yet. */
  static final class Finally {
    final Label start = new Label();
    final int way;
    final int thrown;
    final int result;
    private final List<@Nullable Target> targets = new ArrayList<>();

    private Finally(Code code, Type returnType) {
      way = code.newSlot(1);
      thrown = code.newSlot(1);
      result = code.newSlot(returnType.getSize());
    }
  }

  Target here(Label label) {
    return new Target(label, finallies.size());
  }

  void jump(Target target) {
    Finally innermost = finallies.peek();
    if (innermost == null || finallies.size() <= target.depth()) {
      code.method.visitJumpInsn(Opcodes.GOTO, target.label());
    } else {
      leave(innermost, target);
    }
  }

  /** Returns what is on the stack, if the function gives anything. */
  void returnValue() {
    Finally innermost = finallies.peek();
    if (innermost == null) {
      if (meterSlot >= 0) {
        code.method.visitVarInsn(Opcodes.ALOAD, meterSlot);
        code.method.visitMethodInsn(
            Opcodes.INVOKEVIRTUAL, Code.RUNTIME + "Meter", "leave", "()V", false);
      }
      code.method.visitInsn(returnType.getOpcode(Opcodes.IRETURN));
      return;
    }
    if (returnType.getSort() != Type.VOID) {
      code.method.visitVarInsn(returnType.getOpcode(Opcodes.ISTORE), innermost.result);
    }
    leave(innermost, null);
  }

  private void leave(Finally innermost, @Nullable Target target) {
    int way = innermost.targets.indexOf(target);
    if (way < 0) {
      way = innermost.targets.size();
      innermost.targets.add(target);
    }
    code.pushInt(way + 1);
    code.method.visitVarInsn(Opcodes.ISTORE, innermost.way);
    code.method.visitJumpInsn(Opcodes.GOTO, innermost.start);
  }

  Finally begin() {
    Finally begun = new Finally(code, returnType);
    code.pushInt(FALLS_THROUGH);
    code.method.visitVarInsn(Opcodes.ISTORE, begun.way);
    code.method.visitInsn(Opcodes.ACONST_NULL);
    code.method.visitVarInsn(Opcodes.ASTORE, begun.thrown);
    if (returnType.getSort() != Type.VOID) {
      code.zero(new JvmForm(returnType, returnType));
      code.method.visitVarInsn(returnType.getOpcode(Opcodes.ISTORE), begun.result);
    }
    finallies.push(begun);
    return begun;
  }

  /**
   * The try block has ended: by itself, or with the exception on the stack at {@code handler}.
   *
   * @param before writes what comes before the block then, given the slot of the exception
   */
  void enterFinally(Finally begun, Label handler, IntConsumer before) {
    finallies.pop();
    code.pushInt(FALLS_THROUGH);
    code.method.visitVarInsn(Opcodes.ISTORE, begun.way);
    code.method.visitJumpInsn(Opcodes.GOTO, begun.start);
    code.method.visitLabel(handler);
    // As C# sees it; fences fly on.
    code.call(
        "Exceptions",
        "caught",
        "(Ljava/lang/Throwable;)Ldev/fanout/expressions/ExpressionFailure;");
    code.method.visitVarInsn(Opcodes.ASTORE, begun.thrown);
    before.accept(begun.thrown);
    code.pushInt(THROWS);
    code.method.visitVarInsn(Opcodes.ISTORE, begun.way);
    code.method.visitLabel(begun.start);
  }

  /** The finally block has ended: goes on where the try block wanted to. */
  void leaveFinally(Finally begun) {
    Label noException = new Label();
    code.method.visitVarInsn(Opcodes.ILOAD, begun.way);
    code.method.visitJumpInsn(Opcodes.IFGE, noException);
    code.method.visitVarInsn(Opcodes.ALOAD, begun.thrown);
    code.method.visitTypeInsn(Opcodes.CHECKCAST, Type.getInternalName(Throwable.class));
    code.method.visitInsn(Opcodes.ATHROW);
    code.method.visitLabel(noException);
    for (int i = 0; i < begun.targets.size(); i++) {
      Label next = new Label();
      code.method.visitVarInsn(Opcodes.ILOAD, begun.way);
      code.pushInt(i + 1);
      code.method.visitJumpInsn(Opcodes.IF_ICMPNE, next);
      Target target = begun.targets.get(i);
      if (target != null) {
        jump(target);
      } else {
        if (returnType.getSort() != Type.VOID) {
          code.method.visitVarInsn(returnType.getOpcode(Opcodes.ILOAD), begun.result);
        }
        returnValue();
      }
      code.method.visitLabel(next);
    }
  }
}
