package dev.fanout.expressions.binding;

import dev.fanout.expressions.syntax.ExpressionSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tuple literals and their comparison (ECMA-334 12.8.6 and 12.12.11). */
final class TupleBinder {
  private static final Pattern RESERVED =
      Pattern.compile("Item[1-9][0-9]*|Rest|ToString|Equals|GetHashCode|CompareTo|Deconstruct");

  private final Binder binder;
  private final Reporter reporter;

  TupleBinder(Binder binder) {
    this.binder = binder;
    this.reporter = binder.reporter();
  }

  BoundExpression literal(ExpressionSyntax.Tuple syntax) {
    List<BoundExpression> items = new ArrayList<>();
    boolean typed = true;
    for (ExpressionSyntax.AnonymousMember element : syntax.elements()) {
      BoundExpression item = binder.untyped(element.value());
      if (Types.isError(item.type())) {
        return item;
      }
      typed &= !(item.type() instanceof ClrType.Special);
      items.add(item);
    }
    List<String> names = names(syntax);
    if (names == null) {
      return new BoundExpression.Invalid();
    }
    if (!typed) {
      return new BoundExpression.Untyped(new Literal(items));
    }
    ClrType.Named type = Tuples.type(items.stream().map(BoundExpression::type).toList(), names);
    return new BoundExpression.TupleLiteral(items, type);
  }

  /** The names of the items, written or inferred; none at all if no item has one. */
  private @Nullable List<String> names(ExpressionSyntax.Tuple syntax) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < syntax.elements().size(); i++) {
      ExpressionSyntax.AnonymousMember element = syntax.elements().get(i);
      String written = element.name();
      if (written != null) {
        boolean misplaced =
            RESERVED.matcher(written).matches() && !written.equals("Item" + (i + 1));
        if (misplaced || names.contains(written)) {
          reporter.error(
              "NAME_TAKEN", element.value(), "'" + written + "' cannot name this item (CS8125)");
          return null;
        }
      }
      names.add(written == null ? "" : written);
    }
    List<String> inferred = new ArrayList<>();
    for (ExpressionSyntax.AnonymousMember element : syntax.elements()) {
      String name = element.name() == null ? AnonymousBinder.inferredName(element.value()) : null;
      inferred.add(name == null || RESERVED.matcher(name).matches() ? "" : name);
    }
    for (int i = 0; i < names.size(); i++) {
      String name = inferred.get(i);
      if (!name.isEmpty()
          && !names.contains(name)
          && inferred.indexOf(name) == inferred.lastIndexOf(name)) {
        names.set(i, name);
      }
    }
    return names.stream().allMatch(String::isEmpty) ? List.of() : names;
  }

  /** {@code ==} and {@code !=} of two tuples, item by item; null if they are none. */
  @Nullable BoundExpression equality(
      String operator, BoundExpression left, BoundExpression right, ExpressionSyntax at) {
    if (!isTuple(left) || !isTuple(right)) {
      return null;
    }
    List<LocalSymbol> kept = new ArrayList<>();
    List<BoundExpression> values = new ArrayList<>();
    List<BoundExpression> one = items(left, kept, values);
    List<BoundExpression> other = items(right, kept, values);
    if (one.size() != other.size()) {
      return reporter.error(
          "OPERATOR_MISMATCH", at, "the tuples differ in their number of items (CS8384)");
    }
    BoundExpression result = null;
    for (int i = 0; i < one.size(); i++) {
      BoundExpression same = binder.binary(operator, one.get(i), other.get(i), at);
      if (Types.isError(same.type())) {
        return same;
      }
      result =
          result == null ? same : new BoundExpression.Logical(operator.equals("=="), result, same);
    }
    for (int i = kept.size() - 1; i >= 0 && result != null; i--) {
      result = new BoundExpression.Let(kept.get(i), values.get(i), result);
    }
    return result;
  }

  private static boolean isTuple(BoundExpression value) {
    return Tuples.isTuple(value.type())
        || (value instanceof BoundExpression.Untyped untyped
            && untyped.deferred() instanceof Literal);
  }

  /** The items, each evaluated once, all before they are compared. */
  private static List<BoundExpression> items(
      BoundExpression tuple, List<LocalSymbol> kept, List<BoundExpression> values) {
    List<BoundExpression> given = null;
    if (tuple instanceof BoundExpression.TupleLiteral literal) {
      given = literal.items();
    } else if (tuple instanceof BoundExpression.Untyped untyped
        && untyped.deferred() instanceof Literal literal) {
      given = literal.items();
    }
    if (given == null) {
      return Tuples.items(kept(tuple, kept, values));
    }
    List<BoundExpression> items = new ArrayList<>();
    for (BoundExpression item : given) {
      boolean simple =
          item instanceof BoundExpression.Constant || item instanceof BoundExpression.Untyped;
      items.add(simple ? item : kept(item, kept, values));
    }
    return items;
  }

  private static BoundExpression kept(
      BoundExpression value, List<LocalSymbol> kept, List<BoundExpression> values) {
    LocalSymbol symbol = LocalSymbol.temporary(value.type());
    kept.add(symbol);
    values.add(value);
    return new BoundExpression.Local(symbol);
  }

  /** A literal with an item that has no type by itself, such as null. */
  record Literal(List<BoundExpression> items) implements Deferred {
    @Override
    public @Nullable BoundExpression as(ClrType type) {
      BoundExpression tuple = Tuples.convert(items, Types.underlying(type));
      return tuple == null ? null : Conversions.implicit(tuple, type);
    }

    @Override
    public String description() {
      return "this tuple";
    }
  }
}
