package dev.fanout.expressions.binding;

import dev.fanout.expressions.syntax.ExpressionSyntax;
import java.util.ArrayList;
import java.util.List;

/** Object and collection initializers (ECMA-334 12.8.16.3 and 12.8.16.4). */
final class InitializerBinder {
  private final Binder binder;
  private final MemberBinder members;
  private final PlaceBinder places;
  private final Reporter reporter;

  InitializerBinder(Binder binder, MemberBinder members, PlaceBinder places) {
    this.binder = binder;
    this.members = members;
    this.places = places;
    this.reporter = binder.reporter();
  }

  /** The new object, filled. */
  BoundExpression filled(BoundExpression creation, ExpressionSyntax.Initializer initializer) {
    if (Types.isError(creation.type())) {
      return creation;
    }
    LocalSymbol object = LocalSymbol.temporary(creation.type());
    List<BoundExpression> effects = new ArrayList<>();
    effects.add(new BoundExpression.Assignment(new BoundExpression.Local(object), creation));
    fill(new BoundExpression.Local(object), initializer, effects);
    boolean valid = effects.stream().noneMatch(effect -> Types.isError(effect.type()));
    return valid
        ? new BoundExpression.Sequence(effects, new BoundExpression.Local(object))
        : new BoundExpression.Invalid();
  }

  private void fill(
      BoundExpression object,
      ExpressionSyntax.Initializer initializer,
      List<BoundExpression> effects) {
    List<ExpressionSyntax> elements = initializer.elements();
    boolean ofMembers =
        !elements.isEmpty() && elements.get(0) instanceof ExpressionSyntax.Assignment;
    for (ExpressionSyntax element : elements) {
      if (ofMembers != isMember(element)) {
        effects.add(
            reporter.error(
                "SYNTAX_ERROR", element, "an initializer has either members or elements (CS0747)"));
        return;
      }
      if (ofMembers) {
        member(object, (ExpressionSyntax.Assignment) element, effects);
      } else {
        effects.add(added(object, element));
      }
    }
  }

  private static boolean isMember(ExpressionSyntax element) {
    return element instanceof ExpressionSyntax.Assignment assignment
        && assignment.operator().equals("=")
        && (assignment.target() instanceof ExpressionSyntax.Name
            || assignment.target() instanceof ExpressionSyntax.InitializerKey);
  }

  private void member(
      BoundExpression object,
      ExpressionSyntax.Assignment assignment,
      List<BoundExpression> effects) {
    if (assignment.value() instanceof ExpressionSyntax.Initializer nested) {
      // The value that is there already is filled.
      BoundExpression value = read(object, assignment.target());
      if (Types.isError(value.type())) {
        effects.add(value);
        return;
      }
      LocalSymbol local = LocalSymbol.temporary(value.type());
      effects.add(new BoundExpression.Assignment(new BoundExpression.Local(local), value));
      fill(new BoundExpression.Local(local), nested, effects);
      return;
    }
    BoundExpression place;
    if (assignment.target() instanceof ExpressionSyntax.InitializerKey key) {
      List<Overloads.Argument> arguments = members.arguments(key.arguments());
      place =
          arguments == null
              ? new BoundExpression.Invalid()
              : places.element(object, arguments, assignment.target());
    } else {
      ExpressionSyntax.Name name = (ExpressionSyntax.Name) assignment.target();
      place = places.property(object, name.name(), name.start(), name.end());
    }
    if (Types.isError(place.type())) {
      binder.value(assignment.value());
      effects.add(place);
      return;
    }
    BoundExpression value = binder.value(assignment.value(), place.type());
    effects.add(Types.isError(value.type()) ? value : new BoundExpression.Assignment(place, value));
  }

  private BoundExpression read(BoundExpression object, ExpressionSyntax target) {
    if (target instanceof ExpressionSyntax.InitializerKey key) {
      List<Overloads.Argument> arguments = members.arguments(key.arguments());
      return arguments == null
          ? new BoundExpression.Invalid()
          : members.element(object, arguments, target);
    }
    ExpressionSyntax.Name name = (ExpressionSyntax.Name) target;
    return members.property(object, name.name(), name.start(), name.end());
  }

  /** {@code object.Add(…)}. */
  private BoundExpression added(BoundExpression object, ExpressionSyntax element) {
    List<ExpressionSyntax> values =
        element instanceof ExpressionSyntax.Initializer several
            ? several.elements()
            : List.of(element);
    List<ExpressionSyntax.Argument> arguments = new ArrayList<>();
    for (ExpressionSyntax value : values) {
      arguments.add(new ExpressionSyntax.Argument(null, null, value));
    }
    if (StatementBinder.itemType(object.type()) == null) {
      return reporter.error(
          "TYPE_MISMATCH",
          element,
          "'" + object.type().display() + "' is no collection to be filled (CS1922)");
    }
    ExpressionSyntax receiver = new ExpressionSyntax.Invalid(element.start(), element.start());
    ExpressionSyntax.Member add =
        new ExpressionSyntax.Member(receiver, "Add", List.of(), element.start(), element.end());
    List<Overloads.Argument> bound = members.arguments(arguments);
    return bound == null
        ? new BoundExpression.Invalid()
        : members.instanceCall(
            object,
            add,
            List.of(),
            bound,
            new ExpressionSyntax.Call(add, arguments, element.end()));
  }
}
