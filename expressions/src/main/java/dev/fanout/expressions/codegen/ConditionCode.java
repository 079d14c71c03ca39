package dev.fanout.expressions.codegen;

import dev.fanout.expressions.binding.BoundExpression;
import dev.fanout.expressions.binding.ClrType;
import dev.fanout.expressions.binding.JvmTests;
import dev.fanout.expressions.binding.LocalSymbol;
import dev.fanout.expressions.binding.Numeric;
import dev.fanout.expressions.binding.RuntimeNames;
import dev.fanout.expressions.binding.Types;
import java.util.Set;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Conditions as jumps. */
final class ConditionCode {
  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", ">", "<=", ">=");

  private ConditionCode() {}

  static boolean isComparison(BoundExpression.Binary binary) {
    return COMPARISONS.contains(binary.operator());
  }

  /** Jumps if the condition comes out as {@code wanted}. */
  static void jump(Code code, BoundExpression condition, boolean wanted, Label target) {
    if (condition instanceof BoundExpression.Constant constant
        && constant.value() instanceof Boolean value) {
      if (value == wanted) {
        code.method.visitJumpInsn(Opcodes.GOTO, target);
      }
    } else if (condition instanceof BoundExpression.Unary unary && unary.operator().equals("!")) {
      jump(code, unary.operand(), !wanted, target);
    } else if (condition instanceof BoundExpression.Logical logical) {
      logical(code, logical, wanted, target);
    } else if (condition instanceof BoundExpression.SameReference same) {
      reference(code, same, wanted, target);
    } else if (condition instanceof BoundExpression.Sequence sequence) {
      sequence.effects().forEach(code::effect);
      jump(code, sequence.value(), wanted, target);
    } else if (condition instanceof BoundExpression.TypeTest test) {
      typeTest(code, test, wanted, target);
    } else if (condition instanceof BoundExpression.Binary binary && isComparison(binary)) {
      comparison(code, binary, wanted, target);
    } else {
      code.emit(condition);
      code.method.visitJumpInsn(wanted ? Opcodes.IFNE : Opcodes.IFEQ, target);
    }
  }

  private static void logical(
      Code code, BoundExpression.Logical logical, boolean wanted, Label target) {
    if (logical.isAnd() == wanted) {
      Label out = new Label();
      jump(code, logical.left(), !wanted, out);
      jump(code, logical.right(), wanted, target);
      code.method.visitLabel(out);
    } else {
      jump(code, logical.left(), wanted, target);
      jump(code, logical.right(), wanted, target);
    }
  }

  private static void reference(
      Code code, BoundExpression.SameReference same, boolean wanted, Label target) {
    boolean jumpsIfSame = same.equal() == wanted;
    if (isNull(same.right()) || isNull(same.left())) {
      code.emit(isNull(same.right()) ? same.left() : same.right());
      code.method.visitJumpInsn(jumpsIfSame ? Opcodes.IFNULL : Opcodes.IFNONNULL, target);
      return;
    }
    code.emit(same.left());
    code.emit(same.right());
    code.method.visitJumpInsn(jumpsIfSame ? Opcodes.IF_ACMPEQ : Opcodes.IF_ACMPNE, target);
  }

  private static boolean isNull(BoundExpression expression) {
    return expression instanceof BoundExpression.Constant constant && constant.value() == null;
  }

  private static void typeTest(
      Code code, BoundExpression.TypeTest test, boolean wanted, Label target) {
    code.emit(test.operand());
    LocalSymbol variable = test.variable();
    if (variable == null) {
      instanceOf(code, test.tested());
      code.method.visitJumpInsn(wanted ? Opcodes.IFNE : Opcodes.IFEQ, target);
      return;
    }
    code.renew(variable);
    int slot = code.newSlot(1);
    Label isOther = new Label();
    code.method.visitInsn(Opcodes.DUP);
    code.method.visitVarInsn(Opcodes.ASTORE, slot);
    instanceOf(code, test.tested());
    code.method.visitJumpInsn(Opcodes.IFEQ, wanted ? isOther : target);
    code.method.visitVarInsn(Opcodes.ALOAD, slot);
    ConversionCode.known(code, test.tested());
    code.store(variable);
    if (wanted) {
      code.method.visitJumpInsn(Opcodes.GOTO, target);
    }
    code.method.visitLabel(isOther);
  }

  /** The object on the stack becomes whether it is of the type; null never is. */
  static void instanceOf(Code code, ClrType type) {
    if (JvmTests.isExact(type)) {
      code.method.visitTypeInsn(Opcodes.INSTANCEOF, type.form().box().getInternalName());
    } else {
      code.method.visitLdcInsn(RuntimeNames.of(type));
      code.call("TypeTests", "isInstance", "(Ljava/lang/Object;Ljava/lang/String;)Z");
    }
  }

  private static void comparison(
      Code code, BoundExpression.Binary binary, boolean wanted, Label target) {
    code.emit(binary.left());
    code.emit(binary.right());
    Type type = binary.left().type().form().type();
    Numeric numeric = Types.numeric(binary.left().type());
    MethodVisitor method = code.method;
    String operator = binary.operator();
    boolean isLess = operator.equals("<") || operator.equals("<=");
    switch (type.getSort()) {
      case Type.LONG -> {
        if (numeric == Numeric.ULONG) {
          method.visitMethodInsn(
              Opcodes.INVOKESTATIC, "java/lang/Long", "compareUnsigned", "(JJ)I", false);
        } else {
          method.visitInsn(Opcodes.LCMP);
        }
      }
      // NaN makes every comparison but != false.
      case Type.FLOAT -> method.visitInsn(isLess ? Opcodes.FCMPG : Opcodes.FCMPL);
      case Type.DOUBLE -> method.visitInsn(isLess ? Opcodes.DCMPG : Opcodes.DCMPL);
      default -> {
        if (numeric != Numeric.UINT) {
          method.visitJumpInsn(Opcodes.IF_ICMPEQ + offset(operator, wanted), target);
          return;
        }
        method.visitMethodInsn(
            Opcodes.INVOKESTATIC, "java/lang/Integer", "compareUnsigned", "(II)I", false);
      }
    }
    method.visitJumpInsn(Opcodes.IFEQ + offset(operator, wanted), target);
  }

  /** The order of the JVM's jumps: EQ, NE, LT, GE, GT, LE. */
  private static int offset(String operator, boolean wanted) {
    int index =
        switch (operator) {
          case "==" -> 0;
          case "!=" -> 1;
          case "<" -> 2;
          case ">=" -> 3;
          case ">" -> 4;
          default -> 5;
        };
    return wanted ? index : index ^ 1;
  }
}
