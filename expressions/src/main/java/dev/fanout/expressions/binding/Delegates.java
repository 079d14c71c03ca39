package dev.fanout.expressions.binding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What delegate types are called with and give. */
final class Delegates {
  /** The types of the parameters and of the result, or void. */
  record Signature(List<ClrType> parameters, ClrType result) {
    Signature {
      parameters = List.copyOf(parameters);
    }
  }

  private static final String FORM = "Ldev/fanout/expressions/runtime/Delegate;";

  private Delegates() {}

  /** {@code +} and {@code -} of two delegates; null for anything else (ECMA-334 20.6). */
  static @Nullable BoundExpression combined(
      String operator, BoundExpression left, BoundExpression right) {
    ClrType type = signature(left.type()) != null ? left.type() : right.type();
    if (signature(type) == null) {
      return null;
    }
    BoundExpression one = Conversions.implicit(left, type);
    BoundExpression other = Conversions.implicit(right, type);
    return one == null || other == null
        ? null
        : new BoundExpression.Call(
            new Member.Target(
                Member.Invocation.STATIC,
                "dev/fanout/expressions/runtime/CombinedDelegate",
                operator.equals("+") ? "combine" : "remove",
                "(" + FORM + FORM + ")" + FORM),
            List.of(one, other),
            type);
  }

  /** Null for what is no delegate type. */
  static @Nullable Signature signature(ClrType type) {
    if (!(type instanceof ClrType.Named named)) {
      return null;
    }
    Member.Method invoke = named.definition().invoke();
    if (invoke == null) {
      return null;
    }
    List<ClrType> parameters = new ArrayList<>();
    for (Member.Parameter parameter : invoke.parameters()) {
      parameters.add(TypeArguments.substitute(parameter.type(), named));
    }
    return new Signature(parameters, TypeArguments.substitute(invoke.type(), named));
  }
}
