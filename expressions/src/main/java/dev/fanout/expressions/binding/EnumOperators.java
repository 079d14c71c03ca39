package dev.fanout.expressions.binding;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Operators on enums, which stand as their int (ECMA-334 12.10.5, 12.10.6, 12.12.6, 12.13.3). */
final class EnumOperators {
  /** The operator on ints. */
  interface OnNumbers {
    @Nullable BoundExpression apply(BoundExpression left, BoundExpression right);
  }

  private EnumOperators() {}

  static @Nullable BoundExpression binary(
      String operator, BoundExpression left, BoundExpression right, OnNumbers onNumbers) {
    ClrType type = Types.isEnum(left.type()) ? left.type() : right.type();
    if (operator.equals("+") || operator.equals("-")) {
      return sum(operator, left, right, type, onNumbers);
    }
    BoundExpression a = Conversions.implicit(left, type);
    BoundExpression b = Conversions.implicit(right, type);
    if (a == null || b == null) {
      return null;
    }
    BoundExpression computed = onNumbers.apply(number(a), number(b));
    if (computed == null || computed.type().equals(Types.BOOL)) {
      return computed;
    }
    return Set.of("&", "|", "^").contains(operator) ? Conversions.explicit(computed, type) : null;
  }

  private static @Nullable BoundExpression sum(
      String operator,
      BoundExpression left,
      BoundExpression right,
      ClrType type,
      OnNumbers onNumbers) {
    if (left.type().equals(right.type())) {
      return operator.equals("-") ? onNumbers.apply(number(left), number(right)) : null;
    }
    if (!Types.isEnum(left.type()) && operator.equals("-")) {
      return null;
    }
    BoundExpression a = Types.isEnum(left.type()) ? number(left) : asInt(left);
    BoundExpression b = Types.isEnum(right.type()) ? number(right) : asInt(right);
    if (a == null || b == null) {
      return null;
    }
    BoundExpression computed = onNumbers.apply(a, b);
    return computed == null ? null : Conversions.explicit(computed, type);
  }

  private static @Nullable BoundExpression asInt(BoundExpression value) {
    return Types.isEnum(value.type()) ? null : Conversions.implicit(value, Types.INT);
  }

  static BoundExpression number(BoundExpression value) {
    BoundExpression number = Conversions.explicit(value, Types.INT);
    return number == null ? value : number;
  }
}
