package dev.fanout.expressions.runtime.json;

import org.jspecify.annotations.Nullable;

/** JSON as a tree. A property that comes again replaces the first one in its place. */
final class JTokenWriter implements JsonWriter {
  private final WriterPath path = new WriterPath();
  private @Nullable JToken root;
  private @Nullable JContainer parent;

  /** What was written; null for nothing. */
  @Nullable JToken token() {
    return root;
  }

  @Override
  public String containerPath() {
    return path.text();
  }

  private void open(JContainer container, JsonPosition.Container kind) {
    path.open(kind);
    attach(container);
    parent = container;
  }

  private void attach(JToken token) {
    if (parent == null) {
      root = token;
    } else if (parent instanceof JProperty) {
      parent.append(0, token);
    } else {
      parent.append(parent.count(), token);
    }
  }

  private void close() {
    path.close();
    if (parent != null) {
      parent = parent.parent;
      leaveProperty();
    }
  }

  private void leaveProperty() {
    if (parent instanceof JProperty) {
      parent = parent.parent;
    }
  }

  private void add(JValue value) {
    path.count();
    attach(value);
    leaveProperty();
  }

  @Override
  public void startObject() {
    open(new JObject(), JsonPosition.Container.OBJECT);
  }

  @Override
  public void endObject() {
    close();
  }

  @Override
  public void startArray() {
    open(new JArray(), JsonPosition.Container.ARRAY);
  }

  @Override
  public void endArray() {
    close();
  }

  @Override
  public void startConstructor(String name) {
    open(new JConstructor(name), JsonPosition.Container.CONSTRUCTOR);
  }

  @Override
  public void endConstructor() {
    close();
  }

  @Override
  public void propertyName(String name) {
    path.name(name);
    JProperty property = new JProperty(name);
    if (parent instanceof JObject object) {
      TokenLoader.putProperty(object, property);
    } else {
      attach(property);
    }
    parent = property;
  }

  @Override
  public void value(Object value) {
    add(JValue.create(value instanceof Character c ? c.toString() : value));
  }

  @Override
  public void nullValue() {
    add(JValue.createNull());
  }

  @Override
  public void undefined() {
    add(JValue.createUndefined());
  }

  @Override
  public void comment(String text) {
    if (!(parent instanceof JObject)) {
      add(JValue.createComment(text));
    }
  }

  @Override
  public void raw(String text) {
    add(new JRaw(text));
  }
}
