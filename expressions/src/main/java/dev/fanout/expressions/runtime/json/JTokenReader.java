package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.runtime.Fence;
import org.jspecify.annotations.Nullable;

/** Reads a tree as if it were text; places are those of the text that the tree came from. */
final class JTokenReader extends JsonReader {
  private final JToken root;
  private @Nullable JToken current;
  private @Nullable JToken parent;

  JTokenReader(JToken root) {
    this.root = root;
  }

  /** The token that the reader stands on, or the container whose end it is. */
  @Nullable JToken current() {
    return current;
  }

  @Override
  boolean read() {
    Fence.steps(1);
    if (state == State.START) {
      if (current == root) {
        return false;
      }
      current = root;
      setTo(root);
      return true;
    }
    if (current == null) {
      return false;
    }
    return current instanceof JContainer container && parent != container
        ? readInto(container)
        : readOver(current);
  }

  private boolean readInto(JContainer container) {
    JToken first = container.first();
    if (first == null) {
      return setEnd(container);
    }
    setTo(first);
    current = first;
    parent = container;
    return true;
  }

  private boolean readOver(JToken token) {
    if (token == root) {
      return end();
    }
    JToken next = token.next();
    if (next != null) {
      current = next;
      setTo(next);
      return true;
    }
    JContainer container = token.parent();
    return container == null ? end() : setEnd(container);
  }

  private boolean end() {
    current = null;
    set(JsonToken.NONE);
    return false;
  }

  private boolean setEnd(JContainer container) {
    JsonToken end =
        switch (container.type()) {
          case JTokenType.OBJECT -> JsonToken.END_OBJECT;
          case JTokenType.ARRAY -> JsonToken.END_ARRAY;
          case JTokenType.CONSTRUCTOR -> JsonToken.END_CONSTRUCTOR;
          default -> null;
        };
    if (end == null) {
      return readOver(container);
    }
    set(end);
    current = container;
    parent = container;
    return true;
  }

  private void setTo(JToken token) {
    Object value = token instanceof JValue v ? v.value() : null;
    switch (token.type()) {
      case JTokenType.OBJECT -> set(JsonToken.START_OBJECT);
      case JTokenType.ARRAY -> set(JsonToken.START_ARRAY);
      case JTokenType.CONSTRUCTOR ->
          set(JsonToken.START_CONSTRUCTOR, ((JConstructor) token).name());
      case JTokenType.PROPERTY -> set(JsonToken.PROPERTY_NAME, ((JProperty) token).name());
      case JTokenType.COMMENT -> set(JsonToken.COMMENT, value);
      case JTokenType.INTEGER -> set(JsonToken.INTEGER, value);
      case JTokenType.FLOAT -> set(JsonToken.FLOAT, value);
      case JTokenType.STRING ->
          set(JsonToken.STRING, value instanceof Character c ? c + "" : value);
      case JTokenType.BOOLEAN -> set(JsonToken.BOOLEAN, value);
      case JTokenType.NULL -> set(JsonToken.NULL, value);
      case JTokenType.UNDEFINED -> set(JsonToken.UNDEFINED, value);
      case JTokenType.DATE -> set(JsonToken.DATE, value);
      case JTokenType.RAW -> set(JsonToken.RAW, value);
      case JTokenType.BYTES -> set(JsonToken.BYTES, value);
      default -> set(JsonToken.STRING, value == null ? null : Convertible.toText(value));
    }
  }

  @Override
  boolean hasLineInfo() {
    return state != State.START && current != null && current.lineNumber > 0;
  }

  @Override
  int lineNumber() {
    return current == null ? 0 : current.lineNumber;
  }

  @Override
  int linePosition() {
    return current == null ? 0 : current.linePosition;
  }

  @Override
  String path() {
    String path = super.path();
    String start = root.path();
    if (start.isEmpty() || path.isEmpty()) {
      return start + path;
    }
    return path.startsWith("[") ? start + path : start + "." + path;
  }
}
