package dev.fanout.expressions.binding;

import dev.fanout.expressions.binding.BoundExpression.Constant;
import dev.fanout.expressions.syntax.ExpressionSyntax;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arrays: new ones, and their elements (ECMA-334 12.8.16.5 and 17). */
final class ArrayBinder {
  private static final String MULTI = "dev/fanout/expressions/runtime/MultiArray";
  private static final String ARRAYS = "dev/fanout/expressions/runtime/Arrays";
  private static final ClrType.Array INTS = new ClrType.Array(Types.INT);
  private static final ClrType.Array OBJECTS = new ClrType.Array(Types.OBJECT);

  private final Binder binder;
  private final Reporter reporter;

  ArrayBinder(Binder binder) {
    this.binder = binder;
    this.reporter = binder.reporter();
  }

  BoundExpression create(ExpressionSyntax.NewArray syntax) {
    ExpressionSyntax.Initializer initializer = syntax.initializer();
    if (syntax.element() == null) {
      return initializer == null ? new BoundExpression.Invalid() : inferred(syntax, initializer);
    }
    ClrType element = binder.types().type(syntax.element());
    if (Types.isError(element)) {
      return new BoundExpression.Invalid();
    }
    ClrType.Array type = new ClrType.Array(element, syntax.rank());
    List<BoundExpression> sizes = new ArrayList<>();
    for (ExpressionSyntax size : syntax.sizes()) {
      BoundExpression bound = number(binder.value(size), size, "checkedSize");
      if (Types.isError(bound.type())) {
        return bound;
      }
      sizes.add(bound);
    }
    if (initializer != null) {
      return filled(type, initializer, sizes);
    }
    if (type.rank() > 1) {
      return new BoundExpression.Call(
          target("create", "(Ljava/lang/String;[I)L" + MULTI + ";"),
          List.of(name(element), new BoundExpression.NewArray(INTS, null, sizes)),
          type);
    }
    return new BoundExpression.NewArray(type, sizes.get(0), List.of());
  }

  private BoundExpression inferred(
      ExpressionSyntax.NewArray syntax, ExpressionSyntax.Initializer initializer) {
    List<ExpressionSyntax> leaves = new ArrayList<>();
    leaves(initializer, syntax.rank(), leaves);
    List<BoundExpression> bound = new ArrayList<>();
    for (ExpressionSyntax leaf : leaves) {
      if (leaf instanceof ExpressionSyntax.Initializer) {
        return reporter.error("TYPE_MISMATCH", leaf, "no value stands here (CS0623)");
      }
      BoundExpression value = binder.value(leaf);
      if (Types.isError(value.type())) {
        return value;
      }
      bound.add(value);
    }
    ClrType element = Binder.bestCommonType(bound);
    if (element == null) {
      return reporter.error("TYPE_MISMATCH", syntax, "the elements have no common type (CS0826)");
    }
    return filled(new ClrType.Array(element, syntax.rank()), initializer, List.of());
  }

  private static void leaves(
      ExpressionSyntax.Initializer initializer, int rank, List<ExpressionSyntax> leaves) {
    for (ExpressionSyntax item : initializer.elements()) {
      if (rank > 1 && item instanceof ExpressionSyntax.Initializer inner) {
        leaves(inner, rank - 1, leaves);
      } else {
        leaves.add(item);
      }
    }
  }

  /** {@code {…}} where an array of this type is wanted; sizes that are written must agree. */
  BoundExpression filled(
      ClrType.Array type, ExpressionSyntax.Initializer initializer, List<BoundExpression> sizes) {
    int[] lengths = new int[type.rank()];
    java.util.Arrays.fill(lengths, -1);
    List<BoundExpression> values = new ArrayList<>();
    if (!collect(initializer, 0, lengths, type.element(), values)) {
      return new BoundExpression.Invalid();
    }
    for (int i = 0; i < sizes.size(); i++) {
      Object size = sizes.get(i) instanceof Constant constant ? constant.value() : null;
      if (!Integer.valueOf(Math.max(0, lengths[i])).equals(size)) {
        return reporter.error(
            "TYPE_MISMATCH", initializer, "the size is not the number of elements (CS0847)");
      }
    }
    if (type.rank() == 1) {
      return new BoundExpression.NewArray(type, null, values);
    }
    List<BoundExpression> lengthValues = new ArrayList<>();
    for (int length : lengths) {
      lengthValues.add(new Constant(Types.INT, Math.max(0, length)));
    }
    return new BoundExpression.Call(
        target("of", "(Ljava/lang/String;[I[Ljava/lang/Object;)L" + MULTI + ";"),
        List.of(
            name(type.element()),
            new BoundExpression.NewArray(INTS, null, lengthValues),
            new BoundExpression.NewArray(OBJECTS, null, objects(values))),
        type);
  }

