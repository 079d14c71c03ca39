package dev.fanout.expressions.codegen;

import dev.fanout.expressions.binding.BoundExpression;
import dev.fanout.expressions.binding.ClrType;
import dev.fanout.expressions.binding.JvmForm;
import dev.fanout.expressions.binding.JvmTests;
import dev.fanout.expressions.binding.Numeric;
import dev.fanout.expressions.binding.RuntimeNames;
import dev.fanout.expressions.binding.Types;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Conversions: boxes, casts, numbers. */
final class ConversionCode {
  private ConversionCode() {}

  static void emit(Code code, BoundExpression.Conversion conversion) {
    BoundExpression operand = conversion.operand();
    ClrType from = operand.type();
    ClrType to = conversion.type();
    code.emit(operand);
    switch (conversion.kind()) {
      case NONE -> widen(code, from.form().type(), to.form().type());
      case NUMERIC ->
          NumericConversionCode.emit(code, Types.numericOrThrow(from), Types.numericOrThrow(to));
      case NUMERIC_CHECKED ->
          CheckedConversionCode.emit(code, Types.numericOrThrow(from), Types.numericOrThrow(to));
      case BOX, WRAP -> box(code, from);
      case UNBOX -> fromObject(code, to);
      case UNBOX_NULLABLE -> unboxNullable(code, to);
      case CAST -> cast(code, to, RuntimeNames.of(to));
      case KNOWN -> known(code, to);
      case AS -> as(code, to);
      case UNWRAP -> {
        code.call("Casts", "valueOf", "(Ljava/lang/Object;)Ljava/lang/Object;");
        unboxKnown(code, to);
      }
    }
  }

  /** Tells the verifier the wider class, so that two branches agree on it. */
  private static void widen(Code code, Type from, Type to) {
    boolean references = from.getSort() >= Type.ARRAY && to.getSort() >= Type.ARRAY;
    if (references && !from.equals(to) && !to.equals(JvmForm.OBJECT.type())) {
      code.method.visitTypeInsn(Opcodes.CHECKCAST, to.getInternalName());
    }
  }

  static void box(Code code, ClrType type) {
    JvmForm form = type.form();
    if (Types.isEnum(type)) {
      code.method.visitLdcInsn(type.fullName());
      code.call("Enums", "box", "(ILjava/lang/String;)Ljava/lang/Object;");
      code.method.visitTypeInsn(Opcodes.CHECKCAST, form.box().getInternalName());
      return;
    }
    if (!form.isPrimitive()) {
      if (type.equals(Types.DECIMAL)) {
        code.method.visitMethodInsn(
            Opcodes.INVOKEVIRTUAL,
            form.type().getInternalName(),
            "copy",
            "()" + form.descriptor(),
            false);
      }
      return;
    }
    code.call(
        "Boxes",
        "box" + suffix(Types.numeric(type)),
        "(" + form.descriptor() + ")" + form.box().getDescriptor());
  }

  /** Types that share a JVM form are told apart by name. */
  private static String suffix(@org.jspecify.annotations.Nullable Numeric numeric) {
    if (numeric == null) {
      return "";
    }
    return switch (numeric) {
      case SBYTE -> "SByte";
      case BYTE -> "Byte";
      case SHORT -> "Int16";
      case USHORT -> "UInt16";
      case UINT -> "UInt32";
      case ULONG -> "UInt64";
      default -> "";
    };
  }

  /** From an object of unknown type to exactly this one. */
  static void fromObject(Code code, ClrType type) {
    JvmForm form = type.form();
    if (Types.isEnum(type)) {
      code.method.visitLdcInsn(type.fullName());
      code.call("Casts", "unboxEnum", "(Ljava/lang/Object;Ljava/lang/String;)I");
    } else if (form.isPrimitive()) {
      String simpleName = type.fullName().substring(type.fullName().lastIndexOf('.') + 1);
      code.call("Casts", "unbox" + simpleName, "(Ljava/lang/Object;)" + form.descriptor());
    } else if (Types.isNullable(type)) {
      unboxNullable(code, type);
    } else if (type.isValueType()) {
      castNotNull(code, type, false);
    } else {
      cast(code, type, RuntimeNames.of(type));
    }
  }

