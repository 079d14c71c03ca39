package dev.fanout.expressions.runtime;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code new { a = 1, b = "x" }}: equal to one with the same names, types and values in the same
 * order.
 */
public final class AnonymousObject implements ClrTyped {
  /** How .NET's generated name is shown. */
  public static final String TYPE_NAME = "anonymous";

  private final String names;
  private final String types;
  private final @Nullable Object[] values;

  private AnonymousObject(String names, String types, @Nullable Object[] values) {
    this.names = names;
    this.types = types;
    this.values = values;
  }

  /** {@code names} and {@code types} are joined by commas and semicolons; generated code asks. */
  public static AnonymousObject of(String names, String types, @Nullable Object[] values) {
    return new AnonymousObject(names, types, values);
  }

  /** The names of its properties, in order. */
  public List<String> names() {
    return names.isEmpty() ? List.of() : List.of(names.split(","));
  }

  /** The values, in the order of the names. */
  public List<@Nullable Object> values() {
    return Arrays.asList(values);
  }

  /** The full names of the properties' static types, in the order of the names. */
  public List<String> types() {
    return types.isEmpty() ? List.of() : List.of(types.split(";"));
  }

  public @Nullable Object value(int index) {
    return values[index];
  }

  @Override
  public String typeName() {
    return TYPE_NAME;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AnonymousObject that
        && names.equals(that.names)
        && types.equals(that.types)
        && ClrValueTuple.sameItems(values, that.values);
  }

  @Override
  public int hashCode() {
    return ClrValueTuple.hash(values);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{ ");
    List<String> known = names();
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      text.append(i == 0 ? "" : ", ").append(known.get(i)).append(" = ");
      text.append(value == null ? "" : Text.ofObject(value));
    }
    return text.append(values.length == 0 ? "}" : " }").toString();
  }
}
