package dev.fanout.expressions.runtime;

import org.jspecify.annotations.Nullable;

/** Members of {@code IDictionary<TKey, TValue>}, a null key being an error. */
public final class MutableDictionaries {
  private MutableDictionaries() {}

  public static @Nullable Object item(MutableDictionary self, @Nullable Object key) {
    return Dictionaries.item(self, key);
  }

  public static void setItem(MutableDictionary self, @Nullable Object key, @Nullable Object value) {
    self.setItem(Dictionaries.checked(key), value);
  }

  public static Object keys(MutableDictionary self) {
    return self.keys();
  }

  public static Object values(MutableDictionary self) {
    return self.values();
  }

  public static void add(MutableDictionary self, @Nullable Object key, @Nullable Object value) {
    self.add(Dictionaries.checked(key), value);
  }

  public static boolean containsKey(MutableDictionary self, @Nullable Object key) {
    return Dictionaries.containsKey(self, key);
  }

  public static boolean remove(MutableDictionary self, @Nullable Object key) {
    return self.remove(Dictionaries.checked(key));
  }

  public static boolean tryGetValue(MutableDictionary self, @Nullable Object key, Ref value) {
    return Dictionaries.tryGetValue(self, key, value);
  }
}
