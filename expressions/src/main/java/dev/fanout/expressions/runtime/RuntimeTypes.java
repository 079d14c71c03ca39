package dev.fanout.expressions.runtime;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The .NET names of objects, for messages and for {@code ToString()} of what has no text. */
public final class RuntimeTypes {
  private static final Map<Class<?>, String> NAMES =
      Map.ofEntries(
          Map.entry(String.class, "System.String"),
          Map.entry(Boolean.class, "System.Boolean"),
          Map.entry(Character.class, "System.Char"),
          Map.entry(Byte.class, "System.SByte"),
          Map.entry(ClrByte.class, "System.Byte"),
          Map.entry(Short.class, "System.Int16"),
          Map.entry(ClrUInt16.class, "System.UInt16"),
          Map.entry(Integer.class, "System.Int32"),
          Map.entry(ClrUInt32.class, "System.UInt32"),
          Map.entry(Long.class, "System.Int64"),
          Map.entry(ClrUInt64.class, "System.UInt64"),
          Map.entry(Float.class, "System.Single"),
          Map.entry(Double.class, "System.Double"),
          Map.entry(Decimal.class, "System.Decimal"),
          Map.entry(UUID.class, "System.Guid"),
          Map.entry(DateTime.class, "System.DateTime"),
          Map.entry(TimeSpan.class, "System.TimeSpan"),
          Map.entry(byte[].class, "System.Byte[]"),
          Map.entry(boolean[].class, "System.Boolean[]"),
          Map.entry(char[].class, "System.Char[]"),
          Map.entry(int[].class, "System.Int32[]"),
          Map.entry(long[].class, "System.Int64[]"),
          Map.entry(float[].class, "System.Single[]"),
          Map.entry(double[].class, "System.Double[]"),
          Map.entry(String[].class, "System.String[]"),
          Map.entry(Object[].class, "System.Object[]"));

  private static final Map<Class<?>, String> HOST_NAMES = new ConcurrentHashMap<>();

  private RuntimeTypes() {}

  /** Names the objects of a host's interface. */
  public static void register(Class<?> type, String fullName) {
    HOST_NAMES.put(type, fullName);
  }

  /** {@code System.Int32} of an Integer; of unknown classes their simple Java name. */
  public static String nameOf(Object value) {
    if (value instanceof EnumValue e) {
      return e.typeName();
    }
    String known = NAMES.get(value.getClass());
    if (known != null) {
      return known;
    }
    for (Map.Entry<Class<?>, String> entry : HOST_NAMES.entrySet()) {
      if (entry.getKey().isInstance(value)) {
        return entry.getValue();
      }
    }
    return value.getClass().getSimpleName();
  }

  /** Is it a value type in .NET, so that two boxes of it are never the same object? */
  static boolean isReference(Object value) {
    return NAMES.containsKey(value.getClass()) && value.getClass().isArray();
  }
}