  private boolean collect(
      ExpressionSyntax.Initializer initializer,
      int dimension,
      int[] lengths,
      ClrType element,
      List<BoundExpression> values) {
    int count = initializer.elements().size();
    if (lengths[dimension] >= 0 && lengths[dimension] != count) {
      reporter.error("TYPE_MISMATCH", initializer, "all rows have the same length (CS0847)");
      return false;
    }
    lengths[dimension] = count;
    for (ExpressionSyntax item : initializer.elements()) {
      boolean isInner = dimension + 1 < lengths.length;
      if (item instanceof ExpressionSyntax.Initializer inner) {
        if (!isInner) {
          reporter.error(
              "SYNTAX_ERROR", item, "'{…}' is no value: 'new' is missing before it (CS0623)");
          return false;
        }
        if (!collect(inner, dimension + 1, lengths, element, values)) {
          return false;
        }
        continue;
      }
      if (isInner) {
        reporter.error("SYNTAX_ERROR", item, "'{…}' is expected here (CS0846)");
        return false;
      }
      BoundExpression value = binder.value(item, element);
      if (Types.isError(value.type())) {
        return false;
      }
      values.add(value);
    }
    return true;
  }

  /** {@code array[indexes]}: an element, or a place in an array of several dimensions. */
  BoundExpression element(
      BoundExpression array, List<Overloads.Argument> arguments, ExpressionSyntax at) {
    ClrType.Array type = (ClrType.Array) array.type();
    if (arguments.size() != type.rank()) {
      return reporter.error(
          "CALL_MISMATCH", at, "the array has " + type.rank() + " indexes (CS0022)");
    }
    List<BoundExpression> indexes = new ArrayList<>();
    for (Overloads.Argument argument : arguments) {
      if (argument.isOut()) {
        return reporter.error("CALL_MISMATCH", at, "an index is neither 'ref' nor 'out' (CS1615)");
      }
      BoundExpression index = number(argument.value(), at, "index");
      if (Types.isError(index.type())) {
        return index;
      }
      indexes.add(index);
    }
    return type.rank() == 1
        ? new BoundExpression.ArrayElement(array, indexes.get(0), type.element())
        : place(array, indexes, type);
  }

  /** An element as a place that is handed over by reference; null for what is none. */
  static BoundExpression.@Nullable Property element(BoundExpression value) {
    if (value instanceof BoundExpression.Property place) {
      return place;
    }
    if (!(value instanceof BoundExpression.ArrayElement element)) {
      return null;
    }
    LocalSymbol array = LocalSymbol.temporary(element.array().type());
    LocalSymbol index = LocalSymbol.temporary(element.index().type());
    BoundExpression kept =
        new BoundExpression.ArrayElement(
            new BoundExpression.Local(array), new BoundExpression.Local(index), element.type());
    LocalSymbol given = LocalSymbol.temporary(element.type());
    return new BoundExpression.Property(
        List.of(element.array(), element.index()),
        List.of(array, index),
        kept,
        given,
        new BoundExpression.Assignment(kept, new BoundExpression.Local(given)),
        element.type());
  }

