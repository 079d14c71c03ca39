package dev.fanout.expressions.binding;

import java.util.stream.Collectors;

/**
 * The names that types have while code runs: full ones, with their arguments in angle brackets, as
 * {@code System.Collections.Generic.List<System.String>} and {@code System.Int32[]}.
 */
public final class RuntimeNames {
  private RuntimeNames() {}

  public static String of(ClrType type) {
    if (type instanceof ClrType.Array array) {
      return of(array.element()) + "[" + ",".repeat(array.rank() - 1) + "]";
    }
    if (type instanceof ClrType.Named named && !named.arguments().isEmpty()) {
      return named.fullName()
          + named.arguments().stream()
              .map(RuntimeNames::of)
              .collect(Collectors.joining(",", "<", ">"));
    }
    return type.fullName();
  }
}
