package dev.fanout.expressions.binding;

import dev.fanout.expressions.binding.BoundExpression.Constant;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which conversions there are (ECMA-334 clause 10), and the bound expression of each. */
final class Conversions {
  private Conversions() {}

  /** The value as {@code to}, by an implicit conversion; null without one. */
  static @Nullable BoundExpression implicit(BoundExpression from, ClrType to) {
    return implicit(from, to, true);
  }

  /** Without conversions that types declare themselves. */
  static @Nullable BoundExpression standard(BoundExpression from, ClrType to) {
    return implicit(from, to, false);
  }

  private static @Nullable BoundExpression implicit(
      BoundExpression from, ClrType to, boolean declared) {
    ClrType type = from.type();
    if (type.equals(to) || Types.isError(type) || Types.isError(to)) {
      return from;
    }
    if (type == ClrType.Special.VOID || to == ClrType.Special.VOID) {
      return null;
    }
    if (from instanceof BoundExpression.Untyped untyped) {
      return untyped.deferred().as(to);
    }
    if (type == ClrType.Special.NULL) {
      return Types.takesNull(to) ? new Constant(to, null) : null;
    }
    BoundExpression constant = implicitConstant(from, to);
    if (constant != null) {
      return constant;
    }
    Numeric source = Types.numeric(type);
    Numeric target = Types.numeric(to);
    if (source != null && target != null && source.widensTo(target)) {
      return numeric(from, to);
    }
    if (Types.isNullable(to)) {
      BoundExpression nullable = implicitToNullable(from, to, declared);
      return nullable == null && declared ? UserConversions.implicit(from, to) : nullable;
    }
    if (isInterface(to)) {
      BoundExpression view = view(from, to);
      if (view != null) {
        return view;
      }
    }
    if (Tuples.isTuple(type) && Tuples.isTuple(to)) {
      return Tuples.convert(from, to);
    }
    if (isReferenceUp(type, to)) {
      boolean boxes = type.isValueType() && !Types.isNullable(type);
      return new BoundExpression.Conversion(
          from, boxes ? ConversionKind.BOX : ConversionKind.NONE, to);
    }
    return declared ? UserConversions.implicit(from, to) : null;
  }

  /** Is there an implicit conversion of values that are not known? */
  static boolean exists(ClrType from, ClrType to) {
    return from.equals(to)
        || implicit(new BoundExpression.Local(LocalSymbol.temporary(from)), to) != null;
  }

  private static @Nullable BoundExpression implicitToNullable(
      BoundExpression from, ClrType to, boolean declared) {
    ClrType inner = Types.underlying(to);
    if (!Types.isNullable(from.type())) {
      BoundExpression value = implicit(from, inner, declared);
      return value == null ? null : new BoundExpression.Conversion(value, ConversionKind.WRAP, to);
    }
    LocalSymbol box = LocalSymbol.temporary(from.type());
    BoundExpression value = implicit(unwrap(new BoundExpression.Local(box)), inner, declared);
    return value == null ? null : lifted(from, box, value, to);
  }

  private static BoundExpression lifted(
      BoundExpression from, LocalSymbol box, BoundExpression value, ClrType to) {
    return new BoundExpression.ConditionalAccess(
        from, box, new BoundExpression.Conversion(value, ConversionKind.WRAP, to), to);
  }

  static BoundExpression unwrap(BoundExpression nullable) {
    return new BoundExpression.Conversion(
        nullable, ConversionKind.UNWRAP, Types.underlying(nullable.type()));
  }

  /** ECMA-334 10.2.11: an int constant that fits; and the literal 0 as an enum. */
  private static @Nullable BoundExpression implicitConstant(BoundExpression from, ClrType to) {
    if (!(from instanceof Constant constant) || constant.value() == null) {
      return null;
    }
    Numeric source = Types.numeric(constant.type());
    if (source != Numeric.INT && source != Numeric.LONG) {
      return null;
    }
    BigInteger value = Constants.integer(constant);
    if (Types.isEnum(to)) {
      return value.signum() == 0 ? new Constant(to, 0) : null;
    }
    Numeric target = Types.numeric(to);
    if (target == null || !target.isIntegral() || target == Numeric.CHAR) {
      return null;
    }
    if (source == Numeric.LONG && target != Numeric.ULONG) {
      return null;
    }
    return value.compareTo(target.lowest()) >= 0 && value.compareTo(target.highest()) <= 0
        ? Constants.ofInteger(value, to)
        : null;
  }

