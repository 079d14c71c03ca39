package dev.fanout.expressions.binding;

import dev.fanout.expressions.binding.BoundExpression.Constant;
import dev.fanout.expressions.syntax.ExpressionSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Unary and binary operators (ECMA-334 12.4 and 12.9 to 12.14). */
final class Operators {
  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", ">", "<=", ">=");

  private final Reporter reporter;

  Operators(Reporter reporter) {
    this.reporter = reporter;
  }

  BoundExpression unary(
      String operator, BoundExpression operand, ExpressionSyntax at, Overflow overflow) {
    ClrType type = operand.type();
    if (Types.isError(type)) {
      return operand;
    }
    if (Types.isNullable(type)) {
      BoundExpression lifted =
          NullableOperators.unary(operand, value -> unary(operator, value, at, overflow));
      return lifted == null ? new BoundExpression.Invalid() : lifted;
    }
    if (Types.isEnum(type) && operator.equals("~")) {
      BoundExpression flipped =
          Conversions.explicit(
              folded(operator, EnumOperators.number(operand), at, Overflow.DEFAULT), type);
      return flipped == null ? mismatch(operator, operand, at) : flipped;
    }
    BoundExpression own = userDefined(operator, List.of(operand));
    if (own != null) {
      return own;
    }
    if (operator.equals("!")) {
      BoundExpression bool = Conversions.implicit(operand, Types.BOOL);
      return bool == null
          ? mismatch(operator, operand, at)
          : folded(operator, bool, at, Overflow.DEFAULT);
    }
    Numeric numeric = Types.numeric(type);
    if (numeric == Numeric.DECIMAL) {
      if (operand instanceof Constant constant && !operator.equals("~")) {
        Constant value = Constants.unary(operator, constant, true);
        if (value != null) {
          return value;
        }
      }
      return operator.equals("+")
          ? operand
          : operator.equals("-") ? decimalNegation(operand) : mismatch(operator, operand, at);
    }
    if (numeric == null
        || (numeric.isFloating() && operator.equals("~"))
        || (numeric == Numeric.ULONG && operator.equals("-"))) {
      return mismatch(operator, operand, at);
    }
    ClrType promoted =
        numeric == Numeric.UINT && operator.equals("-")
            ? Types.LONG
            : numeric.ordinal() < Numeric.INT.ordinal() ? Types.INT : type;
    BoundExpression value = Conversions.implicit(operand, promoted);
    return value == null ? mismatch(operator, operand, at) : folded(operator, value, at, overflow);
  }

  private static BoundExpression decimalNegation(BoundExpression operand) {
    return new BoundExpression.Call(
        new Member.Target(
            Member.Invocation.VIRTUAL,
            Types.DECIMAL.form().type().getInternalName(),
            "negate",
            "()" + Types.DECIMAL.form().descriptor()),
        List.of(operand),
        Types.DECIMAL);
  }

  private BoundExpression folded(
      String operator, BoundExpression operand, ExpressionSyntax at, Overflow overflow) {
    if (operand instanceof Constant constant) {
      try {
        Constant value = Constants.unary(operator, constant, overflow.refusesConstants());
        if (value != null) {
          return value;
        }
      } catch (Constants.NotComputable e) {
        return reporter.error("CONSTANT_OVERFLOW", at, e.getMessage() + "");
      }
    }
    if (operator.equals("+")) {
      return operand;
    }
    if (overflow.throwsAtRunTime()
        && operator.equals("-")
        && !Types.numericOrThrow(operand.type()).isFloating()) {
      BoundExpression zero = Constants.ofInteger(java.math.BigInteger.ZERO, operand.type());
      return new BoundExpression.Binary("-", zero, operand, operand.type(), true);
    }
    return new BoundExpression.Unary(operator, operand, operand.type());
  }

