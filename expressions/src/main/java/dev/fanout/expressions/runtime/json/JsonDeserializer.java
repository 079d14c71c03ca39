package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.expressions.runtime.KeyValuePair;
import dev.fanout.expressions.runtime.RuntimeTypes;
import dev.fanout.expressions.runtime.collections.ClrDictionary;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes C# objects of a type that is known by name out of JSON. */
final class JsonDeserializer {
  private static final String OBJECT = "System.Object";
  private static final String STRING = "System.String";
  private static final String BYTES = "System.Byte[]";
  private static final String LINQ = "Newtonsoft.Json.Linq.";

  private final JsonReader reader;

  private JsonDeserializer(JsonReader reader) {
    this.reader = reader;
  }

  /**
   * @param typeName null when the caller names none: then objects and arrays become tokens
   * @param whole nothing but comments may follow
   */
  static @Nullable Object read(JsonReader reader, @Nullable String typeName, boolean whole) {
    JsonDeserializer deserializer = new JsonDeserializer(reader);
    String wanted = typeName == null ? OBJECT : typeName;
    boolean found = deserializer.readFor(wanted);
    if (!found) {
      if (!takesNull(wanted)) {
        throw JsonFailures.serialization(
            reader, "No JSON content found and type '" + wanted + "' is not nullable.");
      }
      return null;
    }
    Object value = deserializer.create(wanted);
    while (whole && reader.read()) {
      if (reader.token() != JsonToken.COMMENT) {
        throw JsonFailures.serialization(
            reader, "Additional text found in JSON string after finishing deserializing object.");
      }
    }
    return value;
  }

  private static boolean takesNull(String typeName) {
    return ClrTypeName.defaultOf(typeName) == null;
  }

  /** Moves to the next value, which is read for the type it shall become. */
  private boolean readFor(String typeName) {
    ReadType type = readType(typeName);
    switch (type) {
      case ANY -> {
        return reader.readContent();
      }
      case INT64 -> {
        boolean found = reader.readContent();
        if (reader.token() == JsonToken.UNDEFINED) {
          throw JsonFailures.reading(reader, "An undefined token is not a valid " + typeName + ".");
        }
        return found;
      }
      default -> {
        reader.readAs(type);
        return reader.token() != JsonToken.NONE;
      }
    }
  }

  private static ReadType readType(String typeName) {
    String underlying = ClrTypeName.underlying(typeName);
    return switch (underlying == null ? typeName : underlying) {
      case "System.Byte", "System.SByte", "System.Int16", "System.UInt16", "System.Int32" ->
          ReadType.INT32;
      case "System.Int64" -> ReadType.INT64;
      case BYTES -> ReadType.BYTES;
      case STRING -> ReadType.STRING;
      case "System.Decimal" -> ReadType.DECIMAL;
      case "System.Double", "System.Single" -> ReadType.DOUBLE;
      case "System.Boolean" -> ReadType.BOOLEAN;
      case "System.DateTime" -> ReadType.DATE_TIME;
      case "System.DateTimeOffset" -> ReadType.DATE_TIME_OFFSET;
      default -> ReadType.ANY;
    };
  }

  private @Nullable Object create(String typeName) {
    if (typeName.startsWith(LINQ)) {
      return createToken(typeName);
    }
    while (true) {
      switch (reader.token()) {
        case START_OBJECT -> {
          return createObject(typeName);
        }
        case START_ARRAY -> {
          return createList(typeName);
        }
        case INTEGER, FLOAT, BOOLEAN, DATE, BYTES, START_CONSTRUCTOR, NULL, UNDEFINED -> {
          return ensure(reader.value(), typeName);
        }
        case STRING -> {
          return createFromText(reader.text(), typeName);
        }
        case RAW -> {
          return new JRaw(reader.value());
        }
        case COMMENT -> {}
        default ->
            throw JsonFailures.serialization(
                reader, "Unexpected token while deserializing object: " + reader.token() + ".");
      }
      if (!reader.read()) {
        throw JsonFailures.serialization(reader, "Unexpected end when deserializing object.");
      }
    }
  }

  private @Nullable Object createFromText(String text, String typeName) {
    if (typeName.equals(BYTES)) {
      return TypedReads.bytes(text);
    }
    boolean isPlain = typeName.equals(STRING) || typeName.equals(OBJECT);
    if (text.isEmpty() && !isPlain && takesNull(typeName)) {
      return null;
    }
    return ensure(text, typeName);
  }

  private @Nullable Object createToken(String typeName) {
    if (typeName.equals(LINQ + "JRaw")) {
      return rawToken();
    }
    boolean takesNullToken = typeName.equals(LINQ + "JValue") || typeName.equals(TokenWalks.TOKEN);
    if (reader.token() == JsonToken.NULL && !takesNullToken) {
      return null;
    }
    JToken token = TokenCopies.copy(reader);
    if (!TokenConversion.isOfType(token, typeName)) {
      throw JsonFailures.serialization(
          reader,
          "Deserialized JSON type '"
              + token.className()
              + "' is not compatible with expected type '"
              + typeName
              + "'.");
    }
    return token;
  }

  private JRaw rawToken() {
    JsonTextWriter text = new JsonTextWriter(false);
    TokenCopies.copy(reader, text);
    return new JRaw(text.text());
  }

