package dev.fanout.expressions.runtime;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The properties of a host's objects, as its table declares them: what JSON shows of one. */
public final class HostObjects {
  private static final Map<String, Supplier<List<Property>>> TYPES = new ConcurrentHashMap<>();
  private static final Map<String, List<Property>> KNOWN = new ConcurrentHashMap<>();

  private HostObjects() {}

  /** A property and how to read it; the value is a C# object. */
  public record Property(String name, Function<Object, @Nullable Object> getter) {}

  /**
   * Called when a host declares its types; the same type may come again.
   *
   * @param properties asked for once, when the first object of the type is shown
   */
  public static void register(String typeName, Supplier<List<Property>> properties) {
    TYPES.put(typeName, properties);
    KNOWN.remove(typeName);
  }

  /** In the order of the table; null for what is no host's object. */
  public static @Nullable List<Property> propertiesOf(Object value) {
    String name = RuntimeTypes.nameOf(value);
    Supplier<List<Property>> properties = TYPES.get(name);
    return properties == null
        ? null
        : KNOWN.computeIfAbsent(name, key -> List.copyOf(properties.get()));
  }
}
