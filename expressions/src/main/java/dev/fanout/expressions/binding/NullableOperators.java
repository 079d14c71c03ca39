package dev.fanout.expressions.binding;

import dev.fanout.expressions.binding.BoundExpression.Constant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Operators on {@code T?} (ECMA-334 12.4.8), and bool's third value (12.13.5). */
final class NullableOperators {
  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", ">", "<=", ">=");

  /** The operator on values that are there. */
  interface OnValues {
    @Nullable BoundExpression apply(BoundExpression left, BoundExpression right);
  }

  private NullableOperators() {}

  /** At least one operand is nullable, and the other perhaps the literal null. */
  static @Nullable BoundExpression binary(
      String operator, BoundExpression left, BoundExpression right, OnValues onValues) {
    boolean equality = operator.equals("==") || operator.equals("!=");
    if (isNull(left) || isNull(right)) {
      return equality
          ? new BoundExpression.SameReference(operator.equals("=="), left, right)
          : binary(operator, typed(left, right), typed(right, left), onValues);
    }
    if (operator.equals("&") || operator.equals("|")) {
      BoundExpression bool = threeValued(operator, left, right);
      if (bool != null) {
        return bool;
      }
    }
    BoundExpression a = boxed(left);
    BoundExpression b = boxed(right);
    if (a == null || b == null) {
      return null;
    }
    LocalSymbol leftBox = LocalSymbol.temporary(a.type());
    LocalSymbol rightBox = LocalSymbol.temporary(b.type());
    BoundExpression value = onValues.apply(known(left, leftBox), known(right, rightBox));
    if (value == null) {
      return null;
    }
    boolean comparison = COMPARISONS.contains(operator);
    if (comparison && !value.type().equals(Types.BOOL)) {
      return null;
    }
    ClrType type = comparison ? Types.BOOL : Types.nullable(value.type());
    BoundExpression result =
        comparison ? value : new BoundExpression.Conversion(value, ConversionKind.WRAP, type);
    return new BoundExpression.Lifted(operator, a, leftBox, b, rightBox, result, type);
  }

  private static boolean isNull(BoundExpression operand) {
    return operand.type() == ClrType.Special.NULL;
  }

  private static BoundExpression typed(BoundExpression operand, BoundExpression other) {
    return isNull(operand)
        ? new Constant(
            Types.isNullable(other.type()) ? other.type() : Types.nullable(other.type()), null)
        : operand;
  }

  private static BoundExpression known(BoundExpression operand, LocalSymbol box) {
    boolean isConstant = operand instanceof Constant constant && constant.value() != null;
    return isConstant ? operand : Conversions.unwrap(new BoundExpression.Local(box));
  }

  private static @Nullable BoundExpression boxed(BoundExpression value) {
    return Types.isNullable(value.type())
        ? value
        : value.type().isValueType()
            ? Conversions.implicit(value, Types.nullable(value.type()))
            : null;
  }

  /** Null and false is false, null or true is true. */
  private static @Nullable BoundExpression threeValued(
      String operator, BoundExpression left, BoundExpression right) {
    if (!Types.underlying(left.type()).equals(Types.BOOL)
        || !Types.underlying(right.type()).equals(Types.BOOL)) {
      return null;
    }
    ClrType type = Types.nullable(Types.BOOL);
    BoundExpression a = Conversions.implicit(left, type);
    BoundExpression b = Conversions.implicit(right, type);
    return a == null || b == null
        ? null
        : new BoundExpression.Call(
            new Member.Target(
                Member.Invocation.STATIC,
                "dev/fanout/expressions/runtime/ThreeValued",
                operator.equals("&") ? "and" : "or",
                "(Ljava/lang/Boolean;Ljava/lang/Boolean;)Ljava/lang/Boolean;"),
            List.of(a, b),
            type);
  }

  /** The operator on the value that is there, else null. */
  static @Nullable BoundExpression unary(
      BoundExpression operand, java.util.function.UnaryOperator<BoundExpression> onValue) {
    LocalSymbol box = LocalSymbol.temporary(operand.type());
    BoundExpression value = onValue.apply(Conversions.unwrap(new BoundExpression.Local(box)));
    if (Types.isError(value.type())) {
      return null;
    }
    ClrType type = Types.nullable(value.type());
    return new BoundExpression.ConditionalAccess(
        operand, box, new BoundExpression.Conversion(value, ConversionKind.WRAP, type), type);
  }
}
