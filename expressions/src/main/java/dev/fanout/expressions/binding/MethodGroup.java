package dev.fanout.expressions.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The name of a method where no call stands behind it: it becomes a delegate (10.8). */
final class MethodGroup implements Deferred {
  private static final Member.Target NOT_NULL =
      new Member.Target(
          Member.Invocation.STATIC,
          "java/util/Objects",
          "requireNonNull",
          "(Ljava/lang/Object;)Ljava/lang/Object;");

  private final Binder binder;
  private final String name;
  private final @Nullable BoundExpression receiver;
  private final Frame parent;
  private final @Nullable LocalSymbol kept;
  private final Call call;

  /** Calls the method on the receiver that is kept, null for static ones; reports what is wrong. */
  interface Call {
    BoundExpression of(@Nullable BoundExpression receiver, List<Overloads.Argument> arguments);
  }

  MethodGroup(Binder binder, String name, @Nullable BoundExpression receiver, Call call) {
    this.binder = binder;
    this.name = name;
    this.receiver = receiver;
    this.parent = binder.frame();
    this.kept = receiver == null ? null : LocalSymbol.temporary(receiver.type(), parent);
    this.call = call;
  }

  @Override
  public String description() {
    return "the method '" + name + "'";
  }

  @Override
  public boolean isFunction() {
    return true;
  }

  @Override
  public @Nullable ClrType resultType(List<ClrType> parameterTypes) {
    BoundExpression called = called(new Frame(parent), parameterTypes, new ArrayList<>());
    return called == null ? null : called.type();
  }

  @Override
  public @Nullable BoundExpression as(ClrType type) {
    Delegates.Signature signature = Delegates.signature(type);
    if (signature == null) {
      return null;
    }
    Frame frame = new Frame(parent);
    List<LocalSymbol> parameters = new ArrayList<>();
    BoundExpression called = called(frame, signature.parameters(), parameters);
    BoundStatement body = called == null ? null : body(called, signature.result());
    if (body == null) {
      return null;
    }
    BoundExpression lambda =
        new BoundExpression.Lambda((ClrType.Named) type, parameters, body, Map.of(), frame);
    LocalSymbol symbol = kept;
    BoundExpression object = receiver;
    if (symbol == null || object == null) {
      return lambda;
    }
    frame.use(symbol);
    return new BoundExpression.Let(symbol, notNull(object), lambda);
  }

  private static BoundExpression notNull(BoundExpression object) {
    return object.type().form().isPrimitive()
        ? object
        : new BoundExpression.Call(NOT_NULL, List.of(object), object.type());
  }

  /** Null if no such method takes arguments of these types. */
  private @Nullable BoundExpression called(
      Frame frame, List<ClrType> types, List<LocalSymbol> parameters) {
    List<Overloads.Argument> arguments = new ArrayList<>();
    for (ClrType type : types) {
      LocalSymbol parameter = LocalSymbol.temporary(type, frame);
      parameters.add(parameter);
      arguments.add(new Overloads.Argument(null, new BoundExpression.Local(parameter), false));
    }
    Reporter reporter = binder.reporter();
    int before = reporter.count();
    LocalSymbol symbol = kept;
    BoundExpression called =
        call.of(symbol == null ? null : new BoundExpression.Local(symbol), arguments);
    boolean fits = reporter.takeSince(before).isEmpty() && !Types.isError(called.type());
    return fits ? called : null;
  }

  /** What the delegate does: gives the result of the call as an object, if it may. */
  static @Nullable BoundStatement body(BoundExpression call, ClrType result) {
    if (result == ClrType.Special.VOID) {
      return call.type() == ClrType.Special.VOID ? new BoundStatement.Effect(call) : null;
    }
    BoundExpression value = call.type() == ClrType.Special.VOID ? null : passed(call, result);
    BoundExpression object = value == null ? null : Conversions.implicit(value, Types.OBJECT);
    return object == null ? null : new BoundStatement.Return(object);
  }

  /** Only the same type, or a reference as another (20.4). */
  static @Nullable BoundExpression passed(BoundExpression value, ClrType type) {
    boolean fits =
        value.type().equals(type)
            || (!value.type().isValueType()
                && !type.isValueType()
                && Conversions.isReferenceUp(value.type(), type));
    return fits ? Conversions.implicit(value, type) : null;
  }
}
