package dev.fanout.expressions.runtime;

import dev.fanout.expressions.ExpressionFailure;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

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
          Map.entry(DateTimeOffset.class, "System.DateTimeOffset"),
          Map.entry(Random.class, "System.Random"),
          Map.entry(TimeZoneInfo.class, "System.TimeZoneInfo"),
          Map.entry(Uri.class, "System.Uri"),
          Map.entry(IpAddress.class, "System.Net.IPAddress"),
          Map.entry(StringReader.class, "System.IO.StringReader"),
          Map.entry(StringWriter.class, "System.IO.StringWriter"),
          Map.entry(ClrStringBuilder.class, "System.Text.StringBuilder"),
          Map.entry(ClrTypeInfo.class, "System.RuntimeType"),
          Map.entry(byte[].class, "System.Byte[]"),
          Map.entry(boolean[].class, "System.Boolean[]"),
          Map.entry(char[].class, "System.Char[]"),
          Map.entry(int[].class, "System.Int32[]"),
          Map.entry(long[].class, "System.Int64[]"),
          Map.entry(float[].class, "System.Single[]"),
          Map.entry(double[].class, "System.Double[]"),
          Map.entry(String[].class, "System.String[]"),
          Map.entry(Object.class, "System.Object"),
          Map.entry(Object[].class, "System.Object[]"));

  /** Boxes that stand in arrays only where null may stand too: else the JVM's own arrays do. */
  private static final Set<Class<?>> NULLABLE_ELEMENTS =
      Set.of(
          Boolean.class,
          Character.class,
          ClrByte.class,
          Integer.class,
          Long.class,
          Float.class,
          Double.class);

  private static final Map<Class<?>, String> HOST_NAMES = new ConcurrentHashMap<>();

  private static final Map<String, String> CLASSES = new ConcurrentHashMap<>();

  /** Of which an empty array does not say what they are of. */
  private static final Map<String, String> GENERIC =
      Map.of(
          "KeyValuePair", "System.Collections.Generic.KeyValuePair",
          "ClrValueTuple", "System.ValueTuple",
          "ClrTuple", "System.Tuple");

  private RuntimeTypes() {}

  /** Names the objects of a host's interface. */
  public static void register(Class<?> type, String fullName) {
    HOST_NAMES.put(type, fullName);
  }

  /** {@code System.Int32} of an Integer; of unknown classes their simple Java name. */
  public static String nameOf(Object value) {
    if (value instanceof ClrTyped typed) {
      return typed.shownTypeName();
    }
    return exactNameOf(value);
  }

  /** The type that a value has, where the shown one says less. */
  static String exactNameOf(Object value) {
    if (value instanceof ClrTyped typed) {
      return typed.typeName();
    }
    if (value instanceof EnumValue e) {
      return e.typeName();
    }
    if (value instanceof ExpressionFailure failure) {
      return failure.typeName();
    }
    String known = NAMES.get(value.getClass());
    if (known == null) {
      known = CLASSES.get(value.getClass().getName());
    }
    if (known != null) {
      return known;
    }
    for (Map.Entry<Class<?>, String> entry : HOST_NAMES.entrySet()) {
      if (entry.getKey().isInstance(value)) {
        return entry.getValue();
      }
    }
    if (value instanceof EnumValue[] values && values.length > 0) {
      return values[0].typeName() + "[]";
    }
    if (value instanceof ClrTyped[] typed && typed.length > 0 && typed[0] != null) {
      return typed[0].typeName() + "[]";
    }
    if (value.getClass().isArray()) {
      return elementName(value.getClass().getComponentType()) + "[]";
    }
    return value instanceof java.nio.charset.Charset
        ? "System.Text.Encoding"
        : value.getClass().getSimpleName();
  }

  private static String elementName(Class<?> type) {
    String known = NAMES.get(type);
    if (known != null) {
      return NULLABLE_ELEMENTS.contains(type) ? "System.Nullable<" + known + ">" : known;
    }
    String host = HOST_NAMES.get(type);
    return host != null
        ? host
        : type.isArray()
            ? elementName(type.getComponentType()) + "[]"
            : CLASSES.getOrDefault(
                type.getName(), GENERIC.getOrDefault(type.getSimpleName(), type.getSimpleName()));
  }

  /** Names the one .NET type that a Java class stands for. */
  public static void registerClass(String javaName, String fullName) {
    CLASSES.putIfAbsent(javaName, fullName);
  }

  /** The name in messages: {@code System.Collections.Generic.List`1[System.String]}. */
  public static String reflectionName(String name) {
    List<String> arguments = TypeFacts.arguments(name);
    if (name.endsWith("[]")) {
      return reflectionName(name.substring(0, name.length() - 2)) + "[]";
    }
    return arguments.isEmpty()
        ? name
        : arguments.stream()
            .map(RuntimeTypes::reflectionName)
            .collect(
                Collectors.joining(
                    ",", TypeFacts.definition(name) + "`" + arguments.size() + "[", "]"));
  }

  /** Is it a value type in .NET, so that two boxes of it are never the same object? */
  static boolean isReference(Object value) {
    return NAMES.containsKey(value.getClass()) && value.getClass().isArray();
  }
}
