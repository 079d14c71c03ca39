package dev.fanout.expressions.binding;

import java.util.ArrayList;
import java.util.List;

/** The operands of an expression, in the order in which they are evaluated. */
final class Operands {
  private Operands() {}

  static List<BoundExpression> of(BoundExpression expression) {
    if (expression instanceof BoundExpression.Conversion conversion) {
      return List.of(conversion.operand());
    }
    if (expression instanceof BoundExpression.Unary unary) {
      return List.of(unary.operand());
    }
    if (expression instanceof BoundExpression.Binary binary) {
      return List.of(binary.left(), binary.right());
    }
    if (expression instanceof BoundExpression.Lifted lifted) {
      return List.of(lifted.left(), lifted.right());
    }
    if (expression instanceof BoundExpression.SameReference same) {
      return List.of(same.left(), same.right());
    }
    if (expression instanceof BoundExpression.Concatenation concatenation) {
      return concatenation.parts();
    }
    if (expression instanceof BoundExpression.Text text) {
      return List.of(text.operand());
    }
    if (expression instanceof BoundExpression.FormattedText text) {
      return List.of(text.operand());
    }
    if (expression instanceof BoundExpression.Call call) {
      return call.arguments();
    }
    if (expression instanceof BoundExpression.TupleLiteral literal) {
      return literal.items();
    }
    if (expression instanceof BoundExpression.LocalCall call) {
      return call.arguments();
    }
    if (expression instanceof BoundExpression.ArrayElement element) {
      return List.of(element.array(), element.index());
    }
    if (expression instanceof BoundExpression.ArrayLength length) {
      return List.of(length.array());
    }
    if (expression instanceof BoundExpression.NewArray array) {
      List<BoundExpression> operands = new ArrayList<>(array.elements());
      if (array.size() != null) {
        operands.add(array.size());
      }
      return operands;
    }
    if (expression instanceof BoundExpression.Throw thrown) {
      return List.of(thrown.operand());
    }
    if (expression instanceof BoundExpression.Property property) {
      return property.arguments();
    }
    if (expression instanceof BoundExpression.Sequence sequence) {
      List<BoundExpression> operands = new ArrayList<>(sequence.effects());
      operands.add(sequence.value());
      return operands;
    }
    if (expression instanceof BoundExpression.Update update) {
      return List.of(update.target(), update.newValue());
    }
    if (expression instanceof BoundExpression.OutArgument out && out.place() != null) {
      return out.place().arguments();
    }
    return List.of();
  }
}
