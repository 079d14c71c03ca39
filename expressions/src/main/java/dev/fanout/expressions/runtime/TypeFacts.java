package dev.fanout.expressions.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What running code must know of declared types: their bases and variance, and how arrays of them
 * stand on the JVM. Filled while type tables are read; names are those of {@link RuntimeTypes}.
 *
 * @param parameters names of the type parameters, which stand in {@code bases}
 * @param variance one character each: {@code +} out, {@code -} in, a blank for neither
 * @param bases names of base class and interfaces
 * @param isValue a struct or an enum
 * @param element the class of its values on the JVM, as elements of arrays; null for plain objects
 */
public record TypeFacts(
    List<String> parameters,
    String variance,
    List<String> bases,
    boolean isValue,
    boolean isEnum,
    @Nullable Class<?> element) {
  private static final Map<String, TypeFacts> KNOWN = new ConcurrentHashMap<>();
  private static final Map<String, Boolean> ANSWERS = new ConcurrentHashMap<>();
  private static final int MOST_ANSWERS = 4096;
  private static final String OBJECT = "System.Object";
  private static final Set<String> ARRAY_INTERFACES =
      Set.of(
          "System.Collections.Generic.IEnumerable",
          "System.Collections.Generic.ICollection",
          "System.Collections.Generic.IList",
          "System.Collections.Generic.IReadOnlyCollection",
          "System.Collections.Generic.IReadOnlyList");
  private static final Set<String> ARRAY_BASES =
      Set.of(
          "System.Array",
          "System.Collections.IEnumerable",
          "System.Collections.ICollection",
          "System.Collections.IList");

  /** Called while a type table is read; the same type may come again. */
  public static void declare(String fullName, TypeFacts facts) {
    KNOWN.put(key(fullName, facts.parameters().size()), facts);
    ANSWERS.clear();
  }

  /** Facts of a constructed or plain type; null if no table declares it. */
  static @Nullable TypeFacts of(String name) {
    return KNOWN.get(key(definition(name), arguments(name).size()));
  }

  static boolean isValueType(String name) {
    TypeFacts facts = of(name);
    return facts != null && facts.isValue();
  }

  /** Can null be a value of it? */
  public static boolean takesNull(String name) {
    return !isValueType(name) || definition(name).equals("System.Nullable");
  }

  /** Is a value of the one type a value of the other, as it is? */
  static boolean isAssignable(String from, String to) {
    if (from.equals(to) || to.equals(OBJECT)) {
      return true;
    }
    String question = from + "\n" + to;
    Boolean known = ANSWERS.get(question);
    if (known == null) {
      if (ANSWERS.size() >= MOST_ANSWERS) {
        ANSWERS.clear();
      }
      known = decide(from, to);
      ANSWERS.put(question, known);
    }
    return known;
  }

  private static boolean decide(String from, String to) {
    if (from.endsWith("[]")) {
      return decideArray(from.substring(0, from.length() - 2), to);
    }
    String definition = definition(from);
    List<String> arguments = arguments(from);
    TypeFacts facts = KNOWN.get(key(definition, arguments.size()));
    if (facts == null) {
      return false;
    }
    if (definition.equals(definition(to)) && !arguments.isEmpty()) {
      return isVariant(facts, arguments, arguments(to));
    }
    for (String base : facts.bases()) {
      if (isAssignable(substitute(base, facts.parameters(), arguments), to)) {
        return true;
      }
    }
    return false;
  }

  private static boolean decideArray(String element, String to) {
    if (to.endsWith("[]")) {
      return isReferenceUp(element, to.substring(0, to.length() - 2));
    }
    List<String> arguments = arguments(to);
    return arguments.size() == 1 && ARRAY_INTERFACES.contains(definition(to))
        ? element.equals(arguments.get(0)) || isReferenceUp(element, arguments.get(0))
        : ARRAY_BASES.contains(to);
  }

  private static boolean isVariant(TypeFacts facts, List<String> given, List<String> wanted) {
    if (given.size() != wanted.size()) {
      return false;
    }
    for (int i = 0; i < given.size(); i++) {
      String one = given.get(i);
      String other = wanted.get(i);
      boolean follows =
          one.equals(other)
              || switch (facts.variance().charAt(i)) {
                case '+' -> isReferenceUp(one, other);
                case '-' -> isReferenceUp(other, one);
                default -> false;
              };
      if (!follows) {
        return false;
      }
    }
    return true;
  }

  private static boolean isReferenceUp(String from, String to) {
    return !isValueType(from) && !isValueType(to) && isAssignable(from, to);
  }

  private static String substitute(String name, List<String> parameters, List<String> arguments) {
    int parameter = parameters.indexOf(name);
    if (parameter >= 0) {
      return arguments.get(parameter);
    }
    if (name.endsWith("[]")) {
      return substitute(name.substring(0, name.length() - 2), parameters, arguments) + "[]";
    }
    List<String> own = arguments(name);
    if (own.isEmpty()) {
      return name;
    }
    List<String> replaced = new ArrayList<>();
    own.forEach(argument -> replaced.add(substitute(argument, parameters, arguments)));
    return definition(name) + "<" + String.join(",", replaced) + ">";
  }

  /** {@code System.Collections.Generic.List} of one of its constructions. */
  static String definition(String name) {
    int open = name.indexOf('<');
    return open < 0 || name.endsWith("]") ? name : name.substring(0, open);
  }

  /** The type arguments; none of plain types and arrays. */
  public static List<String> arguments(String name) {
    int open = name.indexOf('<');
    if (open < 0 || !name.endsWith(">")) {
      return List.of();
    }
    List<String> arguments = new ArrayList<>();
    int depth = 0;
    int start = open + 1;
    for (int i = start; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '<') {
        depth++;
      } else if (c == '>' && depth > 0) {
        depth--;
      } else if (depth == 0 && (c == ',' || c == '>')) {
        arguments.add(name.substring(start, i).trim());
        start = i + 1;
      }
    }
    return arguments;
  }

  private static String key(String definition, int arity) {
    return arity == 0 ? definition : definition + "`" + arity;
  }
}
