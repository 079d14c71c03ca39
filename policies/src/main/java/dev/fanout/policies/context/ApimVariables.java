package dev.fanout.policies.context;

import dev.fanout.expressions.runtime.ClrTyped;
import dev.fanout.expressions.runtime.ReadOnlyDictionary;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * {@code context.Variables}: names (case-sensitive) to C# values in their JVM forms
 * (docs/expressions.md): String, Boolean, Integer, and so on; what a compiled expression of target
 * OBJECT gave may be put in as it is. A missing name gives null, not an exception, as in APIM.
 */
public interface ApimVariables extends ReadOnlyDictionary, ClrTyped {
  boolean contains(String name);

  /** Null when absent, and when the value is null. */
  @Nullable Object value(String name);

  /** In the order in which they were first set. */
  Collection<String> names();

  @Override
  default int count() {
    return names().size();
  }

  @Override
  default boolean containsKey(Object key) {
    return contains((String) key);
  }

  @Override
  default @Nullable Object valueOrNull(Object key) {
    return value((String) key);
  }

  @Override
  default @Nullable Object item(Object key) {
    return value((String) key);
  }

  @Override
  default Collection<String> keys() {
    return names();
  }

  @Override
  default String typeName() {
    return "System.Collections.Generic.IReadOnlyDictionary<System.String,System.Object>";
  }
}
