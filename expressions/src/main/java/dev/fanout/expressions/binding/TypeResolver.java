package dev.fanout.expressions.binding;

import dev.fanout.expressions.syntax.ExpressionSyntax;
import dev.fanout.expressions.syntax.TypeSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** From names to types: simple names of everything imported, and full names. */
final class TypeResolver {
  private final TypeTable table;
  private final Reporter reporter;
  private final Supplier<Scope> current;

  /** Where type parameters are looked for instead; null for the current place. */
  private @Nullable Scope other;

  private Map<String, ClrType> named = Map.of();

  /** {@code current} gives the scope of the place that is being bound. */
  TypeResolver(TypeTable table, Reporter reporter, Supplier<Scope> current) {
    this.table = table;
    this.reporter = reporter;
    this.current = current;
  }

  /** What {@code work} gives with these names for types, in the scope. */
  <T> T within(Scope scope, Map<String, ClrType> types, Supplier<T> work) {
    Scope otherBefore = other;
    Map<String, ClrType> namedBefore = named;
    other = scope;
    named = types;
    try {
      return work.get();
    } finally {
      other = otherBefore;
      named = namedBefore;
    }
  }

  /** The type that a type parameter stands for; null for other names. */
  private @Nullable ClrType parameter(String name) {
    ClrType type = named.get(name);
    Scope scope = other;
    return type != null ? type : (scope == null ? current.get() : scope).type(name);
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
    if (hasRepeatedNames(syntax)) {
      reporter.error(
          "NAME_TAKEN", syntax.start(), syntax.end(), "two items have one name (CS8127)", null);
      return ClrType.Special.ERROR;
    }
    ClrType type = named(syntax, name.toString(), arguments);
    if (type == null) {
      notFound(name.toString(), syntax.start(), syntax.end());
      return ClrType.Special.ERROR;
    }
    if (syntax.nullable()) {
      boolean mayBe = type.isValueType() || type instanceof ClrType.Parameter;
      if (!mayBe || Types.isNullable(type)) {
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

  private static boolean hasRepeatedNames(TypeSyntax syntax) {
    List<String> names = syntax.tupleNames().stream().filter(name -> !name.isEmpty()).toList();
    return names.stream().distinct().count() < names.size();
  }

  private @Nullable ClrType named(TypeSyntax syntax, String name, List<ClrType> arguments) {
    if (!syntax.tupleNames().isEmpty()) {
      return Tuples.type(arguments, syntax.tupleNames());
    }
    ClrType parameter = arguments.isEmpty() ? parameter(name) : null;
    if (parameter != null) {
      return parameter;
    }
    TypeDefinition definition = definition(name, arguments.size());
    return definition == null ? null : new ClrType.Named(definition, arguments);
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
