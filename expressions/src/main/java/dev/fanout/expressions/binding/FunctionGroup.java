package dev.fanout.expressions.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The name of a local function where no call stands behind it. */
final class FunctionGroup implements Deferred {
  private final Binder binder;
  private final FunctionSymbol function;
  private final int start;
  private final int end;
  private final Frame parent;

  /** {@code start..end} is where the name stands. */
  FunctionGroup(Binder binder, FunctionSymbol function, int start, int end) {
    this(binder, function, binder.frame(), start, end);
  }

  FunctionGroup(Binder binder, FunctionSymbol function, Frame parent, int start, int end) {
    this.binder = binder;
    this.function = function;
    this.start = start;
    this.end = end;
    this.parent = parent;
  }

  FunctionSymbol function() {
    return function;
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
    return parameterTypes.size() == function.signature().parameters().size()
        ? function.type()
        : null;
  }

  @Override
  public @Nullable BoundExpression as(ClrType type) {
    Delegates.Signature signature = Delegates.signature(type);
    if (signature == null
        || signature.parameters().size() != function.signature().parameters().size()) {
      return null;
    }
    Frame frame = new Frame(parent);
    List<LocalSymbol> parameters = new ArrayList<>();
    List<BoundExpression> arguments = new ArrayList<>();
    for (int i = 0; i < signature.parameters().size(); i++) {
      Member.Parameter parameter = function.signature().parameters().get(i);
      LocalSymbol symbol = LocalSymbol.temporary(signature.parameters().get(i), frame);
      BoundExpression argument =
          MethodGroup.passed(new BoundExpression.Local(symbol), parameter.type());
      if (argument == null || parameter.isOut()) {
        return null;
      }
      parameters.add(symbol);
      arguments.add(argument);
    }
    BoundExpression call =
        new BoundExpression.LocalCall(function, arguments, function.type(), start, end);
    BoundStatement body = MethodGroup.body(call, signature.result());
    if (body == null) {
      return null;
    }
    frame.use(function);
    binder.add(frame);
    return new BoundExpression.Lambda((ClrType.Named) type, parameters, body, Map.of(), frame);
  }
}