  private static BoundExpression.Property place(
      BoundExpression array, List<BoundExpression> indexes, ClrType.Array type) {
    List<BoundExpression> arguments = new ArrayList<>();
    arguments.add(array);
    arguments.addAll(indexes);
    List<LocalSymbol> locals = new ArrayList<>();
    List<BoundExpression> kept = new ArrayList<>();
    for (BoundExpression argument : arguments) {
      LocalSymbol local = LocalSymbol.temporary(argument.type());
      locals.add(local);
      kept.add(new BoundExpression.Local(local));
    }
    BoundExpression place = new BoundExpression.NewArray(INTS, null, kept.subList(1, kept.size()));
    LocalSymbol value = LocalSymbol.temporary(type.element());
    return new BoundExpression.Property(
        arguments,
        locals,
        MemberBinder.fromObject(
            new BoundExpression.Call(
                target("get", "(L" + MULTI + ";[I)Ljava/lang/Object;"),
                List.of(kept.get(0), place),
                Types.OBJECT),
            type.element()),
        value,
        new BoundExpression.Call(
            target("set", "(L" + MULTI + ";[ILjava/lang/Object;)V"),
            List.of(kept.get(0), place, object(new BoundExpression.Local(value))),
            ClrType.Special.VOID),
        type.element());
  }

  /** {@code Length} and the like; null for what no array has. */
  static @Nullable BoundExpression property(BoundExpression array, String name) {
    boolean isMulti = ((ClrType.Array) array.type()).rank() > 1;
    return switch (name) {
      case "Length" ->
          isMulti
              ? new BoundExpression.Call(
                  target("length", "(L" + MULTI + ";)I"), List.of(array), Types.INT)
              : new BoundExpression.ArrayLength(array);
      case "Rank" ->
          isMulti
              ? new BoundExpression.Call(
                  target("rank", "(L" + MULTI + ";)I"), List.of(array), Types.INT)
              : null;
      default -> null;
    };
  }

  /** {@code GetLength(dimension)} and the like, of arrays of several dimensions. */
  static @Nullable BoundExpression call(
      BoundExpression array, String name, List<Overloads.Argument> arguments) {
    if (!(array.type() instanceof ClrType.Array type) || type.rank() == 1) {
      return null;
    }
    String method =
        switch (name) {
          case "GetLength" -> "getLength";
          case "GetUpperBound" -> "getUpperBound";
          case "GetLowerBound" -> "getLowerBound";
          default -> null;
        };
    BoundExpression dimension =
        method == null || arguments.size() != 1
            ? null
            : Conversions.implicit(arguments.get(0).value(), Types.INT);
    return dimension == null || method == null
        ? null
        : new BoundExpression.Call(
            target(method, "(L" + MULTI + ";I)I"), List.of(array, dimension), Types.INT);
  }

  /** An int; of larger types the number is checked when it is known. */
  private BoundExpression number(BoundExpression value, ExpressionSyntax at, String check) {
    if (Types.isError(value.type())) {
      return value;
    }
    BoundExpression number = Conversions.implicit(value, Types.INT);
    if (number instanceof Constant constant
        && constant.value() instanceof Integer known
        && known < 0
        && check.equals("checkedSize")) {
      return reporter.error("CONSTANT_OVERFLOW", at, "an array has no negative size (CS0248)");
    }
    if (number != null) {
      return number;
    }
    BoundExpression wide = Conversions.implicit(value, Types.LONG);
    if (wide == null) {
      BoundExpression unsigned = Conversions.implicit(value, Types.ULONG);
      wide = unsigned == null ? null : large(unsigned, at);
    }
    return wide == null
        ? binder.convert(value, Types.INT, at)
        : Types.isError(wide.type())
            ? wide
            : new BoundExpression.Call(
                new Member.Target(Member.Invocation.STATIC, ARRAYS, check, "(J)I"),
                List.of(wide),
                Types.INT);
  }

  private BoundExpression large(BoundExpression unsigned, ExpressionSyntax at) {
    try {
      BoundExpression wide = Conversions.explicit(unsigned, Types.LONG);
      return wide == null ? new BoundExpression.Invalid() : wide;
    } catch (Constants.NotComputable e) {
      return reporter.error("CONSTANT_OVERFLOW", at, e.getMessage() + " (CS0221)");
    }
  }

  private static BoundExpression name(ClrType element) {
    return new Constant(Types.STRING, RuntimeNames.of(element));
  }

  private static List<BoundExpression> objects(List<BoundExpression> values) {
    return values.stream().map(ArrayBinder::object).toList();
  }

  private static BoundExpression object(BoundExpression value) {
    BoundExpression object = Conversions.implicit(value, Types.OBJECT);
    return object == null ? value : object;
  }

  private static Member.Target target(String name, String descriptor) {
    return new Member.Target(Member.Invocation.STATIC, MULTI, name, descriptor);
  }
}
