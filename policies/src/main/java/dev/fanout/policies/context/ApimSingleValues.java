package dev.fanout.policies.context;

import dev.fanout.expressions.runtime.ClrTyped;
import dev.fanout.expressions.runtime.ReadOnlyDictionary;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** {@code context.Request.MatchedParameters}: names without regard to case, one value each. */
public interface ApimSingleValues extends ReadOnlyDictionary, ClrTyped {
  /** Null when the name is absent. */
  @Nullable String value(String name);

  Collection<String> names();

  @Override
  default int count() {
    return names().size();
  }

  @Override
  default boolean containsKey(Object key) {
    return value((String) key) != null;
  }

  @Override
  default @Nullable Object valueOrNull(Object key) {
    return value((String) key);
  }

  @Override
  default @Nullable Object valueOr(Object key, @Nullable Object otherwise) {
    String value = value((String) key);
    return value == null ? otherwise : value;
  }

  @Override
  default String valueType() {
    return "System.String";
  }

  @Override
  default Collection<String> keys() {
    return names();
  }

  @Override
  default String typeName() {
    return "System.Collections.Generic.IReadOnlyDictionary<System.String,System.String>";
  }
}