  /** The value as {@code to}, by a cast; null if no cast can do it. */
  static @Nullable BoundExpression explicit(BoundExpression from, ClrType to) {
    BoundExpression standard = implicit(from, to);
    if (standard == null) {
      standard = standardExplicit(from, to);
    }
    return standard != null ? standard : UserConversions.explicit(from, to);
  }

  /** Without conversions that types declare themselves. */
  static @Nullable BoundExpression standardExplicit(BoundExpression from, ClrType to) {
    BoundExpression implicit = standard(from, to);
    if (implicit != null) {
      return implicit;
    }
    ClrType type = from.type();
    Numeric source = Types.numeric(type);
    Numeric target = Types.numeric(to);
    if (source != null && target != null) {
      return numeric(from, to);
    }
    boolean enums = Types.isEnum(type) || Types.isEnum(to);
    if (enums && (source != null || Types.isEnum(type)) && (target != null || Types.isEnum(to))) {
      return enumeration(from, to);
    }
    if (Types.isNullable(type) || Types.isNullable(to)) {
      return explicitNullable(from, to);
    }
    if (to.isValueType() && !type.isValueType()) {
      return isReferenceUp(to, type)
          ? new BoundExpression.Conversion(from, ConversionKind.UNBOX, to)
          : null;
    }
    if (!type.isValueType() && !to.isValueType() && isCastPossible(type, to)) {
      return new BoundExpression.Conversion(from, ConversionKind.CAST, to);
    }
    return null;
  }

  private static @Nullable BoundExpression explicitNullable(BoundExpression from, ClrType to) {
    ClrType type = from.type();
    if (!Types.isNullable(to)) {
      BoundExpression value = explicit(unwrap(from), to);
      return to.isValueType() ? value : null;
    }
    ClrType inner = Types.underlying(to);
    if (Types.isNullable(type)) {
      LocalSymbol box = LocalSymbol.temporary(type);
      BoundExpression value = explicit(unwrap(new BoundExpression.Local(box)), inner);
      return value == null ? null : lifted(from, box, value, to);
    }
    if (!type.isValueType()) {
      return isReferenceUp(inner, type)
          ? new BoundExpression.Conversion(from, ConversionKind.UNBOX_NULLABLE, to)
          : null;
    }
    BoundExpression value = explicit(from, inner);
    return value == null ? null : new BoundExpression.Conversion(value, ConversionKind.WRAP, to);
  }

  private static BoundExpression numeric(BoundExpression from, ClrType to) {
    if (from instanceof Constant constant && constant.value() != null) {
      Constant folded = Constants.convert(constant, to);
      if (folded != null) {
        return folded;
      }
    }
    return new BoundExpression.Conversion(from, ConversionKind.NUMERIC, to);
  }

  /** Enums stand as their int. */
  private static BoundExpression enumeration(BoundExpression from, ClrType to) {
    BoundExpression number =
        from instanceof Constant constant
            ? new Constant(Types.isEnum(from.type()) ? Types.INT : from.type(), constant.value())
            : Types.isEnum(from.type())
                ? new BoundExpression.Conversion(from, ConversionKind.NONE, Types.INT)
                : from;
    if (!Types.isEnum(to)) {
      return number.type().equals(to) ? number : numeric(number, to);
    }
    BoundExpression asInt = number.type().equals(Types.INT) ? number : numeric(number, Types.INT);
    return asInt instanceof Constant constant
        ? new Constant(to, constant.value())
        : new BoundExpression.Conversion(asInt, ConversionKind.NONE, to);
  }

