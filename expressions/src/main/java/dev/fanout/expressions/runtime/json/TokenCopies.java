package dev.fanout.expressions.runtime.json;

import org.jspecify.annotations.Nullable;

/** Hands what a reader gives on to a writer. */
final class TokenCopies {
  private TokenCopies() {}

  /** The value that the reader stands on, as a tree. */
  static JToken copy(JsonReader reader) {
    JToken known = reader instanceof JTokenReader tokens ? tokens.current() : null;
    if (known != null && !(known instanceof JProperty)) {
      // Kinds that JSON text does not have stay what they are.
      reader.skip();
      return known.copy();
    }
    JTokenWriter writer = new JTokenWriter();
    copy(reader, writer);
    JToken token = writer.token();
    return token == null ? JValue.createNull() : token;
  }

  static void copy(JsonReader reader, JsonWriter writer) {
    int start = reader.token().isStart() ? reader.depth() : reader.depth() + 1;
    boolean more = true;
    while (more) {
      write(reader, writer);
      int depth = reader.depth() - (isEnd(reader.token()) ? 1 : 0);
      more = start - 1 < depth && reader.read();
    }
    int end = isEnd(reader.token()) ? reader.depth() - 1 : reader.depth();
    if (start < end || (start == end && reader.token().isStart())) {
      throw JsonFailures.writing(writer.containerPath(), "Unexpected end when reading token.");
    }
  }

  private static boolean isEnd(JsonToken token) {
    return token == JsonToken.END_OBJECT
        || token == JsonToken.END_ARRAY
        || token == JsonToken.END_CONSTRUCTOR;
  }

  private static void write(JsonReader reader, JsonWriter writer) {
    switch (reader.token()) {
      case NONE -> {}
      case START_OBJECT -> writer.startObject();
      case END_OBJECT -> writer.endObject();
      case START_ARRAY -> writer.startArray();
      case END_ARRAY -> writer.endArray();
      case START_CONSTRUCTOR -> writer.startConstructor(reader.text());
      case END_CONSTRUCTOR -> writer.endConstructor();
      case PROPERTY_NAME -> writer.propertyName(reader.text());
      case COMMENT -> writer.comment(reader.text());
      case UNDEFINED -> writer.undefined();
      case RAW -> writer.raw(reader.text());
      default -> value(reader.value(), writer);
    }
  }

  private static void value(@Nullable Object value, JsonWriter writer) {
    if (value == null) {
      writer.nullValue();
    } else {
      writer.value(value);
    }
  }
}
