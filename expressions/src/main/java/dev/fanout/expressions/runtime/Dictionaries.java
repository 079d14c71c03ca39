package dev.fanout.expressions.runtime;

import dev.fanout.expressions.runtime.linq.Lazy;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Members of {@code IReadOnlyDictionary<TKey, TValue>}, a null key being an error. */
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

  /** Null for an absent key. */
  public static @Nullable Object valueOrNull(ReadOnlyDictionary self, @Nullable String key) {
    return self.valueOrNull(checked(key));
  }

  /** {@code otherwise} for an absent key. */
  public static @Nullable Object valueOr(
      ReadOnlyDictionary self, @Nullable String key, @Nullable Object otherwise) {
    return self.valueOr(checked(key), otherwise);
  }

  public static @Nullable String valueOr(
      ReadOnlyDictionary self, @Nullable String key, @Nullable String otherwise) {
    return (String) self.valueOr(checked(key), otherwise);
  }

  public static Object keys(ReadOnlyDictionary self) {
    Object keys = self.keys();
    return keys instanceof ClrTyped ? keys : sequence(self.keyType(), self.keys());
  }

  private static Lazy sequence(String type, Iterable<?> items) {
    return new Lazy(type, () -> objects(items.iterator()));
  }

  private static Iterator<@Nullable Object> objects(Iterator<?> items) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return items.hasNext();
      }

      @Override
      public @Nullable Object next() {
        return items.next();
      }
    };
  }

  /** In the order of the keys. */
  public static Object values(ReadOnlyDictionary self) {
    if (self instanceof MutableDictionary dictionary) {
      return dictionary.values();
    }
    List<@Nullable Object> values = new ArrayList<>();
    self.keys().forEach(key -> values.add(self.valueOrNull(key)));
    return sequence(self.valueType(), values);
  }

  /** An absent key gives the default of the values' type. */
  public static boolean tryGetValue(ReadOnlyDictionary self, @Nullable Object key, Ref value) {
    Object known = checked(key);
    boolean found = self.containsKey(known);
    value.value = found ? self.valueOrNull(known) : Defaults.boxed(self.valueType());
    return found;
  }

  /** Its pairs, made one by one. */
  public static Iterator<Object> pairs(ReadOnlyDictionary self) {
    String types = KeyValuePair.types(self.keyType(), self.valueType());
    Iterator<?> keys = self.keys().iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return keys.hasNext();
      }

      @Override
      public Object next() {
        Object key = keys.next();
        return new KeyValuePair(key, self.valueOrNull(key), types);
      }
    };
  }

  static Object checked(@Nullable Object key) {
    if (key == null) {
      throw Failures.argumentNull("key");
    }
    return key;
  }
}
