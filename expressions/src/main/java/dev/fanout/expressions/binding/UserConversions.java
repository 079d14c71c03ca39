package dev.fanout.expressions.binding;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Conversions that types declare (ECMA-334 10.5): the most specific operator, if there is one. */
final class UserConversions {
  private UserConversions() {}

  /** An operator and the types it stands between. */
  private record Operator(Member.Method method, ClrType source, ClrType target) {}

  static @Nullable BoundExpression implicit(BoundExpression from, ClrType to) {
    List<Operator> usable = new ArrayList<>();
    for (Operator operator : operators(from.type(), to, false)) {
      if (converts(from, operator.source()) && standard(operator.target(), to)) {
        usable.add(operator);
      }
    }
    ClrType source = closest(from.type(), sources(usable), true);
    ClrType target = closest(to, targets(usable), false);
    Operator operator = only(usable, source, target);
    if (operator == null) {
      return null;
    }
    BoundExpression argument = Conversions.standard(from, operator.source());
    return argument == null ? null : Conversions.standard(call(operator, argument), to);
  }

  static @Nullable BoundExpression explicit(BoundExpression from, ClrType to) {
    List<Operator> usable = new ArrayList<>();
    for (Operator operator : operators(from.type(), to, true)) {
      boolean takes = converts(from, operator.source()) || standard(operator.source(), from.type());
      boolean gives = standard(operator.target(), to) || standard(to, operator.target());
      if (takes && gives) {
        usable.add(operator);
      }
    }
    Set<ClrType> wide = new LinkedHashSet<>();
    Set<ClrType> narrow = new LinkedHashSet<>();
    for (Operator operator : usable) {
      if (converts(from, operator.source())) {
        wide.add(operator.source());
      }
      if (standard(operator.target(), to)) {
        narrow.add(operator.target());
      }
    }
    ClrType source =
        wide.isEmpty()
            ? closest(from.type(), sources(usable), false)
            : closest(from.type(), wide, true);
    ClrType target =
        narrow.isEmpty() ? closest(to, targets(usable), true) : closest(to, narrow, false);
    Operator operator = only(usable, source, target);
    if (operator == null) {
      return null;
    }
    BoundExpression argument = Conversions.standardExplicit(from, operator.source());
    return argument == null ? null : Conversions.standardExplicit(call(operator, argument), to);
  }

  private static BoundExpression call(Operator operator, BoundExpression argument) {
    return new BoundExpression.Call(
        operator.method().target(), List.of(argument), operator.target());
  }

  private static Set<ClrType> sources(List<Operator> operators) {
    Set<ClrType> types = new LinkedHashSet<>();
    operators.forEach(operator -> types.add(operator.source()));
    return types;
  }

  private static Set<ClrType> targets(List<Operator> operators) {
    Set<ClrType> types = new LinkedHashSet<>();
    operators.forEach(operator -> types.add(operator.target()));
    return types;
  }

  /**
   * The wanted type itself if it is there; else the one that all others are wider than ({@code
   * smallest}) or narrower than; null without such a one.
   */
  private static @Nullable ClrType closest(ClrType wanted, Set<ClrType> types, boolean smallest) {
    if (types.contains(wanted)) {
      return wanted;
    }
    for (ClrType type : types) {
      boolean fits = true;
      for (ClrType other : types) {
        fits &= smallest ? standard(type, other) : standard(other, type);
      }
      if (fits) {
        return type;
      }
    }
    return null;
  }

  private static @Nullable Operator only(
      List<Operator> operators, @Nullable ClrType source, @Nullable ClrType target) {
    Operator found = null;
    for (Operator operator : operators) {
      if (operator.source().equals(source) && operator.target().equals(target)) {
        if (found != null) {
          return null;
        }
        found = operator;
      }
    }
    return found;
  }

  private static boolean converts(BoundExpression from, ClrType to) {
    return Conversions.standard(from, to) != null;
  }

  private static boolean standard(ClrType from, ClrType to) {
    return from.equals(to) || converts(new BoundExpression.Local(LocalSymbol.temporary(from)), to);
  }

  /** Of both types and their base classes; those that make interfaces are no conversions. */
  private static List<Operator> operators(ClrType from, ClrType to, boolean isExplicit) {
    List<Operator> found = new ArrayList<>();
    Set<ClrType> owners = new LinkedHashSet<>();
    addOwners(Types.underlying(from), owners, true);
    addOwners(Types.underlying(to), owners, isExplicit);
    for (ClrType owner : owners) {
      addOperators((ClrType.Named) owner, "implicit", found);
      if (isExplicit) {
        addOperators((ClrType.Named) owner, "explicit", found);
      }
    }
    return found;
  }

  private static void addOwners(ClrType type, Set<ClrType> owners, boolean bases) {
    if (!(type instanceof ClrType.Named named) || Conversions.isInterface(type)) {
      return;
    }
    owners.add(named);
    if (bases) {
      for (ClrType base : named.definition().bases()) {
        addOwners(TypeArguments.substitute(base, named), owners, true);
      }
    }
  }

  private static void addOperators(ClrType.Named owner, String kind, List<Operator> found) {
    for (Member member : owner.definition().members(kind)) {
      Member.Method method = (Member.Method) member;
      ClrType source = TypeArguments.substitute(method.parameters().get(0).type(), owner);
      ClrType target = TypeArguments.substitute(method.type(), owner);
      if (!Conversions.isInterface(target)) {
        found.add(new Operator(method, source, target));
      }
    }
  }
}
