package dev.fanout.expressions.binding;

import dev.fanout.expressions.binding.BoundExpression.Constant;
import dev.fanout.expressions.syntax.ExpressionSyntax;
import org.jspecify.annotations.Nullable;

/** Assignments, compound assignments, and {@code ++} (ECMA-334 12.9.6, 12.21). */
final class AssignmentBinder {
  private final Binder binder;
  private final Reporter reporter;

  AssignmentBinder(Binder binder) {
    this.binder = binder;
    this.reporter = binder.reporter();
  }

  BoundExpression assignment(ExpressionSyntax.Assignment assignment) {
    if (assignment.target() instanceof ExpressionSyntax.Tuple tuple) {
      return new DeconstructionBinder(binder).assignment(tuple, assignment);
    }
    if (isDiscard(assignment)) {
      return binder.value(assignment.value());
    }
    BoundExpression target = target(assignment.target());
    BoundExpression value =
        assignment.operator().equals("=") || Delegates.signature(target.type()) != null
            ? binder.untyped(assignment.value())
            : binder.value(assignment.value());
    if (Types.isError(target.type()) || Types.isError(value.type())) {
      return new BoundExpression.Invalid();
    }
    if (assignment.operator().equals("=")) {
      BoundExpression converted = binder.convert(value, target.type(), assignment.value());
      return Types.isError(converted.type())
          ? converted
          : new BoundExpression.Assignment(target, converted);
    }
    String operator = assignment.operator().substring(0, assignment.operator().length() - 1);
    boolean isShift = operator.equals("<<") || operator.equals(">>");
    return update(target, operator, value, isShift, false, assignment);
  }

  BoundExpression increment(
      ExpressionSyntax operand, String operator, boolean givesOld, ExpressionSyntax at) {
    BoundExpression target = target(operand);
    if (Types.isError(target.type())) {
      return target;
    }
    ClrType underlying = Types.underlying(target.type());
    if (Types.numeric(underlying) == null && !Types.isEnum(underlying)) {
      return reporter.error(
          "OPERATOR_MISMATCH",
          at,
          "operator '" + operator + "' does not take '" + target.type().display() + "' (CS0023)");
    }
    BoundExpression one = new Constant(Types.INT, 1);
    return update(target, operator.substring(1), one, true, givesOld, at);
  }

  private BoundExpression update(
      BoundExpression target,
      String operator,
      BoundExpression value,
      boolean castsBack,
      boolean givesOld,
      ExpressionSyntax at) {
    LocalSymbol old = LocalSymbol.temporary(target.type());
    BoundExpression computed = binder.binary(operator, new BoundExpression.Local(old), value, at);
    if (Types.isError(computed.type())) {
      return computed;
    }
    BoundExpression converted = back(computed, value, castsBack, target.type());
    if (converted == null) {
      return reporter.error(
          "TYPE_MISMATCH",
          at,
          "'"
              + computed.type().display()
              + "' does not convert to '"
              + target.type().display()
              + "' by itself (CS0266)");
    }
    return new BoundExpression.Update(target, old, converted, givesOld);
  }

  /**
   * 12.21.4: the result is cast back if the operand itself converts to the target's type, and
   * always for shifts and {@code ++}.
   */
  private @Nullable BoundExpression back(
      BoundExpression computed, BoundExpression value, boolean castsBack, ClrType type) {
    BoundExpression implicit = Conversions.implicit(computed, type);
    if (implicit != null) {
      return implicit;
    }
    return castsBack || Conversions.implicit(value, type) != null ? cast(computed, type) : null;
  }

  private @Nullable BoundExpression cast(BoundExpression computed, ClrType type) {
    BoundExpression converted = Conversions.explicit(computed, type);
    return converted != null && binder.overflow().throwsAtRunTime()
        ? Binder.checked(converted)
        : converted;
  }

  /** {@code _ = value}, where nothing is called so. */
  private boolean isDiscard(ExpressionSyntax.Assignment assignment) {
    return assignment.operator().equals("=")
        && assignment.target() instanceof ExpressionSyntax.Name name
        && name.name().equals("_")
        && binder.scope().find("_") == null;
  }

  BoundExpression target(ExpressionSyntax syntax) {
    BoundExpression assigned = binder.members().assigned(syntax);
    BoundExpression target = assigned == null ? binder.value(syntax) : assigned;
    if (Types.isError(target.type()) || target instanceof BoundExpression.Property) {
      return target;
    }
    if (target instanceof BoundExpression.Local local && !local.symbol().name().isEmpty()) {
      return local.symbol().isReadOnly()
          ? reporter.error(
              "NOT_ASSIGNABLE",
              syntax,
              "'" + local.symbol().name() + "' is a foreach variable (CS1656)")
          : target;
    }
    if (target instanceof BoundExpression.ArrayElement) {
      return target;
    }
    return reporter.error("NOT_ASSIGNABLE", syntax, "this cannot be assigned to (CS0131)");
  }
}
