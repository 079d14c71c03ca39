package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.expressions.runtime.Fence;
import org.jspecify.annotations.Nullable;

/** JSON as text, compact or indented by two spaces; lines end with a line feed. */
final class JsonTextWriter implements JsonWriter {
  /** Containers in containers, before the JVM's stack is at risk. */
  private static final int DEEPEST = 4_000;

  private static final int STEPS_AT_ONCE = 64;

  /** Where the next token would stand. */
  private enum State {
    START,
    PROPERTY,
    OBJECT_START,
    OBJECT,
    ARRAY_START,
    ARRAY,
    CONSTRUCTOR_START,
    CONSTRUCTOR
  }

  private final boolean indented;
  private final StringBuilder out = new StringBuilder(256);
  private final WriterPath path = new WriterPath();
  private State state = State.START;
  private int steps;

  JsonTextWriter(boolean indented) {
    this.indented = indented;
  }

  String text() {
    return out.toString();
  }

  @Override
  public String containerPath() {
    return path.text();
  }

  /** Separators and white space before a token. */
  private void before(boolean isComment) {
    boolean follows = state == State.OBJECT || state == State.ARRAY || state == State.CONSTRUCTOR;
    if (follows && !isComment) {
      out.append(',');
    }
    if (indented) {
      switch (state) {
        case PROPERTY -> out.append(' ');
        case ARRAY_START, ARRAY, CONSTRUCTOR_START, CONSTRUCTOR -> indent();
        default -> {}
      }
    }
    if (++steps == STEPS_AT_ONCE) {
      Fence.steps(STEPS_AT_ONCE);
      steps = 0;
      checkLength();
    }
  }

  private void checkLength() {
    Fence.characters(out.length());
  }

  private void indent() {
    out.append('\n').append("  ".repeat(path.depth()));
  }

  /** The state behind a value. */
  private void after() {
    JsonPosition.Container container = path.innermost();
    if (container == null) {
      state = state == State.PROPERTY ? State.OBJECT : State.START;
      return;
    }
    state =
        switch (container) {
          case OBJECT -> State.OBJECT;
          case ARRAY -> State.ARRAY;
          case CONSTRUCTOR -> State.CONSTRUCTOR;
        };
  }

  private void open(JsonPosition.Container container, String text, State inside) {
    if (path.depth() >= DEEPEST) {
      throw ExpressionFailure.fence(
          "System.InsufficientExecutionStackException",
          "JSON is nested deeper than " + DEEPEST + " levels.");
    }
    before(false);
    path.open(container);
    out.append(text);
    state = inside;
  }

  private void close(char end) {
    if (state == State.PROPERTY) {
      nullValue();
    }
    State last = state;
    path.close();
    if (indented && last != State.OBJECT_START && last != State.ARRAY_START) {
      indent();
    }
    out.append(end);
    after();
  }

  @Override
  public void startObject() {
    open(JsonPosition.Container.OBJECT, "{", State.OBJECT_START);
  }

  @Override
  public void endObject() {
    close('}');
  }

  @Override
  public void startArray() {
    open(JsonPosition.Container.ARRAY, "[", State.ARRAY_START);
  }

  @Override
  public void endArray() {
    close(']');
  }

  @Override
  public void startConstructor(String name) {
    open(JsonPosition.Container.CONSTRUCTOR, "new " + name + "(", State.CONSTRUCTOR_START);
  }

  @Override
  public void endConstructor() {
    close(')');
  }

  @Override
  public void propertyName(String name) {
    path.name(name);
    before(false);
    if (indented && (state == State.OBJECT_START || state == State.OBJECT)) {
      indent();
    }
    JsonText.quote(out, name, '"');
    out.append(':');
    state = State.PROPERTY;
  }

  private void plain(String text) {
    before(false);
    path.count();
    out.append(text);
    after();
  }

  @Override
  public void value(Object value) {
    if (value instanceof String text) {
      before(false);
      path.count();
      JsonText.quote(out, text, '"');
      after();
      checkLength();
      return;
    }
    if (value instanceof Long || value instanceof Integer) {
      before(false);
      path.count();
      out.append(((Number) value).longValue());
      after();
      return;
    }
    String text = simple(value);
    plain(JsonText.isWord(value) ? '"' + text + '"' : text);
  }

  private String simple(Object value) {
    @Nullable String text = JsonText.ofSimple(value);
    if (text == null) {
      throw JsonFailures.writing(
          path.text(),
          "Unsupported type: "
              + ClrTypeName.reflected(value)
              + ". Use the JsonSerializer class to get the object's JSON representation.");
    }
    return text;
  }

  @Override
  public void nullValue() {
    plain("null");
  }

  @Override
  public void undefined() {
    plain("undefined");
  }

  @Override
  public void comment(String text) {
    before(true);
    out.append("/*").append(text).append("*/");
  }

  @Override
  public void raw(String text) {
    plain(text);
    checkLength();
  }
}
