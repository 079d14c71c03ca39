package dev.fanout.policies.context;

import dev.fanout.expressions.runtime.ClrTyped;
import dev.fanout.expressions.runtime.ReadOnlyDictionary;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Headers, and the query of a URL: names without regard to case, each with its values in order. */
public interface ApimMultiValues extends ReadOnlyDictionary, ClrTyped {
  /** Null when the name is absent; the array is the caller's. */
  String @Nullable [] values(String name);

  /** Each name once, in the order of first appearance. */
  Collection<String> names();

  @Override
  default int count() {
    return names().size();
  }

  @Override
  default boolean containsKey(Object key) {
    return values((String) key) != null;
  }

  @Override
  default @Nullable Object valueOrNull(Object key) {
    return values((String) key);
  }

  @Override
  default String valueType() {
    return "System.String[]";
  }

  @Override
  default Collection<String> keys() {
    return names();
  }

  @Override
  default String typeName() {
    return "System.Collections.Generic.IReadOnlyDictionary<System.String,System.String[]>";
  }
}
