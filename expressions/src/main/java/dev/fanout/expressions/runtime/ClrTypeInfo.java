package dev.fanout.expressions.runtime;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code System.Type} as far as expressions may look: the names.
 *
 * @param fullName as in {@code System.Collections.Generic.List<System.String>}
 */
public record ClrTypeInfo(String fullName) {
  public ClrTypeInfo {
    Objects.requireNonNull(fullName, "fullName");
  }

  /** What {@code typeof} gives. */
  public static ClrTypeInfo of(String fullName) {
    return new ClrTypeInfo(fullName);
  }

  public static boolean equal(@Nullable ClrTypeInfo a, @Nullable ClrTypeInfo b) {
    return Objects.equals(a, b);
  }

  public static boolean notEqual(@Nullable ClrTypeInfo a, @Nullable ClrTypeInfo b) {
    return !Objects.equals(a, b);
  }

  /** Without the namespace and, as .NET writes it, with the count of type arguments. */
  public String name() {
    int open = fullName.indexOf('<');
    String bare = open < 0 ? fullName : fullName.substring(0, open);
    String name = bare.substring(bare.lastIndexOf('.') + 1);
    if (open < 0) {
      return name;
    }
    int arguments = 1;
    int depth = 0;
    for (int i = open; i < fullName.length(); i++) {
      char c = fullName.charAt(i);
      depth += c == '<' ? 1 : c == '>' ? -1 : 0;
      arguments += c == ',' && depth == 1 ? 1 : 0;
    }
    return name + "`" + arguments + fullName.substring(fullName.lastIndexOf('>') + 1);
  }

  @Override
  public String toString() {
    return RuntimeTypes.reflectionName(fullName);
  }
}