  private @Nullable Object createObject(String typeName) {
    if (typeName.equals(OBJECT)) {
      return TokenCopies.copy(reader);
    }
    ClrTypeName type = ClrTypeName.parse(typeName);
    if (ClrCollections.isPair(type)) {
      return createPair(type);
    }
    if (!ClrCollections.isDictionary(type)) {
      throw notCreated("object", "(e.g. {\"name\":\"value\"})", typeName);
    }
    ClrDictionary dictionary = ClrCollections.dictionary(type);
    reader.readOrFail();
    while (true) {
      switch (reader.token()) {
        case PROPERTY_NAME -> {
          Object key = key(reader.text(), dictionary.keyType());
          if (!readFor(dictionary.valueType())) {
            throw JsonFailures.serialization(reader, "Unexpected end when deserializing object.");
          }
          dictionary.setItem(key, create(dictionary.valueType()));
        }
        case END_OBJECT -> {
          return dictionary;
        }
        case COMMENT -> {}
        default ->
            throw JsonFailures.serialization(
                reader, "Unexpected token when deserializing object: " + reader.token() + ".");
      }
      if (!reader.read()) {
        throw JsonFailures.serialization(reader, "Unexpected end when deserializing object.");
      }
    }
  }

  /** {@code {"Key": …, "Value": …}}, whatever the case of the names; others are passed over. */
  private KeyValuePair createPair(ClrTypeName type) {
    String keyType = type.arguments().get(0);
    String valueType = type.arguments().get(1);
    Object key = ClrTypeName.defaultOf(keyType);
    Object value = ClrTypeName.defaultOf(valueType);
    reader.readOrFail();
    while (reader.token() == JsonToken.PROPERTY_NAME) {
      String name = reader.text();
      if (name.equalsIgnoreCase("Key")) {
        readFor(keyType);
        key = create(keyType);
      } else if (name.equalsIgnoreCase("Value")) {
        readFor(valueType);
        value = create(valueType);
      } else {
        reader.skip();
      }
      reader.readOrFail();
    }
    return KeyValuePair.create(key, value, keyType, valueType);
  }

  private Object key(String name, String keyType) {
    if (keyType.equals(STRING) || keyType.equals(OBJECT)) {
      return name;
    }
    try {
      Object key = ensure(name, keyType);
      if (key != null) {
        return key;
      }
    } catch (ExpressionFailure e) {
      throw JsonFailures.serialization(
          reader,
          "Could not convert string '"
              + name
              + "' to dictionary key type '"
              + keyType
              + "'. Create a TypeConverter to convert from the string to the key type object.",
          e);
    }
    return name;
  }

  private @Nullable Object createList(String typeName) {
    if (typeName.equals(OBJECT)) {
      return TokenCopies.copy(reader);
    }
    ClrTypeName type = ClrTypeName.parse(typeName);
    String element = ClrCollections.elementType(type);
    if (element == null) {
      throw notCreated("array", "(e.g. [1,2,3])", typeName);
    }
    List<@Nullable Object> items = new ArrayList<>();
    while (readFor(element)) {
      switch (reader.token()) {
        case END_ARRAY -> {
          return ClrCollections.list(type, element, items);
        }
        case COMMENT -> {}
        default -> items.add(create(element));
      }
    }
    throw JsonFailures.serialization(reader, "Unexpected end when deserializing array.");
  }

  private ExpressionFailure notCreated(String kind, String example, String typeName) {
    ClrTypeName type = ClrTypeName.parse(typeName);
    String wanted =
        ClrCollections.isDictionary(type)
            ? "JSON object (e.g. {\"name\":\"value\"})"
            : ClrCollections.elementType(type) != null
                ? "JSON array (e.g. [1,2,3])"
                : "JSON primitive value (e.g. string, number, boolean, null)";
    String fix =
        kind.equals("object")
            ? "that it is a normal .NET type (e.g. not a primitive type like integer, not a"
                + " collection type like an array or List<T>) that can be deserialized from a JSON"
                + " object. JsonObjectAttribute can also be added to the type to force it to"
                + " deserialize from a JSON object.\n"
            : "to an array or a type that implements a collection interface (e.g. ICollection,"
                + " IList) like List<T> that can be deserialized from a JSON array."
                + " JsonArrayAttribute can also be added to the type to force it to deserialize from"
                + " a JSON array.\n";
    return JsonFailures.serialization(
        reader,
        "Cannot deserialize the current JSON "
            + kind
            + " "
            + example
            + " into type '"
            + ClrTypeName.reflectedName(typeName)
            + "' because the type requires a "
            + wanted
            + " to deserialize correctly.\nTo fix this error either change the JSON to a "
            + wanted
            + " or change the deserialized type "
            + (kind.equals("object") ? "so " : "")
            + fix);
  }

  /** A simple value as the type. */
  private @Nullable Object ensure(@Nullable Object value, String typeName) {
    if (typeName.equals(OBJECT)) {
      return value;
    }
    if (value == null && takesNull(typeName)) {
      return null;
    }
    if (value != null && RuntimeTypes.nameOf(value).equals(typeName)) {
      return value;
    }
    String underlying = ClrTypeName.underlying(typeName);
    try {
      return SimpleValues.convert(value, underlying == null ? typeName : underlying);
    } catch (ExpressionFailure e) {
      throw JsonFailures.serialization(
          reader,
          "Error converting value "
              + JsonText.shown(value)
              + " to type '"
              + ClrTypeName.reflectedName(typeName)
              + "'.",
          e);
    }
  }
}