  /** What a table says of how a class becomes one of its interfaces. */
  private static @Nullable BoundExpression view(BoundExpression from, ClrType to) {
    if (!(from.type() instanceof ClrType.Named named) || isInterface(named)) {
      return null;
    }
    for (Member member : named.definition().members("implicit")) {
      if (member.type().equals(to)) {
        return new BoundExpression.Call(((Member.Method) member).target(), List.of(from), to);
      }
    }
    return null;
  }

  /** Identity, a base, an interface, an array as what it offers; boxing included. */
  static boolean isReferenceUp(ClrType from, ClrType to) {
    if (from.equals(to)) {
      return true;
    }
    if (to.equals(Types.OBJECT)) {
      return from != ClrType.Special.VOID;
    }
    if (from instanceof ClrType.Array array) {
      return isArrayUp(array, to);
    }
    if (from instanceof ClrType.Named named) {
      ClrType inner = Types.underlying(from);
      if (!inner.equals(from)) {
        return !to.isValueType() && isReferenceUp(inner, to);
      }
      for (ClrType base : named.definition().bases()) {
        if (isReferenceUp(TypeArguments.substitute(base, named), to)) {
          return true;
        }
      }
      return isVariant(named, to);
    }
    return false;
  }

  /** {@code IEnumerable<string>} is an {@code IEnumerable<object>} (ECMA-334 18.2.3.3). */
  private static boolean isVariant(ClrType.Named from, ClrType to) {
    if (!(to instanceof ClrType.Named target)
        || target.definition() != from.definition()
        || from.arguments().isEmpty()) {
      return false;
    }
    for (int i = 0; i < from.arguments().size(); i++) {
      ClrType given = from.arguments().get(i);
      ClrType wanted = target.arguments().get(i);
      boolean references = !given.isValueType() && !wanted.isValueType();
      boolean follows =
          given.equals(wanted)
              || switch (from.definition().variance(i)) {
                case NONE -> false;
                case OUT -> references && isReferenceUp(given, wanted);
                case IN -> references && isReferenceUp(wanted, given);
              };
      if (!follows) {
        return false;
      }
    }
    return true;
  }

  private static boolean isArrayUp(ClrType.Array from, ClrType to) {
    if (to instanceof ClrType.Array target) {
      return target.rank() == from.rank()
          && !from.element().isValueType()
          && isReferenceUp(from.element(), target.element());
    }
    if (to instanceof ClrType.Named named && named.arguments().size() == 1) {
      ClrType argument = named.arguments().get(0);
      return from.rank() == 1
          && TypeArguments.ARRAY_INTERFACES.contains(named.definition().fullName())
          && (argument.equals(from.element())
              || (!from.element().isValueType() && isReferenceUp(from.element(), argument)));
    }
    return to instanceof ClrType.Named named
        && (named.definition().fullName().equals("System.Array")
            || named.definition().fullName().equals("System.Collections.IEnumerable"));
  }

  /** ECMA-334 10.3.5. */
  static boolean isCastPossible(ClrType from, ClrType to) {
    return isReferenceUp(to, from)
        || (isInterface(from) && (!isSealed(to) || isReferenceUp(to, from)))
        || (isInterface(to) && !isSealed(from))
        || (from instanceof ClrType.Array one
            && to instanceof ClrType.Array other
            && !one.element().isValueType()
            && !other.element().isValueType()
            && isCastPossible(one.element(), other.element()))
        || (to instanceof ClrType.Array array && isSequenceOf(from, array.element()));
  }

  /** A sequence's interface, which an array of such elements may stand behind. */
  private static boolean isSequenceOf(ClrType type, ClrType element) {
    return isInterface(type)
        && ((ClrType.Named) type).arguments().size() == 1
        && isArrayUp(new ClrType.Array(element), type);
  }

  private static boolean isSealed(ClrType type) {
    return type.equals(Types.STRING) || type instanceof ClrType.Array;
  }

  static boolean isInterface(ClrType type) {
    return type instanceof ClrType.Named named
        && named.definition().kind() == TypeDefinition.Kind.INTERFACE;
  }
}
