package dev.fanout.expressions.binding;

import dev.fanout.expressions.binding.BoundExpression.Constant;
import dev.fanout.expressions.syntax.ExpressionSyntax;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the policy wants of an expression's value. */
public enum ResultForm implements Returns {
  /** The text of any value; null stays null. */
  STRING,
  /** A bool, and nothing else. */
  BOOLEAN,
  /** The value itself as an object. */
  OBJECT;

  @Override
  public BoundStatement of(@Nullable ExpressionSyntax value, Binder binder, int start, int end) {
    if (value == null) {
      binder
          .reporter()
          .error("VALUE_EXPECTED", start, end, "an expression returns a value (CS0126)", null);
      return new BoundStatement.Block(List.of());
    }
    return new BoundStatement.Return(of(binder.value(value), value, binder.reporter()));
  }

  BoundExpression of(BoundExpression value, ExpressionSyntax at, Reporter reporter) {
    if (Types.isError(value.type())) {
      return value;
    }
    switch (this) {
      case STRING -> {
        return value.type() == ClrType.Special.NULL
            ? new Constant(Types.STRING, null)
            : Operators.text(value);
      }
      case BOOLEAN -> {
        BoundExpression bool = Conversions.implicit(value, Types.BOOL);
        return bool != null
            ? bool
            : reporter.error(
                "CONDITION_NOT_BOOLEAN",
                at.start(),
                at.end(),
                "a condition is a bool, not '" + value.type().display() + "' (CS0029)",
                value.type().equals(Types.OBJECT) ? "a cast does it: (bool)…" : null);
      }
      case OBJECT -> {
        BoundExpression object = Conversions.implicit(value, Types.OBJECT);
        return object == null
            ? reporter.error("VALUE_EXPECTED", at, "this gives no value")
            : object;
      }
    }
    throw new AssertionError(this);
  }
}
