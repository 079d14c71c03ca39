package dev.fanout.expressions.binding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of two methods takes the arguments better (ECMA-334 12.6.4.3 to 12.6.4.7). */
final class Betterness {
  private Betterness() {}

  static boolean isBetter(
      Overloads.Applicable one, Overloads.Applicable other, List<Overloads.Argument> arguments) {
    boolean better = false;
    boolean same = true;
    for (int i = 0; i < arguments.size(); i++) {
      ClrType a = one.parameterTypes().get(i);
      ClrType b = other.parameterTypes().get(i);
      int order = arguments.get(i).isOut() ? 0 : compare(arguments.get(i).value(), a, b);
      if (order < 0) {
        return false;
      }
      better |= order > 0;
      same &= a.equals(b);
    }
    return better || (same && breaksTie(one, other));
  }

  private static boolean breaksTie(Overloads.Applicable one, Overloads.Applicable other) {
    boolean generic = !one.method().typeParameters().isEmpty();
    boolean otherGeneric = !other.method().typeParameters().isEmpty();
    if (generic != otherGeneric) {
      return otherGeneric;
    }
    if (one.expanded() != other.expanded()) {
      return other.expanded();
    }
    if (one.expanded() && one.method().parameters().size() != other.method().parameters().size()) {
      return one.method().parameters().size() > other.method().parameters().size();
    }
    if ((one.defaults() == 0) != (other.defaults() == 0)) {
      return one.defaults() == 0;
    }
    return isMoreSpecific(one.openTypes(), other.openTypes());
  }

  private static boolean isMoreSpecific(List<ClrType> one, List<ClrType> other) {
    boolean more = false;
    for (int i = 0; i < one.size(); i++) {
      int order = specificity(one.get(i), other.get(i));
      if (order < 0) {
        return false;
      }
      more |= order > 0;
    }
    return more;
  }

  /** A type parameter says less than anything else. */
  private static int specificity(ClrType a, ClrType b) {
    boolean openA = a instanceof ClrType.Parameter;
    boolean openB = b instanceof ClrType.Parameter;
    if (openA || openB) {
      return Boolean.compare(openB, openA);
    }
    if (a instanceof ClrType.Array x && b instanceof ClrType.Array y) {
      return specificity(x.element(), y.element());
    }
    if (a instanceof ClrType.Named x
        && b instanceof ClrType.Named y
        && x.arguments().size() == y.arguments().size()) {
      int order = 0;
      for (int i = 0; i < x.arguments().size(); i++) {
        int inner = specificity(x.arguments().get(i), y.arguments().get(i));
        if (inner != 0 && order != 0 && inner != order) {
          return 0;
        }
        order = inner == 0 ? order : inner;
      }
      return order;
    }
    return 0;
  }

  /** Positive if the argument goes better to {@code a}, 0 if neither is better. */
  private static int compare(BoundExpression argument, ClrType a, ClrType b) {
    if (a.equals(b)) {
      return 0;
    }
    if (argument instanceof BoundExpression.Untyped untyped) {
      return compareFunctions(untyped.deferred(), a, b);
    }
    return compare(argument.type(), a, b);
  }

  private static int compare(@Nullable ClrType given, ClrType a, ClrType b) {
    if (a.equals(given)) {
      return b.equals(given) ? 0 : 1;
    }
    return b.equals(given) ? -1 : compareTargets(a, b);
  }

  /** 12.6.4.6: of the same parameters, by what the function gives. */
  private static int compareFunctions(Deferred function, ClrType a, ClrType b) {
    Delegates.Signature one = Delegates.signature(a);
    Delegates.Signature other = Delegates.signature(b);
    if (one == null
        || other == null
        || !function.isFunction()
        || !one.parameters().equals(other.parameters())) {
      return compareTargets(a, b);
    }
    boolean isVoid = one.result() == ClrType.Special.VOID;
    boolean otherIsVoid = other.result() == ClrType.Special.VOID;
    if (isVoid || otherIsVoid) {
      return Boolean.compare(otherIsVoid, isVoid);
    }
    return one.result().equals(other.result())
        ? 0
        : compare(function.resultType(one.parameters()), one.result(), other.result());
  }

  /** 12.6.4.7. */
  private static int compareTargets(ClrType a, ClrType b) {
    boolean aToB = Conversions.exists(a, b);
    boolean bToA = Conversions.exists(b, a);
    if (aToB != bToA) {
      return aToB ? 1 : -1;
    }
    Delegates.Signature one = Delegates.signature(a);
    Delegates.Signature other = Delegates.signature(b);
    if (one != null && other != null && one.parameters().equals(other.parameters())) {
      return compareTargets(one.result(), other.result());
    }
    Numeric x = Types.numeric(Types.underlying(a));
    Numeric y = Types.numeric(Types.underlying(b));
    if (x != null
        && y != null
        && x.isIntegral()
        && y.isIntegral()
        && x.isSigned() != y.isSigned()) {
      return x.isSigned() ? 1 : -1;
    }
    return 0;
  }
}
