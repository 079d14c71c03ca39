package dev.fanout.expressions.binding;

import dev.fanout.expressions.syntax.ExpressionSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Properties and indexers that are assigned. */
final class PlaceBinder {
  private final MemberBinder members;
  private final Reporter reporter;

  PlaceBinder(MemberBinder members, Reporter reporter) {
    this.members = members;
    this.reporter = reporter;
  }

  /** The property of this name; reports what cannot be assigned. */
  BoundExpression property(BoundExpression receiver, String name, int start, int end) {
    if (Types.isError(receiver.type())) {
      return receiver;
    }
    if (Tuples.isTuple(receiver.type()) && Tuples.indexOf(receiver.type(), name) >= 0) {
      return item(receiver, Tuples.indexOf(receiver.type(), name), start, end);
    }
    for (ClrType level : MemberBinder.levels(receiver.type())) {
      for (Member found : MemberBinder.members(level, name)) {
        if (found instanceof Member.Method method
            && method.kind() == Member.Kind.PROPERTY
            && !method.isStatic()) {
          return method.setter() == null
              ? readOnly(name, start, end)
              : place(method, level, receiver, List.of());
        }
      }
    }
    return members.memberNotFound(receiver.type(), name, start, end);
  }

  /** An item of a tuple in a variable: the variable gets another tuple. */
  private BoundExpression item(BoundExpression tuple, int index, int start, int end) {
    boolean isVariable =
        tuple instanceof BoundExpression.Local local
            ? !local.symbol().isReadOnly()
            : tuple instanceof BoundExpression.ArrayElement;
    if (!isVariable) {
      return reporter.error(
          "NOT_ASSIGNABLE", start, end, "this tuple is no variable (CS1612)", null);
    }
    LocalSymbol value = LocalSymbol.temporary(Tuples.itemType(tuple.type(), index));
    return new BoundExpression.Property(
        List.of(),
        List.of(),
        Tuples.item(tuple, index),
        value,
        new BoundExpression.Assignment(
            tuple, Tuples.with(tuple, index, new BoundExpression.Local(value))),
        value.type());
  }

  /** An array's element, or what an indexer with these arguments gives. */
  BoundExpression element(
      BoundExpression receiver, List<Overloads.Argument> arguments, ExpressionSyntax at) {
    if (Types.isError(receiver.type())) {
      return receiver;
    }
    if (receiver.type() instanceof ClrType.Array) {
      return members.element(receiver, arguments, at);
    }
    for (ClrType level : MemberBinder.levels(receiver.type())) {
      List<Member.Method> indexers =
          MemberBinder.methods(MemberBinder.members(level, "this[]"), false);
      Map<String, ClrType> known =
          level instanceof ClrType.Named named ? TypeArguments.mapOf(named) : Map.of();
      Overloads.Applicable best =
          Overloads.best(Overloads.applicable(indexers, known, List.of(), arguments), arguments);
      if (best != null) {
        return best.method().setter() == null
            ? readOnly("this[]", at.start(), at.end())
            : place(best.method(), level, receiver, best.arguments());
      }
    }
    // Says what is wrong.
    return members.element(receiver, arguments, at);
  }

  private BoundExpression readOnly(String name, int start, int end) {
    return reporter.error(
        "NOT_ASSIGNABLE", start, end, "'" + name + "' is only read (CS0200)", null);
  }

  private static BoundExpression place(
      Member.Method method,
      ClrType level,
      BoundExpression receiver,
      List<BoundExpression> arguments) {
    ClrType type = MemberBinder.typeOf(method.type(), level);
    List<BoundExpression> values = new ArrayList<>();
    BoundExpression self = Conversions.implicit(receiver, level);
    values.add(self == null ? receiver : self);
    for (int i = 0; i < arguments.size(); i++) {
      values.add(MemberBinder.erased(arguments.get(i), method.parameters().get(i).type()));
    }
    List<LocalSymbol> locals = new ArrayList<>();
    List<BoundExpression> kept = new ArrayList<>();
    for (BoundExpression value : values) {
      LocalSymbol local = LocalSymbol.temporary(value.type());
      locals.add(local);
      kept.add(new BoundExpression.Local(local));
    }
    LocalSymbol value = LocalSymbol.temporary(type);
    List<BoundExpression> withValue = new ArrayList<>(kept);
    withValue.add(MemberBinder.erased(new BoundExpression.Local(value), method.type()));
    return new BoundExpression.Property(
        values,
        locals,
        MemberBinder.result(method, kept, type),
        value,
        new BoundExpression.Call(setter(method), withValue, ClrType.Special.VOID),
        type);
  }

  private static Member.Target setter(Member.Method method) {
    Member.@Nullable Target setter = method.setter();
    if (setter == null) {
      throw new IllegalArgumentException(method + " is only read");
    }
    return setter;
  }
}
