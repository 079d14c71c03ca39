package dev.fanout.expressions.binding;

import dev.fanout.expressions.binding.BoundExpression.Constant;
import dev.fanout.expressions.syntax.ExpressionSyntax;
import dev.fanout.expressions.syntax.PatternSyntax;
import dev.fanout.expressions.syntax.TypeSyntax;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands behind {@code is} and {@code case} (ECMA-334 11.2): bool expressions. */
final class PatternBinder {
  private static final Member.Target EQUALS =
      new Member.Target(
          Member.Invocation.STATIC,
          "dev/fanout/expressions/runtime/Objects",
          "equalsStatic",
          "(Ljava/lang/Object;Ljava/lang/Object;)Z");

  private final Binder binder;
  private final Reporter reporter;

  PatternBinder(Binder binder) {
    this.binder = binder;
    this.reporter = binder.reporter();
  }

  /** {@code operand is pattern}. */
  BoundExpression is(ExpressionSyntax.Is is) {
    BoundExpression operand = binder.value(is.operand());
    if (Types.isError(operand.type())) {
      return operand;
    }
    PatternSyntax pattern = is.pattern();
    if (pattern instanceof PatternSyntax.OfType type
        && type.name() == null
        && !isConstantName(type.type())) {
      ClrType tested = binder.types().type(type.type());
      return Types.isError(tested)
          ? new BoundExpression.Invalid()
          : typeTest(operand, tested, null);
    }
    return match(pattern, operand);
  }

  /** Does the operand match? It is evaluated once; variables of the pattern come into scope. */
  BoundExpression match(PatternSyntax pattern, BoundExpression operand) {
    if (Types.isError(operand.type())) {
      return operand;
    }
    if (operand.type() == ClrType.Special.NULL) {
      return reporter.error(
          "TYPE_MISMATCH", pattern.start(), pattern.end(), "null matches nothing (CS8117)", null);
    }
    if (pattern instanceof PatternSyntax.OfVar variable) {
      return declared(variable.name(), operand.type(), operand, variable.start(), variable.end());
    }
    if (pattern instanceof PatternSyntax.OfType type) {
      if (type.name() == null) {
        ExpressionSyntax constant = constantOf(type.type());
        if (constant == null || !isConstantName(type.type())) {
          return reporter.error(
              "VALUE_EXPECTED",
              type.start(),
              type.end(),
              "a type needs a name for what it matches here (CS0119)",
              null);
        }
        return constant(constant, operand);
      }
      return ofType(type, type.name(), operand);
    }
    return constant(((PatternSyntax.OfConstant) pattern).value(), operand);
  }

  private BoundExpression ofType(
      PatternSyntax.OfType pattern, String name, BoundExpression operand) {
    ClrType type = binder.types().type(pattern.type());
    if (Types.isError(type)) {
      return new BoundExpression.Invalid();
    }
    if (Types.isNullable(type)) {
      return reporter.error(
          "TYPE_MISMATCH",
          pattern.start(),
          pattern.end(),
          "a pattern matches '"
              + Types.underlying(type).display()
              + "', not '"
              + type.display()
              + "' (CS8116)",
          null);
    }
    if (!isPossible(operand, type)) {
      return reporter.error(
          "TYPE_MISMATCH",
          pattern.start(),
          pattern.end(),
          "'" + operand.type().display() + "' is never '" + type.display() + "' (CS8121)",
          null);
    }
    if (type.isValueType() && operand.type().equals(type)) {
      return declared(name, type, operand, pattern.start(), pattern.end());
    }
    LocalSymbol variable =
        name.equals("_") ? null : binder.declare(name, type, pattern.start(), pattern.end(), false);
    return typeTest(operand, type, variable);
  }