  BoundExpression binary(
      String operator,
      BoundExpression left,
      BoundExpression right,
      ExpressionSyntax at,
      Overflow overflow) {
    if (Types.isError(left.type()) || Types.isError(right.type())) {
      return new BoundExpression.Invalid();
    }
    BoundExpression bound;
    try {
      bound = predefined(operator, left, right, overflow);
    } catch (Constants.NotComputable e) {
      return reporter.error("CONSTANT_OVERFLOW", at, e.getMessage() + "");
    }
    if (bound != null) {
      return bound;
    }
    return reporter.error(
        "OPERATOR_MISMATCH",
        at,
        "operator '"
            + operator
            + "' does not take '"
            + left.type().display()
            + "' and '"
            + right.type().display()
            + "' (CS0019)");
  }

  private @Nullable BoundExpression predefined(
      String operator, BoundExpression left, BoundExpression right, Overflow overflow) {
    ClrType a = left.type();
    ClrType b = right.type();
    if (a == ClrType.Special.VOID || b == ClrType.Special.VOID) {
      return null;
    }
    if (operator.equals("+") && (a.equals(Types.STRING) || b.equals(Types.STRING))) {
      BoundExpression own = userDefined(operator, left, right);
      return own != null ? own : concatenation(left, right);
    }
    if (operator.equals("&&") || operator.equals("||")) {
      return logical(operator.equals("&&"), left, right);
    }
    boolean isNullable = Types.isNullable(a) || Types.isNullable(b);
    if ((operator.equals("<<") || operator.equals(">>")) && !isNullable) {
      return shift(operator, left, right);
    }
    boolean equality = operator.equals("==") || operator.equals("!=");
    if (equality && isStringOrNull(a) && isStringOrNull(b) && !(isNull(a) && isNull(b))) {
      return stringEquality(operator, left, right);
    }
    if (isNull(a) != isNull(b) && (isNull(a) ? b : a).isValueType() && !isNullable) {
      return withNull(operator, left, right, overflow);
    }
    if (isNullable) {
      BoundExpression lifted =
          NullableOperators.binary(
              operator, left, right, (x, y) -> onValues(operator, x, y, overflow));
      return lifted != null || !equality ? lifted : references(operator, left, right);
    }
    if (Types.isEnum(a) || Types.isEnum(b)) {
      return onValues(operator, left, right, overflow);
    }
    BoundExpression plain = plain(operator, left, right, overflow);
    if (plain != null) {
      return plain;
    }
    return equality ? references(operator, left, right) : null;
  }

  /** A value type and the literal null: the operator on {@code T?}, if values have it. */
  private static @Nullable BoundExpression withNull(
      String operator, BoundExpression left, BoundExpression right, Overflow overflow) {
    ClrType type = isNull(left.type()) ? right.type() : left.type();
    BoundExpression any = new BoundExpression.Local(LocalSymbol.temporary(type));
    BoundExpression one = isNull(left.type()) ? left : boxed(left);
    BoundExpression other = isNull(right.type()) ? right : boxed(right);
    return onValues(operator, any, any, overflow) == null
        ? null
        : NullableOperators.binary(
            operator, one, other, (x, y) -> onValues(operator, x, y, overflow));
  }

  private static BoundExpression boxed(BoundExpression value) {
    BoundExpression nullable = Conversions.implicit(value, Types.nullable(value.type()));
    return nullable == null ? value : nullable;
  }

  /** Numbers, bool, and operators of the types themselves. */
  private static @Nullable BoundExpression plain(
      String operator, BoundExpression left, BoundExpression right, Overflow overflow) {
    ClrType a = left.type();
    ClrType b = right.type();
    if (a.equals(Types.BOOL) && b.equals(Types.BOOL)) {
      return Set.of("&", "|", "^", "==", "!=").contains(operator)
          ? folded(operator, left, right, Types.BOOL, Overflow.DEFAULT)
          : null;
    }
    ClrType common = promoted(left, right);
    if (common != null) {
      BoundExpression x = Conversions.implicit(left, common);
      BoundExpression y = Conversions.implicit(right, common);
      if (x == null || y == null) {
        return null;
      }
      if (common.equals(Types.DECIMAL)) {
        Constant constant =
            x instanceof Constant one && y instanceof Constant other
                ? Constants.binary(operator, one, other, common, true)
                : null;
        return constant != null ? constant : userDefined(operator, x, y);
      }
      boolean bitwise = Set.of("&", "|", "^").contains(operator);
      if (bitwise && Types.numericOrThrow(common).isFloating()) {
        return null;
      }
      ClrType type = COMPARISONS.contains(operator) ? Types.BOOL : common;
      return folded(operator, x, y, type, overflow);
    }
    return userDefined(operator, left, right);
  }

