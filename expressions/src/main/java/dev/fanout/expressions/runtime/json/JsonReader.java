package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.ExpressionFailure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pull reader of JSON tokens: which token it stands on, its value, the containers around it.
 * Where the tokens come from is the subclass's business.
 */
abstract class JsonReader {
  /** Containers in containers; Newtonsoft's default since 13.0.1. */
  static final int MOST_DEPTH = 64;

  /** What may come next. */
  enum State {
    START,
    PROPERTY,
    OBJECT_START,
    OBJECT,
    ARRAY_START,
    ARRAY,
    CONSTRUCTOR_START,
    CONSTRUCTOR,
    POST_VALUE,
    FINISHED
  }

  State state = State.START;
  private JsonToken token = JsonToken.NONE;
  private @Nullable Object value;
  private final List<JsonPosition> outer = new ArrayList<>();
  private @Nullable JsonPosition current;

  /** Moves to the next token; false at the end. */
  abstract boolean read();

  abstract boolean hasLineInfo();

  abstract int lineNumber();

  abstract int linePosition();

  final JsonToken token() {
    return token;
  }

  /** A boxed C# value, the name of a property, the text of a comment; null where there is none. */
  final @Nullable Object value() {
    return value;
  }

  final String text() {
    return String.valueOf(value);
  }

  /** Containers around the token; a start token is outside of its own. */
  final int depth() {
    int depth = outer.size();
    return token.isStart() || current == null ? depth : depth + 1;
  }

  String path() {
    if (current == null) {
      return "";
    }
    boolean inside =
        state != State.ARRAY_START
            && state != State.CONSTRUCTOR_START
            && state != State.OBJECT_START;
    return JsonPosition.path(outer, inside ? current : null);
  }

  final void set(JsonToken newToken) {
    set(newToken, null, true);
  }

  final void set(JsonToken newToken, @Nullable Object newValue) {
    set(newToken, newValue, true);
  }

  /**
   * @param counts whether an array's index moves on with this value
   */
  final void set(JsonToken newToken, @Nullable Object newValue, boolean counts) {
    token = newToken;
    value = newValue;
    switch (newToken) {
      case START_OBJECT -> open(State.OBJECT_START, JsonPosition.Container.OBJECT);
      case START_ARRAY -> open(State.ARRAY_START, JsonPosition.Container.ARRAY);
      case START_CONSTRUCTOR -> open(State.CONSTRUCTOR_START, JsonPosition.Container.CONSTRUCTOR);
      case END_OBJECT -> close(JsonPosition.Container.OBJECT);
      case END_ARRAY -> close(JsonPosition.Container.ARRAY);
      case END_CONSTRUCTOR -> close(JsonPosition.Container.CONSTRUCTOR);
      case PROPERTY_NAME -> {
        state = State.PROPERTY;
        if (current != null) {
          current.propertyName = (String) newValue;
        }
      }
      case NONE, COMMENT -> {}
      default -> valueIsRead(counts);
    }
  }

  final void valueIsRead(boolean counts) {
    state = current == null ? State.FINISHED : State.POST_VALUE;
    if (counts) {
      count();
    }
  }

  private void count() {
    if (current != null && current.hasIndex()) {
      current.index++;
    }
  }

  private void open(State newState, JsonPosition.Container container) {
    state = newState;
    count();
    if (current != null) {
      outer.add(current);
    }
    current = JsonPosition.open(container);
    if (outer.size() + 1 > MOST_DEPTH) {
      throw JsonFailures.reading(
          this, "The reader's MaxDepth of " + MOST_DEPTH + " has been exceeded.");
    }
  }

  private void close(JsonPosition.Container container) {
    JsonPosition closed = current;
    current = outer.isEmpty() ? null : outer.remove(outer.size() - 1);
    if (closed == null || closed.container != container) {
      throw JsonFailures.reading(
          this,
          "JsonToken "
              + token
              + " is not valid for closing JsonType "
              + (closed == null ? "None" : closed.container)
              + ".");
    }
    state = current == null ? State.FINISHED : State.POST_VALUE;
  }

  /** After a comma. */
  final void backToContainer() {
    if (current == null) {
      state = State.FINISHED;
      return;
    }
    state =
        switch (current.container) {
          case OBJECT -> State.OBJECT;
          case ARRAY -> State.ARRAY;
          case CONSTRUCTOR -> State.CONSTRUCTOR;
        };
  }

  final ExpressionFailure unexpectedEnd() {
    return JsonFailures.reading(this, "Unexpected end when reading JSON.");
  }

  /** Moves to the next token that is no comment. */
  final boolean readContent() {
    return read() && moveToContent();
  }

  final boolean moveToContent() {
    while (token == JsonToken.NONE || token == JsonToken.COMMENT) {
      if (!read()) {
        return false;
      }
    }
    return true;
  }

  final void readOrFail() {
    if (!read()) {
      throw JsonFailures.serialization(this, "Unexpected end when reading JSON.");
    }
  }

  /** Over the whole value that the reader stands on. */
  final void skip() {
    if (token == JsonToken.PROPERTY_NAME) {
      read();
    }
    if (token.isStart()) {
      int depth = depth();
      boolean more = read();
      while (more && depth < depth()) {
        more = read();
      }
    }
  }

  /** The next value as the wanted type; what cannot be that is an error at its place. */
  @Nullable Object readAs(ReadType wanted) {
    return TypedReads.read(this, wanted);
  }
}
