package dev.fanout.expressions.codegen;

import dev.fanout.expressions.binding.JvmForm;
import dev.fanout.expressions.binding.LocalSymbol;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Variables that lambdas share: a slot holds their cell, and the cell their value. */
final class CellCode {
  private CellCode() {}

  static String classOf(LocalSymbol symbol) {
    return switch (symbol.type().form().type().getSort()) {
      case Type.OBJECT, Type.ARRAY -> Code.RUNTIME + "Ref";
      case Type.LONG -> Code.RUNTIME + "Cells$OfLong";
      case Type.FLOAT -> Code.RUNTIME + "Cells$OfFloat";
      case Type.DOUBLE -> Code.RUNTIME + "Cells$OfDouble";
      default -> Code.RUNTIME + "Cells$OfInt";
    };
  }

  private static String valueType(LocalSymbol symbol) {
    Type type = symbol.type().form().type();
    return switch (type.getSort()) {
      case Type.OBJECT, Type.ARRAY -> "Ljava/lang/Object;";
      case Type.LONG, Type.FLOAT, Type.DOUBLE -> type.getDescriptor();
      default -> "I";
    };
  }

  /** A new cell in the slot. */
  static void create(MethodVisitor method, LocalSymbol symbol, int slot) {
    String cell = classOf(symbol);
    method.visitTypeInsn(Opcodes.NEW, cell);
    method.visitInsn(Opcodes.DUP);
    method.visitMethodInsn(Opcodes.INVOKESPECIAL, cell, "<init>", "()V", false);
    method.visitVarInsn(Opcodes.ASTORE, slot);
  }

  static void load(MethodVisitor method, LocalSymbol symbol, int slot) {
    method.visitVarInsn(Opcodes.ALOAD, slot);
    method.visitFieldInsn(Opcodes.GETFIELD, classOf(symbol), "value", valueType(symbol));
    JvmForm form = symbol.type().form();
    if (!form.isPrimitive() && !form.equals(JvmForm.OBJECT)) {
      method.visitTypeInsn(Opcodes.CHECKCAST, form.type().getInternalName());
    }
  }

  /** Stores what is on the stack. */
  static void store(MethodVisitor method, LocalSymbol symbol, int slot) {
    method.visitVarInsn(Opcodes.ALOAD, slot);
    if (symbol.type().form().slots() == 2) {
      method.visitInsn(Opcodes.DUP_X2);
      method.visitInsn(Opcodes.POP);
    } else {
      method.visitInsn(Opcodes.SWAP);
    }
    method.visitFieldInsn(Opcodes.PUTFIELD, classOf(symbol), "value", valueType(symbol));
  }
}
