package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.ExpressionFailure;
import org.jspecify.annotations.Nullable;

/** Builds trees from readers. */
final class TokenLoader {
  private TokenLoader() {}

  static JToken parse(@Nullable String json) {
    JsonTextReader reader = new JsonTextReader(json);
    JToken token = load(reader);
    readToEnd(reader);
    return token;
  }

  static JObject parseObject(@Nullable String json) {
    JsonTextReader reader = new JsonTextReader(json);
    JObject object = new JObject();
    load(reader, object, JsonToken.START_OBJECT, "an object");
    readToEnd(reader);
    return object;
  }

  static JArray parseArray(@Nullable String json) {
    JsonTextReader reader = new JsonTextReader(json);
    JArray array = new JArray();
    load(reader, array, JsonToken.START_ARRAY, "an array");
    readToEnd(reader);
    return array;
  }

  /** Only comments may follow. */
  private static void readToEnd(JsonReader reader) {
    boolean more = reader.read();
    while (more) {
      more = reader.read();
    }
  }

  /** The value that the reader stands on, or the next one. */
  static JToken load(JsonReader reader) {
    if (reader.token() == JsonToken.NONE && !reader.read()) {
      throw JsonFailures.reading(reader, "Error reading JToken from JsonReader.");
    }
    JContainer container = container(reader);
    if (container != null) {
      container.placeAt(reader);
      fill(reader, container);
      return container;
    }
    JValue value = value(reader);
    if (value == null) {
      throw JsonFailures.reading(
          reader,
          "Error reading JToken from JsonReader. Unexpected token: " + reader.token() + ".");
    }
    return value;
  }

  private static void load(
      JsonReader reader, JContainer target, JsonToken start, String description) {
    String what = "Error reading " + target.simpleName() + " from JsonReader.";
    if (!reader.read()) {
      throw JsonFailures.reading(reader, what);
    }
    reader.moveToContent();
    if (reader.token() != start) {
      throw JsonFailures.reading(
          reader, what + " Current JsonReader item is not " + description + ": " + reader.token());
    }
    target.placeAt(reader);
    fill(reader, target);
  }

  /** Stands on the start of the target. */
  private static void fill(JsonReader reader, JContainer target) {
    int depth = reader.depth();
    if (!reader.read()) {
      throw JsonFailures.reading(
          reader, "Error reading " + target.simpleName() + " from JsonReader.");
    }
    readContent(reader, target);
    if (reader.depth() > depth) {
      throw JsonFailures.reading(
          reader, "Unexpected end of content while loading " + target.simpleName() + ".");
    }
  }

  private static void readContent(JsonReader reader, JContainer target) {
    JContainer parent = target;
    boolean more = true;
    while (more) {
      if (parent instanceof JProperty property && property.valueOrNull() != null) {
        if (parent == target) {
          return;
        }
        parent = parentOf(parent);
      }
      switch (reader.token()) {
        case END_ARRAY, END_OBJECT, END_CONSTRUCTOR -> {
          if (parent == target) {
            return;
          }
          parent = parentOf(parent);
        }
        case PROPERTY_NAME -> {
          JProperty property = new JProperty(reader.text());
          property.placeAt(reader);
          putProperty((JObject) parent, property);
          parent = property;
        }
        case NONE, COMMENT -> {}
        default -> parent = addValue(reader, parent);
      }
      more = reader.read();
    }
  }

  /** The container to go on in. */
  private static JContainer addValue(JsonReader reader, JContainer parent) {
    JContainer container = container(reader);
    JToken token = container == null ? value(reader) : container;
    if (token == null) {
      throw new ExpressionFailure(
          "System.InvalidOperationException",
          "The JsonReader should not be on a token of type " + reader.token() + ".");
    }
    if (container != null) {
      container.placeAt(reader);
    }
    if (parent instanceof JObject) {
      // Only properties can stand here: let the object say so.
      parent.add(token);
    } else {
      parent.append(parent.count(), token);
    }
    return container == null ? parent : container;
  }

  private static JContainer parentOf(JContainer container) {
    JContainer parent = container.parent();
    if (parent == null) {
      throw new IllegalStateException("a token outside of the tree that is read");
    }
    return parent;
  }

  /** A new property, in the place of one with its name. */
  static void putProperty(JObject object, JProperty property) {
    JProperty existing = object.property(property.name());
    if (existing == null) {
      object.append(object.count(), property);
    } else {
      object.put(object.indexOf(existing), property);
    }
  }

  private static @Nullable JContainer container(JsonReader reader) {
    return switch (reader.token()) {
      case START_OBJECT -> new JObject();
      case START_ARRAY -> new JArray();
      case START_CONSTRUCTOR -> new JConstructor(reader.text());
      default -> null;
    };
  }

  private static @Nullable JValue value(JsonReader reader) {
    JValue value =
        switch (reader.token()) {
          case STRING -> new JValue(reader.value(), JTokenType.STRING);
          case INTEGER -> new JValue(reader.value(), JTokenType.INTEGER);
          case FLOAT -> new JValue(reader.value(), JTokenType.FLOAT);
          case BOOLEAN -> new JValue(reader.value(), JTokenType.BOOLEAN);
          case DATE -> new JValue(reader.value(), JTokenType.DATE);
          case BYTES -> new JValue(reader.value(), JTokenType.BYTES);
          case RAW -> new JRaw(reader.value());
          case COMMENT -> JValue.createComment(reader.text());
          case NULL -> JValue.createNull();
          case UNDEFINED -> JValue.createUndefined();
          default -> null;
        };
    if (value != null) {
      value.placeAt(reader);
    }
    return value;
  }
}
