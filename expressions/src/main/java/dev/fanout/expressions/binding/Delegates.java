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

  private Delegates() {}

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
