package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.runtime.Defaults;
import dev.fanout.expressions.runtime.RuntimeTypes;
import dev.fanout.expressions.runtime.TypeFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A .NET type by its name, as reified type parameters hand it over: {@code
 * System.Collections.Generic.Dictionary<System.String,System.Int32>}.
 *
 * @param definition the name without type arguments; of an array that of its elements
 * @param arguments names of the type arguments
 */
record ClrTypeName(String definition, List<String> arguments, boolean isArray) {
  private static final String NULLABLE = "System.Nullable<";

  static ClrTypeName parse(String name) {
    if (name.endsWith("[]")) {
      return new ClrTypeName(name.substring(0, name.length() - 2), List.of(), true);
    }
    int open = name.indexOf('<');
    return open < 0
        ? new ClrTypeName(name, List.of(), false)
        : new ClrTypeName(name.substring(0, open), TypeFacts.arguments(name), false);
  }

  /** The name of {@code T} for {@code T?}; null for what is not nullable in that way. */
  static @Nullable String underlying(String name) {
    return name.startsWith(NULLABLE) ? TypeFacts.arguments(name).get(0) : null;
  }

  /** {@code default(T)}, boxed; null of references and nullable types. */
  static @Nullable Object defaultOf(String name) {
    return Defaults.boxed(name);
  }

  /** The name of an object's type in messages. */
  static String reflected(Object value) {
    return reflectedName(RuntimeTypes.nameOf(value));
  }

  /** The type's name in messages. */
  static String reflectedName(String name) {
    return RuntimeTypes.reflectionName(name);
  }
}
