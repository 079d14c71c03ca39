package dev.fanout.expressions.runtime;

import org.jspecify.annotations.Nullable;

/**
 * {@code KeyValuePair<TKey, TValue>}, key and value boxed.
 *
 * @param types the names of both types, as {@link #types} gives them
 */
public record KeyValuePair(@Nullable Object key, @Nullable Object value, String types)
    implements ClrTyped {
  private static final String OF_OBJECTS = types("System.String", "System.Object");

  /** A pair of a string and an object. */
  public KeyValuePair(@Nullable Object key, @Nullable Object value) {
    this(key, value, OF_OBJECTS);
  }

  /** {@code new KeyValuePair<TKey, TValue>(key, value)}. */
  public static KeyValuePair create(
      @Nullable Object key, @Nullable Object value, String keyType, String valueType) {
    return new KeyValuePair(key, value, types(keyType, valueType));
  }

  /** The type arguments as they stand in the name of the type. */
  public static String types(String key, String value) {
    return key + "," + value;
  }

  @Override
  public String typeName() {
    return "System.Collections.Generic.KeyValuePair<" + types + ">";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof KeyValuePair that
        && types.equals(that.types)
        && Objects.equalsStatic(key, that.key)
        && Objects.equalsStatic(value, that.value);
  }

  @Override
  public int hashCode() {
    return 31 * Objects.hash(key) + Objects.hash(value);
  }

  @Override
  public String toString() {
    return "[" + text(key) + ", " + text(value) + "]";
  }

  private static String text(@Nullable Object part) {
    return part == null ? "" : Text.ofObject(part);
  }
}
