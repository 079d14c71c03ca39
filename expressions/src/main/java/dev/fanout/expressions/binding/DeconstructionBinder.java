package dev.fanout.expressions.binding;

import dev.fanout.expressions.syntax.ExpressionSyntax;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code (a, b) = value} and {@code var (a, b) = value} (ECMA-334 12.21.2): all items are evaluated
 * before the first is assigned. Used once.
 */
final class DeconstructionBinder {
  private final Binder binder;
  private final Reporter reporter;
  private final List<LocalSymbol> kept = new ArrayList<>();
  private final List<BoundExpression> values = new ArrayList<>();
  private final List<BoundExpression> assignments = new ArrayList<>();

  DeconstructionBinder(Binder binder) {
    this.binder = binder;
    this.reporter = binder.reporter();
  }

  BoundExpression assignment(ExpressionSyntax.Tuple target, ExpressionSyntax.Assignment syntax) {
    if (!syntax.operator().equals("=")) {
      return reporter.error("OPERATOR_MISMATCH", syntax, "a tuple is only assigned with '='");
    }
    int problems = reporter.count();
    BoundExpression value = binder.untyped(syntax.value());
    if (Types.isError(value.type())) {
      declareAll(target);
      return value;
    }
    BoundExpression result = apart(target, value, syntax.value());
    if (reporter.count() > problems || result == null) {
      return new BoundExpression.Invalid();
    }
    result = new BoundExpression.Sequence(assignments, result);
    for (int i = kept.size() - 1; i >= 0; i--) {
      result = new BoundExpression.Let(kept.get(i), values.get(i), result);
    }
    return result;
  }

  /** So that what follows knows the names. */
  private void declareAll(ExpressionSyntax.Tuple target) {
    for (ExpressionSyntax.AnonymousMember element : target.elements()) {
      if (element.value() instanceof ExpressionSyntax.Tuple nested) {
        declareAll(nested);
      } else if (element.value() instanceof ExpressionSyntax.Declaration declaration
          && !declaration.name().equals("_")) {
        declare(declaration, ClrType.Special.ERROR);
      }
    }
  }

  private LocalSymbol declare(ExpressionSyntax.Declaration declaration, ClrType type) {
    return binder.declare(declaration.name(), type, declaration.start(), declaration.end(), false);
  }

  /** Assigns the items; the tuple of what was assigned, null if it has no type. */
  private @Nullable BoundExpression apart(
      ExpressionSyntax.Tuple target, BoundExpression value, ExpressionSyntax at) {
    List<BoundExpression> items = items(value);
    if (items == null || items.size() != target.elements().size()) {
      declareAll(target);
      return reporter.error(
          "TYPE_MISMATCH",
          at,
          items == null
              ? "'" + value.type().display() + "' is no tuple (CS8129)"
              : "there are "
                  + items.size()
                  + " items, not "
                  + target.elements().size()
                  + " (CS8132)");
    }
    List<BoundExpression> results = new ArrayList<>();
    List<ClrType> types = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      BoundExpression result = item(target.elements().get(i).value(), items.get(i), at);
      if (result == null) {
        return null;
      }
      results.add(result);
      types.add(result.type());
    }
    ClrType.Named type = Tuples.type(types, List.of());
    return new BoundExpression.TupleLiteral(results, type);
  }

  private @Nullable List<BoundExpression> items(BoundExpression value) {
    if (value instanceof BoundExpression.TupleLiteral literal) {
      return literal.items();
    }
    if (value instanceof BoundExpression.Untyped untyped) {
      return untyped.deferred() instanceof TupleBinder.Literal literal ? literal.items() : null;
    }
    if (Tuples.isTuple(value.type())) {
      return Tuples.items(keep(value));
    }
    List<String> names = parts(value.type());
    if (names.isEmpty()) {
      return null;
    }
    BoundExpression whole = keep(value);
    List<BoundExpression> items = new ArrayList<>();
    for (String name : names) {
      items.add(binder.members().property(whole, name, 0, 0));
    }
    return items;
  }

  /** What the {@code Deconstruct} of .NET gives, in its order. */
  private static List<String> parts(ClrType type) {
    return switch (type.fullName()) {
      case "System.Collections.Generic.KeyValuePair" -> List.of("Key", "Value");
      case "System.Tuple" ->
          List.of("Item1", "Item2", "Item3", "Item4", "Item5", "Item6", "Item7")
              .subList(0, ((ClrType.Named) type).arguments().size());
      default -> List.of();
    };
  }

  private BoundExpression keep(BoundExpression value) {
    LocalSymbol symbol = LocalSymbol.temporary(value.type());
    kept.add(symbol);
    values.add(value);
    return new BoundExpression.Local(symbol);
  }

  private @Nullable BoundExpression item(
      ExpressionSyntax target, BoundExpression item, ExpressionSyntax at) {
    if (target instanceof ExpressionSyntax.Tuple nested) {
      return apart(nested, item, at);
    }
    if (target instanceof ExpressionSyntax.Declaration declaration) {
      return declared(declaration, item);
    }
    if (isDiscard(target)) {
      return typed(item, target);
    }
    BoundExpression place = new AssignmentBinder(binder).target(target);
    return Types.isError(place.type()) ? null : assign(place, item, target);
  }

  private boolean isDiscard(ExpressionSyntax target) {
    return target instanceof ExpressionSyntax.Name name
        && name.name().equals("_")
        && binder.scope().find("_") == null;
  }

  private @Nullable BoundExpression typed(BoundExpression item, ExpressionSyntax at) {
    if (item.type() instanceof ClrType.Special) {
      reporter.error("TYPE_UNKNOWN", at, "the type of this item is not known (CS8130)");
      return null;
    }
    return keep(item);
  }

  private @Nullable BoundExpression declared(
      ExpressionSyntax.Declaration declaration, BoundExpression item) {
    boolean isVar = declaration.type().isVar();
    BoundExpression known = isVar ? typed(item, declaration) : item;
    ClrType type =
        known == null
            ? ClrType.Special.ERROR
            : isVar ? known.type() : binder.types().type(declaration.type());
    if (declaration.name().equals("_")) {
      return known == null ? null : keep(binder.convert(known, type, declaration));
    }
    LocalSymbol symbol = declare(declaration, type);
    return known == null || Types.isError(type)
        ? null
        : assign(new BoundExpression.Local(symbol), known, declaration);
  }

  private @Nullable BoundExpression assign(
      BoundExpression place, BoundExpression item, ExpressionSyntax at) {
    BoundExpression converted = binder.convert(item, place.type(), at);
    if (Types.isError(converted.type())) {
      return null;
    }
    BoundExpression value = keep(converted);
    assignments.add(new BoundExpression.Assignment(place, value));
    return value;
  }
}