  private static boolean isPossible(BoundExpression operand, ClrType type) {
    try {
      BoundExpression boxed = new BoundExpression.Local(LocalSymbol.temporary(operand.type()));
      return Conversions.isReferenceUp(operand.type(), type)
          || Types.underlying(operand.type()).equals(type)
          || (!bothValues(operand.type(), type) && Conversions.explicit(boxed, type) != null);
    } catch (Constants.NotComputable e) {
      return false;
    }
  }

  private static boolean bothValues(ClrType one, ClrType other) {
    return one.isValueType() && other.isValueType();
  }

  /** By the object's own type: a value is put in a box for it. */
  private static BoundExpression typeTest(
      BoundExpression operand, ClrType type, @Nullable LocalSymbol variable) {
    BoundExpression object = Conversions.implicit(operand, Types.OBJECT);
    return new BoundExpression.TypeTest(
        object == null ? operand : object, Types.underlying(type), variable);
  }

  /** True always, and gives the variable its value. */
  private BoundExpression declared(
      String name, ClrType type, BoundExpression operand, int start, int end) {
    List<BoundExpression> effects = new ArrayList<>();
    if (name.equals("_")) {
      effects.add(operand);
    } else {
      LocalSymbol variable = binder.declare(name, type, start, end, false);
      effects.add(new BoundExpression.Assignment(new BoundExpression.Local(variable), operand));
    }
    return new BoundExpression.Sequence(effects, new Constant(Types.BOOL, true));
  }

  private BoundExpression constant(ExpressionSyntax syntax, BoundExpression operand) {
    BoundExpression bound = binder.value(syntax);
    if (Types.isError(bound.type())) {
      return bound;
    }
    if (!(bound instanceof Constant constant)) {
      return reporter.error("CONSTANT_EXPECTED", syntax, "a pattern is a constant (CS0150)");
    }
    ClrType type = operand.type();
    if (constant.value() == null) {
      return Types.takesNull(type)
          ? new BoundExpression.SameReference(
              true, operand, new Constant(ClrType.Special.NULL, null))
          : reporter.error(
              "TYPE_MISMATCH", syntax, "'" + type.display() + "' is never null (CS0037)");
    }
    ClrType compared = Types.underlying(type);
    if (compared.isValueType() || compared.equals(Types.STRING)) {
      BoundExpression converted = binder.convert(bound, compared, syntax);
      return Types.isError(converted.type())
          ? converted
          : binder.operators().binary("==", operand, converted, syntax, Overflow.DEFAULT);
    }
    if (!Conversions.isReferenceUp(constant.type(), type)) {
      return reporter.error(
          "TYPE_MISMATCH",
          syntax,
          "'" + type.display() + "' is never '" + constant.type().display() + "' (CS8121)");
    }
    BoundExpression object = Conversions.implicit(operand, Types.OBJECT);
    BoundExpression boxed = Conversions.implicit(constant, Types.OBJECT);
    return object == null || boxed == null
        ? new BoundExpression.Invalid()
        : new BoundExpression.Call(EQUALS, List.of(boxed, object), Types.BOOL);
  }

  /** A dotted name that means no type is the name of a constant. */
  boolean isConstantName(TypeSyntax type) {
    ExpressionSyntax name = constantOf(type);
    if (name == null) {
      return false;
    }
    String first = type.parts().get(0).name();
    return binder.scope().find(first) != null
        || (binder.scope().type(first) == null && binder.types().definition(name) == null);
  }

  /** The type as the expression that the same tokens would be; null for what is surely a type. */
  static @Nullable ExpressionSyntax constantOf(TypeSyntax type) {
    if (type.nullable() || !type.arrayRanks().isEmpty()) {
      return null;
    }
    ExpressionSyntax name = null;
    for (TypeSyntax.Part part : type.parts()) {
      if (!part.arguments().isEmpty()) {
        return null;
      }
      name =
          name == null
              ? new ExpressionSyntax.Name(part.start(), part.end(), part.name(), List.of())
              : new ExpressionSyntax.Member(name, part.name(), List.of(), part.start(), part.end());
    }
    return name;
  }
}
