package dev.fanout.expressions.codegen;

import dev.fanout.expressions.binding.BoundExpression;
import dev.fanout.expressions.binding.Member;
import dev.fanout.expressions.binding.Types;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Calls of Java code; out arguments come back through a cell. */
final class CallCode {
  private static final String REF = Code.RUNTIME + "Ref";

  private CallCode() {}

  static void emit(Code code, BoundExpression.Call call) {
    Type found = DictionaryCode.emit(code, call);
    if (found != null) {
      narrow(code, found, call);
      return;
    }
    int[] cells = new int[call.arguments().size()];
    boolean hasCells = false;
    for (int i = 0; i < cells.length; i++) {
      BoundExpression argument = call.arguments().get(i);
      if (argument instanceof BoundExpression.OutArgument out) {
        renew(code, out);
        cells[i] = cell(code);
        if (out.isRef()) {
          fill(code, out);
        }
        hasCells = true;
      } else {
        code.emit(argument);
      }
    }
    Member.Target target = call.target();
    boolean isInterface = target.invocation() == Member.Invocation.INTERFACE;
    code.method.visitMethodInsn(
        switch (target.invocation()) {
          case STATIC -> Opcodes.INVOKESTATIC;
          case VIRTUAL -> Opcodes.INVOKEVIRTUAL;
          case INTERFACE -> Opcodes.INVOKEINTERFACE;
        },
        target.owner(),
        target.name(),
        target.descriptor(),
        isInterface);
    narrow(code, Type.getReturnType(target.descriptor()), call);
    if (hasCells) {
      for (int i = 0; i < cells.length; i++) {
        if (call.arguments().get(i) instanceof BoundExpression.OutArgument out) {
          assign(code, out, cells[i]);
        }
      }
    }
  }

  /**
   * {@code out var x}: the variable begins to live here. Of an element, whose place is decided now,
   * it holds the value.
   */
  static void renew(Code code, BoundExpression.OutArgument out) {
    BoundExpression.Property place = out.place();
    if (place != null) {
      AssignmentCode.read(code, place);
      code.store(out.symbol());
      return;
    }
    if (out.symbol().declaredAt() == out.start()) {
      code.renew(out.symbol());
    }
  }

  /** The call has returned: an element gets its new value. */
  static void written(Code code, BoundExpression.OutArgument out) {
    BoundExpression.Property place = out.place();
    if (place != null) {
      code.effect(place.write());
    }
  }

  /** Java gives Object where the C# type is known to be more. */
  private static void narrow(Code code, Type given, BoundExpression.Call call) {
    Type wanted = call.type().form().type();
    if (wanted.getSort() == Type.VOID && given.getSort() != Type.VOID) {
      // A delegate's call gives null.
      code.method.visitInsn(given.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
    } else if (!given.equals(wanted) && wanted.getSort() >= Type.ARRAY) {
      code.method.visitTypeInsn(Opcodes.CHECKCAST, wanted.getInternalName());
    }
  }

  private static int cell(Code code) {
    int slot = code.newSlot(1);
    code.method.visitTypeInsn(Opcodes.NEW, REF);
    code.method.visitInsn(Opcodes.DUP);
    code.method.visitMethodInsn(Opcodes.INVOKESPECIAL, REF, "<init>", "()V", false);
    code.method.visitInsn(Opcodes.DUP);
    code.method.visitVarInsn(Opcodes.ASTORE, slot);
    return slot;
  }

  /** The cell on the stack holds the variable's value. */
  private static void fill(Code code, BoundExpression.OutArgument out) {
    code.method.visitInsn(Opcodes.DUP);
    code.load(out.symbol());
    ConversionCode.box(code, out.type());
    code.method.visitFieldInsn(Opcodes.PUTFIELD, REF, "value", "Ljava/lang/Object;");
  }

  private static void assign(Code code, BoundExpression.OutArgument out, int slot) {
    code.method.visitVarInsn(Opcodes.ALOAD, slot);
    code.method.visitFieldInsn(Opcodes.GETFIELD, REF, "value", "Ljava/lang/Object;");
    if (!out.type().equals(Types.OBJECT)) {
      ConversionCode.known(code, out.type());
    }
    code.store(out.symbol());
    written(code, out);
  }
}
