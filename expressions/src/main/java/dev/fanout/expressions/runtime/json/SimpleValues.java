package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.runtime.DateTime;
import dev.fanout.expressions.runtime.DateTimeOffset;
import dev.fanout.expressions.runtime.EnumMembers;
import dev.fanout.expressions.runtime.Enums;
import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.Guids;
import dev.fanout.expressions.runtime.TimeSpan;
import dev.fanout.expressions.runtime.Uri;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Simple values of JSON as simple C# types that Convert does not know. */
final class SimpleValues {
  private SimpleValues() {}

  static @Nullable Object convert(@Nullable Object value, String typeName) {
    if (value != null) {
      if (Enums.isEnum(typeName)) {
        return toEnum(value, typeName);
      }
      switch (typeName) {
        case "System.Guid" -> {
          if (value instanceof String s) {
            return Guids.parse(s);
          }
          if (value instanceof byte[] bytes) {
            return TypedReads.guid(bytes);
          }
        }
        case "System.TimeSpan" -> {
          if (value instanceof String s) {
            return TimeSpan.parse(s);
          }
        }
        case "System.Uri" -> {
          if (value instanceof String s) {
            return Uri.relativeOrAbsolute(s);
          }
        }
        case "System.DateTimeOffset" -> {
          if (value instanceof DateTime time) {
            return DateTimeOffset.create(time);
          }
        }
        case "System.Byte[]" -> {
          if (value instanceof UUID id) {
            return TypedReads.bytes(id);
          }
        }
        case "System.DateTime" -> {
          DateTime date = value instanceof String s ? JsonDates.parse(s) : null;
          if (date != null) {
            return date;
          }
        }
        default -> {}
      }
      if (value instanceof java.math.BigInteger) {
        return ofBigInteger(value, typeName);
      }
    }
    return TokenConversion.changeType(value, typeName);
  }

  /** By name, whatever its case, or by number. */
  static Object toEnum(Object value, String typeName) {
    return value instanceof String s
        ? EnumMembers.parse(s, true, typeName)
        : Enums.box((int) Convertible.toInteger(value, NumberKind.INT32), typeName);
  }

  private static Object ofBigInteger(Object value, String typeName) {
    NumberKind kind = TokenConversion.integerKind(typeName);
    if (kind != null) {
      return kind.box(Convertible.toInteger(value, kind));
    }
    return switch (typeName) {
      case "System.Double" -> (Object) Convertible.toDouble(value);
      case "System.Single" -> (Object) Convertible.toSingle(value);
      case "System.Decimal" -> Convertible.toDecimal(value);
      case "System.Boolean" -> (Object) Convertible.toBoolean(value);
      default ->
          throw Failures.invalidOperation("Can not convert from BigInteger to " + typeName + ".");
    };
  }
}
