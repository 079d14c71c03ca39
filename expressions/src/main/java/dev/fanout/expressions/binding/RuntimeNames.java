package dev.fanout.expressions.binding;

import java.util.ArrayList;
import java.util.List;

/**
 * The names that types have while code runs: full ones, with their arguments in angle brackets, as
 * {@code System.Collections.Generic.List<System.String>} and {@code System.Int32[]}. From the
 * eighth on, the items of a tuple are in another one.
 */
public final class RuntimeNames {
  private RuntimeNames() {}

  public static String of(ClrType type) {
    if (type instanceof ClrType.Array array) {
      return of(array.element()) + "[" + ",".repeat(array.rank() - 1) + "]";
    }
    if (type instanceof ClrType.Named named && !named.arguments().isEmpty()) {
      return constructed(
          named.fullName(), named.arguments().stream().map(RuntimeNames::of).toList());
    }
    return type.fullName();
  }

  private static String constructed(String name, List<String> arguments) {
    List<String> shown = arguments;
    if (arguments.size() > Tuples.OWN_ITEMS && name.equals(Tuples.NAME)) {
      shown = new ArrayList<>(arguments.subList(0, Tuples.OWN_ITEMS));
      shown.add(constructed(name, arguments.subList(Tuples.OWN_ITEMS, arguments.size())));
    }
    return name + "<" + String.join(",", shown) + ">";
  }
}
