package dev.fanout.expressions.codegen;

import dev.fanout.expressions.binding.BoundExpression;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Sends each kind of expression to the class that writes it. */
final class ExpressionCode {
  private final Code code;

  ExpressionCode(Code code) {
    this.code = code;
  }

  void emit(BoundExpression expression) {
    if (expression instanceof BoundExpression.Constant constant) {
      ConstantCode.emit(code, constant);
    } else if (expression instanceof BoundExpression.Context) {
      code.loadContext();
    } else if (expression instanceof BoundExpression.Local local) {
      code.load(local.symbol());
    } else if (expression instanceof BoundExpression.Call call) {
      CallCode.emit(code, call);
    } else if (expression instanceof BoundExpression.Conversion conversion) {
      ConversionCode.emit(code, conversion);
    } else if (expression instanceof BoundExpression.Concatenation concatenation) {
      TextCode.concatenation(code, concatenation);
    } else if (expression instanceof BoundExpression.Text text) {
      TextCode.text(code, text);
    } else if (expression instanceof BoundExpression.FormattedText text) {
      TextCode.formatted(code, text);
    } else if (expression instanceof BoundExpression.Unary unary && !unary.operator().equals("!")) {
      ArithmeticCode.unary(code, unary);
    } else if (expression instanceof BoundExpression.Binary binary
        && !ConditionCode.isComparison(binary)) {
      ArithmeticCode.binary(code, binary);
    } else if (expression instanceof BoundExpression.Conditional conditional) {
      ChoiceCode.conditional(code, conditional);
    } else if (expression instanceof BoundExpression.Coalesce coalesce) {
      ChoiceCode.coalesce(code, coalesce);
    } else if (expression instanceof BoundExpression.ConditionalAccess access) {
      ChoiceCode.access(code, access);
    } else if (expression instanceof BoundExpression.Lifted lifted) {
      ChoiceCode.lifted(code, lifted);
    } else if (expression instanceof BoundExpression.ArrayElement element) {
      ArrayCode.element(code, element);
    } else if (expression instanceof BoundExpression.ArrayLength length) {
      code.emit(length.array());
      code.method.visitInsn(Opcodes.ARRAYLENGTH);
    } else if (expression instanceof BoundExpression.NewArray array) {
      ArrayCode.create(code, array);
    } else if (expression instanceof BoundExpression.Assignment assignment) {
      AssignmentCode.assign(code, assignment, true);
    } else if (expression instanceof BoundExpression.Update update) {
      AssignmentCode.update(code, update, true);
    } else if (expression instanceof BoundExpression.Lambda lambda) {
      LambdaCode.create(code, lambda);
    } else if (expression instanceof BoundExpression.LocalCall call) {
      LambdaCode.call(code, call);
    } else if (expression instanceof BoundExpression.TupleLiteral literal) {
      code.emit(literal.made());
    } else if (expression instanceof BoundExpression.Let let) {
      code.emit(let.value());
      code.declare(let.symbol());
      code.emit(let.body());
    } else if (expression instanceof BoundExpression.Property property) {
      AssignmentCode.read(code, property);
    } else if (expression instanceof BoundExpression.Throw thrown) {
      TryCode.raise(code, thrown.operand());
    } else if (expression instanceof BoundExpression.Sequence sequence) {
      sequence.effects().forEach(code::effect);
      code.emit(sequence.value());
    } else if (expression.type().form().type().equals(org.objectweb.asm.Type.BOOLEAN_TYPE)) {
      condition(expression);
    } else {
      throw new IllegalStateException("no code for " + expression);
    }
  }

  private void condition(BoundExpression expression) {
    Label isFalse = new Label();
    Label end = new Label();
    code.jumpIfFalse(expression, isFalse);
    code.method.visitInsn(Opcodes.ICONST_1);
    code.method.visitJumpInsn(Opcodes.GOTO, end);
    code.method.visitLabel(isFalse);
    code.method.visitInsn(Opcodes.ICONST_0);
    code.method.visitLabel(end);
  }
}
