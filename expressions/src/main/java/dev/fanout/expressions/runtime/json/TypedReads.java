package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.expressions.runtime.Base64Text;
import dev.fanout.expressions.runtime.Boxes;
import dev.fanout.expressions.runtime.DateTime;
import dev.fanout.expressions.runtime.DateTimeOffset;
import dev.fanout.expressions.runtime.DateTimeOffsets;
import dev.fanout.expressions.runtime.Decimal;
import dev.fanout.expressions.runtime.Guids;
import dev.fanout.expressions.runtime.Parsing;
import dev.fanout.expressions.runtime.Ref;
import dev.fanout.expressions.runtime.Text;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values of a reader as a type that the caller wants: {@code ReadAsInt32()} and its like. */
final class TypedReads {
  private TypedReads() {}

  /** Of a reader of tokens; null at null, at the end and at the end of an array. */
  static @Nullable Object read(JsonReader reader, ReadType wanted) {
    boolean more = reader.readContent();
    if (!more) {
      reader.set(JsonToken.NONE);
      return null;
    }
    JsonToken token = reader.token();
    if (token == JsonToken.NULL || token == JsonToken.END_ARRAY) {
      return null;
    }
    Object value = reader.value();
    if (token == JsonToken.STRING && wanted != ReadType.STRING) {
      String text = String.valueOf(value);
      if (wanted == ReadType.BYTES) {
        reader.set(JsonToken.BYTES, bytes(text), false);
        return reader.value();
      }
      return ofQuoted(reader, text, wanted);
    }
    boolean isNumber = token == JsonToken.INTEGER || token == JsonToken.FLOAT;
    if (value != null) {
      switch (wanted) {
        case STRING -> {
          if (token.isPrimitive()) {
            return put(reader, JsonToken.STRING, String.valueOf(Text.of(value)));
          }
        }
        case BOOLEAN -> {
          if (isNumber || token == JsonToken.BOOLEAN) {
            return put(reader, JsonToken.BOOLEAN, Boxes.box(Convertible.toBoolean(value)));
          }
        }
        case DOUBLE -> {
          if (isNumber) {
            return put(reader, JsonToken.FLOAT, Boxes.box(Convertible.toDouble(value)));
          }
        }
        case INT32 -> {
          if (isNumber) {
            return put(reader, JsonToken.INTEGER, int32(reader, value));
          }
        }
        case DECIMAL -> {
          if (isNumber) {
            return put(reader, JsonToken.FLOAT, decimal(reader, value));
          }
        }
        case DATE_TIME -> {
          if (token == JsonToken.DATE) {
            return value instanceof DateTimeOffset offset
                ? put(reader, JsonToken.DATE, offset.dateTime())
                : value;
          }
        }
        case DATE_TIME_OFFSET -> {
          if (token == JsonToken.DATE) {
            return value instanceof DateTime time
                ? put(reader, JsonToken.DATE, DateTimeOffset.create(time))
                : value;
          }
        }
        case BYTES -> {
          if (token == JsonToken.BYTES) {
            return value;
          }
        }
        default -> {}
      }
    }
    if (wanted == ReadType.BYTES && token == JsonToken.START_ARRAY) {
      return bytesOfArray(reader);
    }
    throw JsonFailures.reading(
        reader, "Error reading " + name(wanted) + ". Unexpected token: " + token + ".");
  }

  private static Object put(JsonReader reader, JsonToken token, Object value) {
    reader.set(token, value, false);
    return value;
  }

  private static String name(ReadType wanted) {
    return switch (wanted) {
      case INT32 -> "integer";
      case DATE_TIME, DATE_TIME_OFFSET -> "date";
      default -> wanted.name().toLowerCase(java.util.Locale.ROOT);
    };
  }

  private static Object int32(JsonReader reader, Object value) {
    if (value instanceof Integer) {
      return value;
    }
    if (value instanceof BigInteger big) {
      return Boxes.box((int) NumberKind.INT32.checked(big));
    }
    try {
      return Boxes.box((int) Convertible.toInteger(value, NumberKind.INT32));
    } catch (ExpressionFailure e) {
      throw JsonFailures.reading(reader, "Could not convert to integer: " + Text.of(value) + ".");
    }
  }

  private static Object decimal(JsonReader reader, Object value) {
    if (value instanceof BigInteger) {
      return Convertible.toDecimal(value);
    }
    try {
      return Convertible.toDecimal(value);
    } catch (ExpressionFailure e) {
      throw JsonFailures.reading(reader, "Could not convert to decimal: " + Text.of(value) + ".");
    }
  }

