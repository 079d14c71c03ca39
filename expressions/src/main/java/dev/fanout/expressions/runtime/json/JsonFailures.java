package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.ExpressionFailure;
import org.jspecify.annotations.Nullable;

/** The exceptions of Newtonsoft.Json. */
final class JsonFailures {
  static final String READER = "Newtonsoft.Json.JsonReaderException";
  static final String SERIALIZATION = "Newtonsoft.Json.JsonSerializationException";
  private static final String WRITER = "Newtonsoft.Json.JsonWriterException";
  private static final String JSON = "Newtonsoft.Json.JsonException";

  private JsonFailures() {}

  static ExpressionFailure json(String message) {
    return new ExpressionFailure(JSON, message);
  }

  static ExpressionFailure reading(JsonReader reader, String message) {
    return at(READER, reader, message, null);
  }

  static ExpressionFailure serialization(JsonReader reader, String message) {
    return at(SERIALIZATION, reader, message, null);
  }

  static ExpressionFailure serialization(JsonReader reader, String message, Throwable cause) {
    return at(SERIALIZATION, reader, message, cause);
  }

  /** While writing: there are no lines. */
  static ExpressionFailure serialization(String path, String message) {
    return new ExpressionFailure(SERIALIZATION, sentence(message) + "Path '" + path + "'.");
  }

  static ExpressionFailure writing(String path, String message) {
    return new ExpressionFailure(WRITER, sentence(message) + "Path '" + path + "'.");
  }

  private static ExpressionFailure at(
      String type, JsonReader reader, String message, @Nullable Throwable cause) {
    String place =
        reader.hasLineInfo()
            ? ", line " + reader.lineNumber() + ", position " + reader.linePosition()
            : "";
    return new ExpressionFailure(
        type, sentence(message) + "Path '" + reader.path() + "'" + place + ".", cause);
  }

  private static String sentence(String message) {
    if (message.endsWith("\n")) {
      return message;
    }
    String trimmed = message.strip();
    return trimmed + (trimmed.endsWith(".") ? " " : ". ");
  }
}
