package dev.fanout.expressions.binding;

import dev.fanout.expressions.syntax.ExpressionSyntax;
import dev.fanout.expressions.syntax.TypeSyntax;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From names to types: simple names of everything imported, and full names. */
final class TypeResolver {
  private final TypeTable table;
  private final Reporter reporter;

  TypeResolver(TypeTable table, Reporter reporter) {
    this.table = table;
    this.reporter = reporter;
  }

  /** The type; reports and gives ERROR if there is none. */
  ClrType type(TypeSyntax syntax) {
    List<ClrType> arguments = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    for (TypeSyntax.Part part : syntax.parts()) {
      name.append(name.length() == 0 ? "" : ".").append(part.name());
      for (TypeSyntax argument : part.arguments()) {
        ClrType type = type(argument);
        if (Types.isError(type)) {
          return type;
        }
        arguments.add(type);
      }
    }
    TypeDefinition definition = definition(name.toString(), arguments.size());
    if (syntax.tupleNames().stream().filter(n -> !n.isEmpty()).distinct().count()
        < syntax.tupleNames().stream().filter(n -> !n.isEmpty()).count()) {
      reporter.error(
          "NAME_TAKEN", syntax.start(), syntax.end(), "two items have one name (CS8127)", null);
      return ClrType.Special.ERROR;
    }
    if (definition == null && !syntax.tupleNames().isEmpty()) {
      reporter.error(
          "UNSUPPORTED",
          syntax.start(),
          syntax.end(),
          "a tuple of more than " + Tuples.MOST_ITEMS + " items is not supported yet",
          null);
      return ClrType.Special.ERROR;
    }
    if (definition == null) {
      notFound(name.toString(), syntax.start(), syntax.end());
      return ClrType.Special.ERROR;
    }
    ClrType type = new ClrType.Named(definition, arguments, syntax.tupleNames());
    if (syntax.nullable()) {
      if (!type.isValueType() || Types.isNullable(type)) {
        reporter.error(
            "TYPE_MISMATCH",
            syntax.start(),
            syntax.end(),
            "'" + type.display() + "' is no value type, so '?' does not apply",
            null);
        return ClrType.Special.ERROR;
      }
      type = Types.nullable(type);
    }
    for (int i = syntax.arrayRanks().size() - 1; i >= 0; i--) {
      type = new ClrType.Array(type, syntax.arrayRanks().get(i));
    }
    return type;
  }

  @Nullable TypeDefinition definition(String name, int arity) {
    return name.indexOf('.') < 0 ? table.bySimpleName(name, arity) : table.byFullName(name, arity);
  }

  /** The type that a dotted name means; null if it is a value or nothing. */
  @Nullable TypeDefinition definition(ExpressionSyntax syntax) {
    if (syntax instanceof ExpressionSyntax.KeywordType keyword) {
      return table.bySimpleName(keyword.keyword(), 0);
    }
    String name = dottedName(syntax);
    return name == null ? null : definition(name, 0);
  }

  /** {@code a.b.c}; null for anything else. */
  static @Nullable String dottedName(ExpressionSyntax syntax) {
    if (syntax instanceof ExpressionSyntax.Name name) {
      return name.typeArguments().isEmpty() ? name.name() : null;
    }
    if (syntax instanceof ExpressionSyntax.Member member && member.typeArguments().isEmpty()) {
      String target = dottedName(member.target());
      return target == null ? null : target + "." + member.name();
    }
    return null;
  }

  boolean isNamespace(String name) {
    return table.isNamespace(name);
  }

  void notFound(String name, int start, int end) {
    if (table.isPending(name)) {
      reporter.error(
          "UNSUPPORTED", start, end, "the type '" + name + "' is not supported yet", null);
      return;
    }
    String hint = Reporter.didYouMean(name, table.simpleNames());
    reporter.error(
        "TYPE_NOT_ALLOWED",
        start,
        end,
        "'" + name + "' is not among the types that policy expressions may use",
        hint);
  }
}
