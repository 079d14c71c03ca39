package dev.fanout.expressions.binding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Putting types in the place of type parameters, and finding out which. */
final class TypeArguments {
  /** What an array of T is: each of these, of T. */
  static final Set<String> ARRAY_INTERFACES =
      Set.of(
          "System.Collections.Generic.IEnumerable",
          "System.Collections.Generic.ICollection",
          "System.Collections.Generic.IList",
          "System.Collections.Generic.IReadOnlyCollection",
          "System.Collections.Generic.IReadOnlyList");

  private TypeArguments() {}

  /** The type with the parameters of {@code receiver}'s definition replaced by its arguments. */
  static ClrType substitute(ClrType type, ClrType.Named receiver) {
    return receiver.arguments().isEmpty() ? type : substitute(type, mapOf(receiver));
  }

  static Map<String, ClrType> mapOf(ClrType.Named type) {
    Map<String, ClrType> map = new HashMap<>();
    List<String> names = type.definition().typeParameters();
    for (int i = 0; i < names.size() && i < type.arguments().size(); i++) {
      map.put(names.get(i), type.arguments().get(i));
    }
    return map;
  }

  static ClrType substitute(ClrType type, Map<String, ClrType> map) {
    if (map.isEmpty()) {
      return type;
    }
    if (type instanceof ClrType.Parameter parameter) {
      return map.getOrDefault(parameter.name(), type);
    }
    if (type instanceof ClrType.Array array) {
      return new ClrType.Array(substitute(array.element(), map), array.rank());
    }
    if (type instanceof ClrType.Named named && !named.arguments().isEmpty()) {
      List<ClrType> arguments = new ArrayList<>();
      named.arguments().forEach(argument -> arguments.add(substitute(argument, map)));
      return new ClrType.Named(named.definition(), arguments, named.names());
    }
    return type;
  }

  /** Does a type parameter stand anywhere in it? */
  static boolean isOpen(ClrType type) {
    return type instanceof ClrType.Parameter
        || (type instanceof ClrType.Array array && isOpen(array.element()))
        || (type instanceof ClrType.Named named
            && named.arguments().stream().anyMatch(TypeArguments::isOpen));
  }

  /** Nothing is inferred from a type that is several constructions of a definition. */
  static boolean isOnly(ClrType.Named seen, ClrType type) {
    if (!(type instanceof ClrType.Named named) || named.definition() == seen.definition()) {
      return true;
    }
    for (ClrType base : named.definition().bases()) {
      ClrType substituted = substitute(base, named);
      ClrType.Named found = as(substituted, seen.definition());
      if (found != null && !(found.equals(seen) && isOnly(seen, substituted))) {
        return false;
      }
    }
    return true;
  }

  /** The type as a construction of the definition: itself, or one of its bases. */
  static ClrType.@Nullable Named as(ClrType type, TypeDefinition definition) {
    if (type instanceof ClrType.Array array && ARRAY_INTERFACES.contains(definition.fullName())) {
      return new ClrType.Named(definition, List.of(array.element()));
    }
    if (!(type instanceof ClrType.Named named)) {
      return null;
    }
    if (named.definition() == definition) {
      return named;
    }
    for (ClrType base : named.definition().bases()) {
      ClrType.Named found = as(substitute(base, named), definition);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
