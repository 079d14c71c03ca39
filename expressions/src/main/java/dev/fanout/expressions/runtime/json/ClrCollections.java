package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.runtime.ArrayItems;
import dev.fanout.expressions.runtime.collections.ClrDictionary;
import dev.fanout.expressions.runtime.collections.ClrHashSet;
import dev.fanout.expressions.runtime.collections.ClrList;
import dev.fanout.expressions.runtime.collections.ClrQueue;
import dev.fanout.expressions.runtime.collections.ClrStack;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The collections that JSON can become; of interfaces the usual class. */
final class ClrCollections {
  private static final String GENERIC = "System.Collections.Generic.";

  private ClrCollections() {}

  private static String simpleName(ClrTypeName type) {
    return type.definition().startsWith(GENERIC)
        ? type.definition().substring(GENERIC.length())
        : "";
  }

  static boolean isDictionary(ClrTypeName type) {
    return !type.isArray()
        && type.arguments().size() == 2
        && switch (simpleName(type)) {
          case "Dictionary", "IDictionary", "IReadOnlyDictionary" -> true;
          default -> false;
        };
  }

  static boolean isPair(ClrTypeName type) {
    return !type.isArray()
        && type.arguments().size() == 2
        && simpleName(type).equals("KeyValuePair");
  }

  static ClrDictionary dictionary(ClrTypeName type) {
    return ClrDictionary.create(type.arguments().get(0), type.arguments().get(1));
  }

  /** The name of the type of the items; null for what is no list. */
  static @Nullable String elementType(ClrTypeName type) {
    if (type.isArray()) {
      return type.definition();
    }
    return switch (simpleName(type)) {
      case "List",
          "IList",
          "ICollection",
          "IEnumerable",
          "IReadOnlyList",
          "IReadOnlyCollection",
          "HashSet",
          "ISet",
          "Queue",
          "Stack" ->
          type.arguments().isEmpty() ? null : type.arguments().get(0);
      default -> null;
    };
  }

  static Object list(ClrTypeName type, String element, List<@Nullable Object> items) {
    if (type.isArray()) {
      return ArrayItems.of(element, items);
    }
    List<@Nullable Object> copy = new ArrayList<>(items);
    return switch (simpleName(type)) {
      case "HashSet", "ISet" -> ClrHashSet.create((Object) copy, element);
      case "Queue" -> ClrQueue.create((Object) copy, element);
      case "Stack" -> ClrStack.create((Object) copy, element);
      default -> ClrList.create((Object) copy, element);
    };
  }
}
