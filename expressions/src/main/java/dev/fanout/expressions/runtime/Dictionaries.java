package dev.fanout.expressions.runtime;

import org.jspecify.annotations.Nullable;

/** {@code IReadOnlyDictionary<TKey, TValue>}, a null key being an error. */
public final class Dictionaries {
  private Dictionaries() {}

  public static int count(ReadOnlyDictionary self) {
    return self.count();
  }

  public static boolean containsKey(ReadOnlyDictionary self, @Nullable Object key) {
    return self.containsKey(checked(key));
  }

  public static @Nullable Object item(ReadOnlyDictionary self, @Nullable Object key) {
    return self.item(checked(key));
  }

  public static Object keys(ReadOnlyDictionary self) {
    return self.keys();
  }

  public static boolean tryGetValue(ReadOnlyDictionary self, @Nullable Object key, Ref value) {
    Object known = checked(key);
    value.value = self.valueOrNull(known);
    return value.value != null || self.containsKey(known);
  }

  private static Object checked(@Nullable Object key) {
    if (key == null) {
      throw Failures.argumentNull("key");
    }
    return key;
  }
}