  private static BoundExpression folded(
      String operator,
      BoundExpression left,
      BoundExpression right,
      ClrType type,
      Overflow overflow) {
    if (left instanceof Constant x && right instanceof Constant y) {
      Constant value = Constants.binary(operator, x, y, type, overflow.refusesConstants());
      if (value != null) {
        return value;
      }
    }
    return new BoundExpression.Binary(operator, left, right, type, overflow.throwsAtRunTime());
  }

  /** Binary numeric promotion (12.4.7.3), which sees int constants that fit; null for none. */
  static @Nullable ClrType promoted(BoundExpression left, BoundExpression right) {
    Numeric a = Types.numeric(left.type());
    Numeric b = Types.numeric(right.type());
    if (a == null || b == null) {
      return null;
    }
    if (a == Numeric.DECIMAL || b == Numeric.DECIMAL) {
      return a.isFloating() || b.isFloating() ? null : Types.DECIMAL;
    }
    if (a == Numeric.DOUBLE || b == Numeric.DOUBLE) {
      return Types.DOUBLE;
    }
    if (a == Numeric.FLOAT || b == Numeric.FLOAT) {
      return Types.FLOAT;
    }
    if (a == Numeric.ULONG || b == Numeric.ULONG) {
      return both(left, right, Types.ULONG) ? Types.ULONG : null;
    }
    if (a == Numeric.LONG || b == Numeric.LONG) {
      return Types.LONG;
    }
    if (a == Numeric.UINT || b == Numeric.UINT) {
      return both(left, right, Types.UINT) ? Types.UINT : Types.LONG;
    }
    return Types.INT;
  }

  private static boolean both(BoundExpression left, BoundExpression right, ClrType type) {
    return Conversions.implicit(left, type) != null && Conversions.implicit(right, type) != null;
  }

  private static BoundExpression concatenation(BoundExpression left, BoundExpression right) {
    List<BoundExpression> parts = new ArrayList<>();
    addPart(left, parts);
    addPart(right, parts);
    if (parts.size() == 1) {
      return parts.get(0);
    }
    return new BoundExpression.Concatenation(parts);
  }

  private static void addPart(BoundExpression part, List<BoundExpression> parts) {
    if (part instanceof BoundExpression.Concatenation inner) {
      parts.addAll(inner.parts());
      return;
    }
    BoundExpression text = text(part);
    if (!parts.isEmpty()
        && text instanceof Constant constant
        && parts.get(parts.size() - 1) instanceof Constant before) {
      parts.set(parts.size() - 1, new Constant(Types.STRING, string(before) + string(constant)));
    } else {
      parts.add(text);
    }
  }

  private static String string(Constant constant) {
    return constant.value() == null ? "" : (String) constant.value();
  }

  /** The value's text, as string concatenation and interpolation take it. */
  static BoundExpression text(BoundExpression value) {
    if (value.type().equals(Types.STRING)) {
      return value;
    }
    if (value instanceof Constant constant && constant.value() == null) {
      return new Constant(Types.STRING, null);
    }
    return new BoundExpression.Text(value);
  }

  private static @Nullable BoundExpression logical(
      boolean isAnd, BoundExpression left, BoundExpression right) {
    BoundExpression a = Conversions.implicit(left, Types.BOOL);
    BoundExpression b = Conversions.implicit(right, Types.BOOL);
    if (a == null || b == null) {
      return null;
    }
    if (a instanceof Constant x && b instanceof Constant y) {
      boolean p = (Boolean) java.util.Objects.requireNonNull(x.value());
      boolean q = (Boolean) java.util.Objects.requireNonNull(y.value());
      return new Constant(Types.BOOL, isAnd ? p && q : p || q);
    }
    return new BoundExpression.Logical(isAnd, a, b);
  }

