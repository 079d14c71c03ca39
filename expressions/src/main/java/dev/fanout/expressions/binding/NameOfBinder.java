package dev.fanout.expressions.binding;

import dev.fanout.expressions.binding.BoundExpression.Constant;
import dev.fanout.expressions.syntax.ExpressionSyntax;
import dev.fanout.expressions.syntax.TypeSyntax;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code nameof(a.b)} (ECMA-334 12.8.22): the last name, if there is such a thing. */
final class NameOfBinder {
  private final Binder binder;
  private final Reporter reporter;

  NameOfBinder(Binder binder) {
    this.binder = binder;
    this.reporter = binder.reporter();
  }

  BoundExpression name(ExpressionSyntax.Call call) {
    if (call.arguments().size() != 1) {
      return reporter.error("CALL_MISMATCH", call, "'nameof' takes one name");
    }
    ExpressionSyntax argument = call.arguments().get(0).value();
    String name = lastName(argument);
    if (name == null) {
      return reporter.error("NAME_EXPECTED", argument, "this has no name (CS8081)");
    }
    return isNamespaceOrType(argument) || isKnown(argument)
        ? new Constant(Types.STRING, name)
        : new BoundExpression.Invalid();
  }

  private static @Nullable String lastName(ExpressionSyntax syntax) {
    if (syntax instanceof ExpressionSyntax.Name name) {
      return name.name();
    }
    return syntax instanceof ExpressionSyntax.Member member ? member.name() : null;
  }

  private boolean isNamespaceOrType(ExpressionSyntax syntax) {
    if (syntax instanceof ExpressionSyntax.Name name && !name.typeArguments().isEmpty()) {
      return isGenericType(name.name(), name.typeArguments());
    }
    if (syntax instanceof ExpressionSyntax.Member member && !member.typeArguments().isEmpty()) {
      String namespace = TypeResolver.dottedName(member.target());
      return namespace != null
          && isGenericType(namespace + "." + member.name(), member.typeArguments());
    }
    String dotted = TypeResolver.dottedName(syntax);
    return dotted != null
        && binder.scope().find(dotted) == null
        && (binder.types().isNamespace(dotted) || binder.types().definition(syntax) != null);
  }

  private boolean isGenericType(String name, List<TypeSyntax> arguments) {
    return arguments.stream().noneMatch(argument -> Types.isError(binder.types().type(argument)))
        && binder.types().definition(name, arguments.size()) != null;
  }

  /** A value, a method, or a member of a type even where only an object has it. */
  private boolean isKnown(ExpressionSyntax syntax) {
    if (syntax instanceof ExpressionSyntax.Member member) {
      TypeDefinition definition = binder.types().definition(member.target());
      if (definition != null && !definition.members(member.name()).isEmpty()) {
        return true;
      }
    }
    return !Types.isError(binder.expression(syntax).type());
  }
}