  /** The object's type is known, or will be told by the class alone. */
  static void known(Code code, ClrType type) {
    boolean isExact = JvmTests.isExact(Types.underlying(type));
    if (type.isValueType() && (isExact || type.form().isPrimitive())) {
      fromObject(code, type);
    } else if (type.isValueType() && !Types.isNullable(type)) {
      castNotNull(code, type, true);
    } else {
      castByClass(code, type.form().type(), RuntimeNames.of(type));
    }
  }

  private static void unboxNullable(Code code, ClrType type) {
    ClrType inner = Types.underlying(type);
    cast(code, inner, "System.Nullable`1[" + RuntimeNames.of(inner) + "]");
  }

  /** A box that is there, as its value. */
  private static void unboxKnown(Code code, ClrType type) {
    JvmForm form = type.form();
    code.method.visitTypeInsn(Opcodes.CHECKCAST, form.box().getInternalName());
    if (form.isPrimitive()) {
      fromObject(code, type);
    }
  }

  private static void cast(Code code, ClrType type, String name) {
    if (JvmTests.isExact(type)) {
      castByClass(code, type.form().box(), name);
      return;
    }
    Label fits = new Label();
    code.method.visitInsn(Opcodes.DUP);
    code.method.visitJumpInsn(Opcodes.IFNULL, fits);
    code.method.visitInsn(Opcodes.DUP);
    ConditionCode.instanceOf(code, type);
    code.method.visitJumpInsn(Opcodes.IFNE, fits);
    fail(code, name);
    code.method.visitLabel(fits);
    checkCast(code, type.form().box());
  }

  private static void castByClass(Code code, Type wanted, String name) {
    if (wanted.equals(JvmForm.OBJECT.type())) {
      return;
    }
    Label fits = new Label();
    code.method.visitInsn(Opcodes.DUP);
    code.method.visitTypeInsn(Opcodes.INSTANCEOF, wanted.getInternalName());
    code.method.visitJumpInsn(Opcodes.IFNE, fits);
    code.method.visitInsn(Opcodes.DUP);
    code.method.visitJumpInsn(Opcodes.IFNULL, fits);
    fail(code, name);
    code.method.visitLabel(fits);
    checkCast(code, wanted);
  }

  private static void castNotNull(Code code, ClrType type, boolean byClass) {
    Label fits = new Label();
    code.method.visitInsn(Opcodes.DUP);
    if (byClass) {
      code.method.visitTypeInsn(Opcodes.INSTANCEOF, type.form().box().getInternalName());
    } else {
      ConditionCode.instanceOf(code, type);
    }
    code.method.visitJumpInsn(Opcodes.IFNE, fits);
    fail(code, RuntimeNames.of(type));
    code.method.visitLabel(fits);
    checkCast(code, type.form().type());
  }

  private static void fail(Code code, String name) {
    code.method.visitLdcInsn(name);
    code.call(
        "Casts",
        "failure",
        "(Ljava/lang/Object;Ljava/lang/String;)Ldev/fanout/expressions/ExpressionFailure;");
    code.method.visitInsn(Opcodes.ATHROW);
  }

  private static void as(Code code, ClrType type) {
    Label fits = new Label();
    code.method.visitInsn(Opcodes.DUP);
    ConditionCode.instanceOf(code, Types.underlying(type));
    code.method.visitJumpInsn(Opcodes.IFNE, fits);
    code.method.visitInsn(Opcodes.POP);
    code.method.visitInsn(Opcodes.ACONST_NULL);
    code.method.visitLabel(fits);
    checkCast(code, type.form().type());
  }

  private static void checkCast(Code code, Type wanted) {
    if (!wanted.equals(JvmForm.OBJECT.type())) {
      code.method.visitTypeInsn(Opcodes.CHECKCAST, wanted.getInternalName());
    }
  }
}
