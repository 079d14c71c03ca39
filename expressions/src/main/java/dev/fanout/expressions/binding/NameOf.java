package dev.fanout.expressions.binding;

import dev.fanout.expressions.binding.BoundExpression.Constant;
import dev.fanout.expressions.syntax.ExpressionSyntax;
import org.jspecify.annotations.Nullable;

/** {@code nameof(…)}: the last name, which must mean something (ECMA-334 12.8.23). */
final class NameOf {
  private final Binder binder;
  private final Reporter reporter;

  NameOf(Binder binder) {
    this.binder = binder;
    this.reporter = binder.reporter();
  }

  BoundExpression bind(ExpressionSyntax.Call call) {
    if (call.arguments().size() != 1 || call.arguments().get(0).modifier() != null) {
      return reporter.error("SYNTAX_ERROR", call, "'nameof' takes one name (CS8081)");
    }
    ExpressionSyntax syntax = call.arguments().get(0).value();
    if (syntax instanceof ExpressionSyntax.Name name) {
      return isKnown(name) ? new Constant(Types.STRING, name.name()) : unknown(name);
    }
    if (syntax instanceof ExpressionSyntax.Member member) {
      return member(member);
    }
    return reporter.error("SYNTAX_ERROR", syntax, "this has no name (CS8081)");
  }

  private boolean isKnown(ExpressionSyntax.Name name) {
    int arity = name.typeArguments().size();
    return (arity == 0 && (binder.scope().find(name.name()) != null || isContext(name)))
        || binder.types().definition(name.name(), arity) != null
        || (arity == 0 && binder.types().isNamespace(name.name()));
  }

  private static boolean isContext(ExpressionSyntax.Name name) {
    return name.name().equals("context");
  }

  private BoundExpression unknown(ExpressionSyntax.Name name) {
    BoundExpression bound = binder.value(name);
    return Types.isError(bound.type())
        ? bound
        : reporter.error("NAME_NOT_FOUND", name, "nothing is called so (CS0103)");
  }

  private BoundExpression member(ExpressionSyntax.Member member) {
    Constant named = new Constant(Types.STRING, member.name());
    String dotted = TypeResolver.dottedName(member);
    if (dotted != null
        && (binder.types().isNamespace(dotted) || binder.types().definition(member) != null)) {
      return named;
    }
    ClrType type = typeOf(member.target());
    if (type == null) {
      BoundExpression receiver = binder.value(member.target());
      if (Types.isError(receiver.type())) {
        return receiver;
      }
      type = receiver.type();
    }
    for (ClrType level : MemberBinder.levels(type)) {
      if (!MemberBinder.members(level, member.name()).isEmpty()) {
        return named;
      }
    }
    return type instanceof ClrType.Array && member.name().equals("Length")
        ? named
        : binder
            .members()
            .memberNotFound(type, member.name(), member.nameStart(), member.end());
  }

  /** The type that the target names; null if it is a value. */
  private @Nullable ClrType typeOf(ExpressionSyntax target) {
    if (target instanceof ExpressionSyntax.Name name
        && (binder.scope().find(name.name()) != null || isContext(name))) {
      return null;
    }
    TypeDefinition definition = binder.types().definition(target);
    return definition == null ? null : new ClrType.Named(definition, java.util.List.of());
  }
}
