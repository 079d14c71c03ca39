package dev.fanout.expressions;

import dev.fanout.expressions.runtime.ReadOnlyDictionary;
import org.jspecify.annotations.Nullable;

/** The host's extension method. */
public final class TinyMembers {
  private TinyMembers() {}

  public static @Nullable Object get(
      ReadOnlyDictionary values, String key, @Nullable Object otherwise) {
    return values.containsKey(key) ? values.valueOrNull(key) : otherwise;
  }
}
