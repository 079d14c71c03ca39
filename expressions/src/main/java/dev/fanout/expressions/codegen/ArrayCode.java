package dev.fanout.expressions.codegen;

import dev.fanout.expressions.binding.BoundExpression;
import dev.fanout.expressions.binding.ClrType;
import dev.fanout.expressions.binding.Numeric;
import dev.fanout.expressions.binding.RuntimeNames;
import dev.fanout.expressions.binding.Types;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Arrays. {@code byte[]} is Java's byte[], read as 0 to 255. */
final class ArrayCode {
  private ArrayCode() {}

  static void element(Code code, BoundExpression.ArrayElement element) {
    code.emit(element.array());
    code.emit(element.index());
    load(code, element.type());
  }

  static void load(Code code, ClrType element) {
    if (isByte(element)) {
      code.method.visitInsn(Opcodes.BALOAD);
      code.method.visitIntInsn(Opcodes.SIPUSH, 255);
      code.method.visitInsn(Opcodes.IAND);
    } else if (holdsBoxes(element)) {
      code.method.visitInsn(Opcodes.AALOAD);
      ConversionCode.fromObject(code, element);
    } else {
      code.method.visitInsn(element.form().type().getOpcode(Opcodes.IALOAD));
    }
  }

  static void store(Code code, ClrType element) {
    if (holdsBoxes(element)) {
      ConversionCode.box(code, element);
      code.method.visitInsn(Opcodes.AASTORE);
    } else {
      code.method.visitInsn(
          isByte(element) ? Opcodes.BASTORE : element.form().type().getOpcode(Opcodes.IASTORE));
    }
  }

  static void create(Code code, BoundExpression.NewArray array) {
    ClrType element = array.type().element();
    BoundExpression size = array.size();
    boolean hasDefaults =
        element.isValueType()
            && !Types.isNullable(element)
            && (holdsBoxes(element) || !element.form().isPrimitive());
    if (size != null && hasDefaults) {
      // Not zero bits, but objects.
      code.method.visitLdcInsn(RuntimeNames.of(element));
      code.emit(size);
      code.call("ArrayItems", "create", "(Ljava/lang/String;I)Ljava/lang/Object;");
      code.method.visitTypeInsn(Opcodes.CHECKCAST, array.type().form().type().getInternalName());
      return;
    }
    if (size != null) {
      code.emit(size);
      code.call("Arrays", "checkedSize", "(I)I");
    } else {
      code.pushInt(array.elements().size());
    }
    Type type = holdsBoxes(element) ? element.form().box() : element.form().type();
    switch (type.getSort()) {
      case Type.BOOLEAN -> code.method.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_BOOLEAN);
      case Type.CHAR -> code.method.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_CHAR);
      case Type.INT ->
          code.method.visitIntInsn(
              Opcodes.NEWARRAY, isByte(element) ? Opcodes.T_BYTE : Opcodes.T_INT);
      case Type.LONG -> code.method.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_LONG);
      case Type.FLOAT -> code.method.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_FLOAT);
      case Type.DOUBLE -> code.method.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_DOUBLE);
      default -> code.method.visitTypeInsn(Opcodes.ANEWARRAY, type.getInternalName());
    }
    for (int i = 0; i < array.elements().size(); i++) {
      code.method.visitInsn(Opcodes.DUP);
      code.pushInt(i);
      code.emit(array.elements().get(i));
      store(code, element);
    }
  }

  private static boolean isByte(ClrType element) {
    return Types.numeric(element) == Numeric.BYTE;
  }

  private static boolean holdsBoxes(ClrType element) {
    return new ClrType.Array(element).holdsBoxes();
  }
}
