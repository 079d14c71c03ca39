package dev.fanout.expressions.runtime;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code default(T)} of value types that are objects on the JVM. */
public final class Defaults {
  private static final UUID EMPTY_GUID = new UUID(0, 0);

  private Defaults() {}

  public static Object of(String fullName) {
    return switch (fullName) {
      case "System.Decimal" -> Decimal.ZERO;
      case "System.Guid" -> EMPTY_GUID;
      case "System.DateTime" -> DateTime.MIN_VALUE;
      case "System.DateTimeOffset" -> DateTimeOffset.minValue();
      case "System.TimeSpan" -> TimeSpan.ZERO;
      case "System.Security.Cryptography.HashAlgorithmName" ->
          dev.fanout.expressions.runtime.crypto.HashName.create(null);
      default -> {
        List<String> types = TypeFacts.arguments(fullName);
        if (fullName.startsWith("System.ValueTuple<")) {
          yield ClrValueTuple.ofDefaults(fullName);
        }
        if (!fullName.startsWith("System.Collections.Generic.KeyValuePair<")) {
          throw new IllegalArgumentException(fullName);
        }
        yield KeyValuePair.create(
            boxed(types.get(0)), boxed(types.get(1)), types.get(0), types.get(1));
      }
    };
  }

  /** What an empty element of an array of the class is: null for references. */
  static @Nullable Object ofClass(Class<?> type) {
    return type == Decimal.class
        ? Decimal.ZERO
        : type == UUID.class
            ? EMPTY_GUID
            : type == DateTime.class
                ? DateTime.MIN_VALUE
                : type == DateTimeOffset.class
                    ? DateTimeOffset.minValue()
                    : type == TimeSpan.class ? TimeSpan.ZERO : null;
  }

  /** {@code default(T)} as a C# object, by T's full name: null for what takes null. */
  public static @Nullable Object boxed(String name) {
    switch (name) {
      case "System.Boolean":
        return Boxes.box(false);
      case "System.Char":
        return Boxes.box('\0');
      case "System.SByte":
        return Boxes.boxSByte(0);
      case "System.Byte":
        return Boxes.boxByte(0);
      case "System.Int16":
        return Boxes.boxInt16(0);
      case "System.UInt16":
        return Boxes.boxUInt16(0);
      case "System.Int32":
        return Boxes.box(0);
      case "System.UInt32":
        return Boxes.boxUInt32(0);
      case "System.Int64":
        return Boxes.box(0L);
      case "System.UInt64":
        return Boxes.boxUInt64(0);
      case "System.Single":
        return Boxes.box(0f);
      case "System.Double":
        return Boxes.box(0d);
      default:
        return ofStruct(name);
    }
  }

  private static @Nullable Object ofStruct(String name) {
    if (TypeFacts.takesNull(name)) {
      return null;
    }
    TypeFacts facts = TypeFacts.of(name);
    return facts != null && facts.isEnum() ? Enums.box(0, name) : of(name);
  }
}