  private static @Nullable BoundExpression shift(
      String operator, BoundExpression left, BoundExpression right) {
    Numeric numeric = Types.numeric(left.type());
    BoundExpression count = Conversions.implicit(right, Types.INT);
    if (numeric == null || !numeric.isIntegral() || count == null) {
      return null;
    }
    ClrType type = numeric.ordinal() < Numeric.INT.ordinal() ? Types.INT : left.type();
    BoundExpression value = Conversions.implicit(left, type);
    return value == null ? null : folded(operator, value, count, type, Overflow.DEFAULT);
  }

  private static boolean isNull(ClrType type) {
    return type == ClrType.Special.NULL;
  }

  private static boolean isStringOrNull(ClrType type) {
    return isNull(type) || type.equals(Types.STRING);
  }

  private static BoundExpression stringEquality(
      String operator, BoundExpression left, BoundExpression right) {
    boolean equal = operator.equals("==");
    if (isNull(left.type()) || isNull(right.type())) {
      return new BoundExpression.SameReference(equal, left, right);
    }
    if (left instanceof Constant x && right instanceof Constant y) {
      Constant folded = Constants.binary(operator, x, y, Types.BOOL, false);
      if (folded != null) {
        return folded;
      }
    }
    BoundExpression same =
        new BoundExpression.Call(
            new Member.Target(
                Member.Invocation.STATIC,
                "dev/fanout/expressions/runtime/Strings",
                "equal",
                "(Ljava/lang/String;Ljava/lang/String;)Z"),
            List.of(left, right),
            Types.BOOL);
    return equal ? same : new BoundExpression.Unary("!", same, Types.BOOL);
  }

  private static @Nullable BoundExpression onValues(
      String operator, BoundExpression left, BoundExpression right, Overflow overflow) {
    if (operator.equals("<<") || operator.equals(">>")) {
      return shift(operator, left, right);
    }
    return Types.isEnum(left.type()) || Types.isEnum(right.type())
        ? EnumOperators.binary(operator, left, right, (x, y) -> plain(operator, x, y, overflow))
        : plain(operator, left, right, overflow);
  }

  private static @Nullable BoundExpression userDefined(
      String operator, BoundExpression left, BoundExpression right) {
    return userDefined(operator, List.of(left, right));
  }

  /** An operator that one of the operands' types declares, or a base of it. */
  private static @Nullable BoundExpression userDefined(
      String operator, List<BoundExpression> operands) {
    List<Member.Method> operators = new ArrayList<>();
    List<Overloads.Argument> arguments = new ArrayList<>();
    for (BoundExpression operand : operands) {
      for (ClrType level : MemberBinder.levels(operand.type())) {
        for (Member member : MemberBinder.members(level, "operator " + operator)) {
          if (member instanceof Member.Method method
              && method.parameters().size() == operands.size()
              && !operators.contains(method)) {
            operators.add(method);
          }
        }
      }
      arguments.add(new Overloads.Argument(null, operand, false));
    }
    if (operators.isEmpty()) {
      return null;
    }
    Overloads.Applicable best =
        Overloads.best(Overloads.applicable(operators, Map.of(), List.of(), arguments), arguments);
    return best == null
        ? null
        : new BoundExpression.Call(best.method().target(), best.arguments(), best.method().type());
  }

  private static @Nullable BoundExpression references(
      String operator, BoundExpression left, BoundExpression right) {
    ClrType a = left.type();
    ClrType b = right.type();
    if (a.isValueType() || b.isValueType()) {
      return null;
    }
    boolean related =
        isNull(a)
            || isNull(b)
            || Conversions.isReferenceUp(a, b)
            || Conversions.isReferenceUp(b, a)
            || Conversions.explicit(left, b) instanceof BoundExpression.Conversion;
    return related ? new BoundExpression.SameReference(operator.equals("=="), left, right) : null;
  }

  private BoundExpression mismatch(String operator, BoundExpression operand, ExpressionSyntax at) {
    return reporter.error(
        "OPERATOR_MISMATCH",
        at,
        "operator '" + operator + "' does not take '" + operand.type().display() + "' (CS0023)");
  }
}
