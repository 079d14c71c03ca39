package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.runtime.Base64Text;
import dev.fanout.expressions.runtime.Boxes;
import dev.fanout.expressions.runtime.ClrByte;
import dev.fanout.expressions.runtime.ClrUInt16;
import dev.fanout.expressions.runtime.ClrUInt32;
import dev.fanout.expressions.runtime.ClrUInt64;
import dev.fanout.expressions.runtime.DateTime;
import dev.fanout.expressions.runtime.DateTimeOffset;
import dev.fanout.expressions.runtime.DateTimeOffsets;
import dev.fanout.expressions.runtime.Decimal;
import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.Guids;
import dev.fanout.expressions.runtime.TimeSpan;
import dev.fanout.expressions.runtime.Uri;
import java.math.BigInteger;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The casts of JToken. Which kinds of tokens a cast takes is fixed; a property stands for its
 * value; of null the nullable casts make null, the others an error.
 */
public final class TokenOperators {
  private static final int TEXT =
      bit(JTokenType.STRING) | bit(JTokenType.COMMENT) | bit(JTokenType.RAW);
  private static final int NUMBER =
      TEXT | bit(JTokenType.INTEGER) | bit(JTokenType.FLOAT) | bit(JTokenType.BOOLEAN);
  private static final int CHARACTER = TEXT | bit(JTokenType.INTEGER) | bit(JTokenType.FLOAT);
  private static final int DATE = TEXT | bit(JTokenType.DATE);
  private static final int GUID = TEXT | bit(JTokenType.GUID) | bit(JTokenType.BYTES);
  private static final int SPAN = TEXT | bit(JTokenType.TIME_SPAN);
  private static final int URI = TEXT | bit(JTokenType.URI);
  private static final int BYTES = TEXT | bit(JTokenType.BYTES) | bit(JTokenType.INTEGER);
  private static final int STRING =
      NUMBER
          | bit(JTokenType.DATE)
          | bit(JTokenType.BYTES)
          | bit(JTokenType.GUID)
          | bit(JTokenType.TIME_SPAN)
          | bit(JTokenType.URI);
  private static final int NOTHING = bit(JTokenType.NULL) | bit(JTokenType.UNDEFINED);

  private static final Set<String> KNOWN =
      Set.of(
          "System.Boolean",
          "System.Char",
          "System.SByte",
          "System.Byte",
          "System.Int16",
          "System.UInt16",
          "System.Int32",
          "System.UInt32",
          "System.Int64",
          "System.UInt64",
          "System.Single",
          "System.Double",
          "System.Decimal",
          "System.DateTime",
          "System.DateTimeOffset",
          "System.TimeSpan",
          "System.Guid",
          "System.String",
          "System.Uri");

  private TokenOperators() {}

  private static int bit(int kind) {
    return 1 << kind;
  }

  /** Is there a cast to the type of this name? */
  static boolean knows(String typeName) {
    return KNOWN.contains(typeName);
  }

  private static @Nullable Object value(
      @Nullable JToken token, int allowed, boolean nullable, String name) {
    if (token == null) {
      if (nullable) {
        return null;
      }
      throw Failures.argumentNull("value");
    }
    JToken plain = token instanceof JProperty property ? property.value() : token;
    int kinds = nullable ? allowed | NOTHING : allowed;
    if (!(plain instanceof JValue value) || (kinds & bit(plain.type())) == 0) {
      throw Failures.argument("Can not convert " + plain.typeText() + " to " + name + ".", null);
    }
    return value.value();
  }

  static @Nullable Object to(JToken token, String typeName, boolean nullable) {
    NumberKind kind = TokenConversion.integerKind(typeName);
    if (kind != null) {
      return nullable ? integerOrNull(token, kind) : kind.box(integer(token, kind));
    }
    return switch (typeName) {
      case "System.Boolean" ->
          nullable ? toNullableBoolean(token) : (Object) Boxes.box(toBoolean(token));
      case "System.Single" ->
          nullable ? toNullableSingle(token) : (Object) Boxes.box(toSingle(token));
      case "System.Double" ->
          nullable ? toNullableDouble(token) : (Object) Boxes.box(toDouble(token));
      case "System.Decimal" -> nullable ? toNullableDecimal(token) : toDecimal(token);
      case "System.DateTime" -> nullable ? toNullableDateTime(token) : toDateTime(token);
      case "System.TimeSpan" -> nullable ? toNullableTimeSpan(token) : toTimeSpan(token);
      case "System.Guid" -> nullable ? toNullableGuid(token) : toGuid(token);
      case "System.DateTimeOffset" ->
          nullable ? toNullableDateTimeOffset(token) : toDateTimeOffset(token);
      case "System.Uri" -> toUri(token);
      default -> toText(token);
    };
  }