  /** What a string says; the empty one says null. The reader then stands on that value. */
  static @Nullable Object ofQuoted(JsonReader reader, String text, ReadType wanted) {
    switch (wanted) {
      case BYTES -> {
        return reader.value();
      }
      case STRING -> {
        return text;
      }
      case DATE_TIME, DATE_TIME_OFFSET -> {
        if (reader.token() == JsonToken.DATE) {
          return reader.value();
        }
      }
      default -> {}
    }
    if (text.isEmpty()) {
      reader.set(JsonToken.NULL, null, false);
      return null;
    }
    switch (wanted) {
      case INT32 -> {
        Ref result = new Ref();
        if (Parsing.tryInt32(text, result) && result.value != null) {
          return put(reader, JsonToken.INTEGER, result.value);
        }
      }
      case DECIMAL -> {
        Decimal value = decimalOrNull(text);
        if (value != null) {
          return put(reader, JsonToken.FLOAT, value);
        }
      }
      case DOUBLE -> {
        Ref result = new Ref();
        if (Parsing.tryFloat64(text, result) && result.value != null) {
          return put(reader, JsonToken.FLOAT, result.value);
        }
      }
      case BOOLEAN -> {
        Ref result = new Ref();
        if (Parsing.tryBool(text, result) && result.value != null) {
          return put(reader, JsonToken.BOOLEAN, result.value);
        }
      }
      default -> {
        return date(reader, text, wanted);
      }
    }
    reader.set(JsonToken.STRING, text, false);
    throw JsonFailures.reading(
        reader, "Could not convert string to " + name(wanted) + ": " + text + ".");
  }

  private static Object date(JsonReader reader, String text, ReadType wanted) {
    if (wanted == ReadType.DATE_TIME_OFFSET) {
      return dateTimeOffset(reader, text);
    }
    DateTime known = JsonDates.parse(text);
    if (known != null) {
      return put(reader, JsonToken.DATE, known);
    }
    try {
      DateTime value = DateTime.parse(text);
      return put(reader, JsonToken.DATE, value);
    } catch (ExpressionFailure e) {
      throw JsonFailures.reading(reader, "Could not convert string to DateTime: " + text + ".");
    }
  }

  private static Object dateTimeOffset(JsonReader reader, String text) {
    DateTimeOffset known = JsonDates.parseOffset(text);
    try {
      return put(reader, JsonToken.DATE, known == null ? DateTimeOffsets.parse(text) : known);
    } catch (ExpressionFailure e) {
      reader.set(JsonToken.STRING, text, false);
      throw JsonFailures.reading(
          reader, "Could not convert string to DateTimeOffset: " + text + ".");
    }
  }

  private static @Nullable Decimal decimalOrNull(String text) {
    try {
      return Convertible.toDecimal(text);
    } catch (ExpressionFailure e) {
      return JsonNumbers.decimalOrNull(text);
    }
  }

  /** A GUID's bytes, or those of Base64. */
  static byte[] bytes(String text) {
    if (text.isEmpty()) {
      return new byte[0];
    }
    if (text.length() == 36) {
      Ref guid = new Ref();
      if (Guids.tryParse(text, guid) && guid.value instanceof UUID id) {
        return bytes(id);
      }
    }
    return Base64Text.fromBase64String(text);
  }

  /** In .NET's order: the first three parts little endian. */
  static byte[] bytes(UUID id) {
    byte[] bytes = new byte[16];
    int[] order = {3, 2, 1, 0, 5, 4, 7, 6};
    for (int i = 0; i < 8; i++) {
      bytes[order[i]] = (byte) (id.getMostSignificantBits() >>> (56 - 8 * i));
      bytes[8 + i] = (byte) (id.getLeastSignificantBits() >>> (56 - 8 * i));
    }
    return bytes;
  }

  static UUID guid(byte[] bytes) {
    if (bytes.length != 16) {
      throw dev.fanout.expressions.runtime.Failures.argument(
          "Byte array for Guid must be exactly 16 bytes long.", "b");
    }
    int[] order = {3, 2, 1, 0, 5, 4, 7, 6};
    long high = 0;
    long low = 0;
    for (int i = 0; i < 8; i++) {
      high = high << 8 | bytes[order[i]] & 0xFF;
      low = low << 8 | bytes[8 + i] & 0xFF;
    }
    return new UUID(high, low);
  }

  /** Stands on the start of the array. */
  static byte[] bytesOfArray(JsonReader reader) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (true) {
      if (!reader.read()) {
        reader.set(JsonToken.NONE);
      }
      switch (reader.token()) {
        case NONE -> throw JsonFailures.reading(reader, "Unexpected end when reading bytes.");
        case INTEGER -> bytes.write((int) Convertible.toInteger(reader.value(), NumberKind.BYTE));
        case END_ARRAY -> {
          byte[] result = bytes.toByteArray();
          reader.set(JsonToken.BYTES, result, false);
          return result;
        }
        case COMMENT -> {}
        default ->
            throw JsonFailures.reading(
                reader, "Unexpected token when reading bytes: " + reader.token() + ".");
      }
    }
  }
}
