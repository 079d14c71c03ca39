package dev.fanout.expressions.binding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The name of a generic local function where no call stands behind it. */
final class GenericFunctionGroup implements Deferred {
  private final Binder binder;
  private final GenericFunction function;
  private final List<ClrType> typeArguments;
  private final Frame parent;
  private final int start;
  private final int end;

  /**
   * {@code start..end} is where the name stands.
   *
   * @param typeArguments the written ones; empty for inference
   */
  GenericFunctionGroup(
      Binder binder, GenericFunction function, List<ClrType> typeArguments, int start, int end) {
    this.binder = binder;
    this.function = function;
    this.typeArguments = typeArguments;
    this.parent = binder.frame();
    this.start = start;
    this.end = end;
  }

  @Override
  public String description() {
    return "the function '" + function.name() + "'";
  }

  @Override
  public boolean isFunction() {
    return true;
  }

  @Override
  public @Nullable ClrType resultType(List<ClrType> parameterTypes) {
    FunctionSymbol made = made(parameterTypes);
    return made == null ? null : made.type();
  }

  @Override
  public @Nullable BoundExpression as(ClrType type) {
    Delegates.Signature signature = Delegates.signature(type);
    FunctionSymbol made = signature == null ? null : made(signature.parameters());
    return made == null ? null : new FunctionGroup(binder, made, parent, start, end).as(type);
  }

  private @Nullable FunctionSymbol made(List<ClrType> parameterTypes) {
    List<Overloads.Argument> arguments = new ArrayList<>();
    for (ClrType type : parameterTypes) {
      arguments.add(
          new Overloads.Argument(
              null, new BoundExpression.Local(LocalSymbol.temporary(type)), false));
    }
    FunctionBinder functions = new FunctionBinder(binder);
    Overloads.Applicable chosen = functions.chosen(function, typeArguments, arguments);
    return chosen == null ? null : functions.made(function, chosen);
  }
}