  private static long integer(@Nullable JToken token, NumberKind kind) {
    int allowed = kind == NumberKind.CHAR ? CHARACTER : NUMBER;
    Object value = value(token, allowed, false, kind.simpleName);
    return value == null ? 0 : Convertible.toInteger(value, kind);
  }

  private static @Nullable Object integerOrNull(@Nullable JToken token, NumberKind kind) {
    int allowed = kind == NumberKind.CHAR ? CHARACTER : NUMBER;
    Object value = value(token, allowed, true, kind.simpleName);
    return value == null ? null : kind.box(Convertible.toInteger(value, kind));
  }

  public static boolean toBoolean(@Nullable JToken token) {
    Object value = value(token, NUMBER, false, "Boolean");
    return value != null && Convertible.toBoolean(value);
  }

  public static @Nullable Boolean toNullableBoolean(@Nullable JToken token) {
    Object value = value(token, NUMBER, true, "Boolean");
    return value == null ? null : Boxes.box(Convertible.toBoolean(value));
  }

  public static char toChar(@Nullable JToken token) {
    return (char) integer(token, NumberKind.CHAR);
  }

  public static @Nullable Character toNullableChar(@Nullable JToken token) {
    return (Character) integerOrNull(token, NumberKind.CHAR);
  }

  public static int toSByte(@Nullable JToken token) {
    return (int) integer(token, NumberKind.SBYTE);
  }

  public static @Nullable Byte toNullableSByte(@Nullable JToken token) {
    return (Byte) integerOrNull(token, NumberKind.SBYTE);
  }

  public static int toByte(@Nullable JToken token) {
    return (int) integer(token, NumberKind.BYTE);
  }

  public static @Nullable ClrByte toNullableByte(@Nullable JToken token) {
    return (ClrByte) integerOrNull(token, NumberKind.BYTE);
  }

  public static int toInt16(@Nullable JToken token) {
    return (int) integer(token, NumberKind.INT16);
  }

  public static @Nullable Short toNullableInt16(@Nullable JToken token) {
    return (Short) integerOrNull(token, NumberKind.INT16);
  }

  public static int toUInt16(@Nullable JToken token) {
    return (int) integer(token, NumberKind.UINT16);
  }

  public static @Nullable ClrUInt16 toNullableUInt16(@Nullable JToken token) {
    return (ClrUInt16) integerOrNull(token, NumberKind.UINT16);
  }

  public static int toInt32(@Nullable JToken token) {
    return (int) integer(token, NumberKind.INT32);
  }

  public static @Nullable Integer toNullableInt32(@Nullable JToken token) {
    return (Integer) integerOrNull(token, NumberKind.INT32);
  }

  public static int toUInt32(@Nullable JToken token) {
    return (int) integer(token, NumberKind.UINT32);
  }

  public static @Nullable ClrUInt32 toNullableUInt32(@Nullable JToken token) {
    return (ClrUInt32) integerOrNull(token, NumberKind.UINT32);
  }

  public static long toInt64(@Nullable JToken token) {
    return integer(token, NumberKind.INT64);
  }

  public static @Nullable Long toNullableInt64(@Nullable JToken token) {
    return (Long) integerOrNull(token, NumberKind.INT64);
  }

  public static long toUInt64(@Nullable JToken token) {
    return integer(token, NumberKind.UINT64);
  }

  public static @Nullable ClrUInt64 toNullableUInt64(@Nullable JToken token) {
    return (ClrUInt64) integerOrNull(token, NumberKind.UINT64);
  }

  public static float toSingle(@Nullable JToken token) {
    Object value = value(token, NUMBER, false, "Single");
    return value == null ? 0 : Convertible.toSingle(value);
  }

  public static @Nullable Float toNullableSingle(@Nullable JToken token) {
    Object value = value(token, NUMBER, true, "Single");
    return value == null ? null : Boxes.box(Convertible.toSingle(value));
  }

  public static double toDouble(@Nullable JToken token) {
    Object value = value(token, NUMBER, false, "Double");
    return value == null ? 0 : Convertible.toDouble(value);
  }

  public static @Nullable Double toNullableDouble(@Nullable JToken token) {
    Object value = value(token, NUMBER, true, "Double");
    return value == null ? null : Boxes.box(Convertible.toDouble(value));
  }

  public static Decimal toDecimal(@Nullable JToken token) {
    Object value = value(token, NUMBER, false, "Decimal");
    return value == null ? Decimal.ZERO : Convertible.toDecimal(value);
  }

  public static @Nullable Decimal toNullableDecimal(@Nullable JToken token) {
    Object value = value(token, NUMBER, true, "Decimal");
    return value == null ? null : Convertible.toDecimal(value);
  }

  public static DateTime toDateTime(@Nullable JToken token) {
    DateTime time = dateTime(value(token, DATE, false, "DateTime"));
    return time == null ? DateTime.MIN_VALUE : time;
  }

  public static @Nullable DateTime toNullableDateTime(@Nullable JToken token) {
    return dateTime(value(token, DATE, true, "DateTime"));
  }

  private static @Nullable DateTime dateTime(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    return value instanceof DateTimeOffset offset
        ? offset.dateTime()
        : Convertible.toDateTime(value);
  }

  public static DateTimeOffset toDateTimeOffset(@Nullable JToken token) {
    Object value = value(token, DATE, false, "DateTimeOffset");
    return offset(value == null ? DateTime.MIN_VALUE : value);
  }

  public static @Nullable DateTimeOffset toNullableDateTimeOffset(@Nullable JToken token) {
    Object value = value(token, DATE, true, "DateTimeOffset");
    return value == null ? null : offset(value);
  }

  private static DateTimeOffset offset(Object value) {
    if (value instanceof DateTimeOffset offset) {
      return offset;
    }
    return value instanceof String s
        ? DateTimeOffsets.parse(s)
        : DateTimeOffset.create(Convertible.toDateTime(value));
  }

  public static @Nullable Uri toUri(@Nullable JToken token) {
    Object value = value(token, URI, true, "Uri");
    return value == null
        ? null
        : value instanceof Uri uri ? uri : Uri.create(Convertible.toText(value));
  }

  public static TimeSpan toTimeSpan(@Nullable JToken token) {
    return timeSpan(value(token, SPAN, false, "TimeSpan"));
  }

  public static @Nullable TimeSpan toNullableTimeSpan(@Nullable JToken token) {
    Object value = value(token, SPAN, true, "TimeSpan");
    return value == null ? null : timeSpan(value);
  }

  private static TimeSpan timeSpan(@Nullable Object value) {
    return value instanceof TimeSpan span
        ? span
        : TimeSpan.parse(value == null ? "" : Convertible.toText(value));
  }

  public static UUID toGuid(@Nullable JToken token) {
    return guid(value(token, GUID, false, "Guid"));
  }

  public static @Nullable UUID toNullableGuid(@Nullable JToken token) {
    Object value = value(token, GUID, true, "Guid");
    return value == null ? null : guid(value);
  }

  private static UUID guid(@Nullable Object value) {
    if (value instanceof byte[] bytes) {
      return TypedReads.guid(bytes);
    }
    return value instanceof UUID guid
        ? guid
        : Guids.parse(value == null ? "" : Convertible.toText(value));
  }

  public static @Nullable String toText(@Nullable JToken token) {
    Object value = value(token, STRING, true, "String");
    if (value instanceof byte[] bytes) {
      return Base64Text.toBase64String(bytes);
    }
    return value == null ? null : Convertible.toText(value);
  }

  public static byte @Nullable [] toBytes(@Nullable JToken token) {
    if (token == null) {
      return null;
    }
    Object value = value(token, BYTES, false, "byte array");
    if (value instanceof String s) {
      return Base64Text.fromBase64String(s);
    }
    if (value instanceof BigInteger big) {
      byte[] bytes = big.toByteArray();
      for (int i = 0, j = bytes.length - 1; i < j; i++, j--) {
        byte swapped = bytes[i];
        bytes[i] = bytes[j];
        bytes[j] = swapped;
      }
      return bytes;
    }
    if (value instanceof byte[] bytes) {
      return bytes;
    }
    throw Failures.argument("Can not convert " + token.typeText() + " to byte array.", null);
  }
}
