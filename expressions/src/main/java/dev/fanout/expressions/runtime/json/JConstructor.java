package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.runtime.Failures;
import org.jspecify.annotations.Nullable;

/** {@code JConstructor}: {@code new Date(1, 2)} in JSON text. */
public final class JConstructor extends TokenList {
  private @Nullable String name;

  JConstructor(@Nullable String name) {
    this.name = name;
  }

  public static JConstructor create() {
    return new JConstructor(null);
  }

  public static JConstructor create(@Nullable JConstructor other) {
    if (other == null) {
      throw Failures.argumentNull("other");
    }
    return other.copy();
  }

  public static JConstructor create(@Nullable String name) {
    if (name == null) {
      throw Failures.argumentNull("name");
    }
    if (name.isEmpty()) {
      throw Failures.argument("Constructor name cannot be empty.", "name");
    }
    return new JConstructor(name);
  }

  public static JConstructor create(@Nullable String name, @Nullable Object content) {
    JConstructor created = create(name);
    created.add(content);
    return created;
  }

  public static JConstructor create(@Nullable String name, @Nullable Object @Nullable [] content) {
    return create(name, (Object) content);
  }

  public @Nullable String name() {
    return name;
  }

  public void setName(@Nullable String value) {
    name = value;
  }

  @Override
  public int type() {
    return JTokenType.CONSTRUCTOR;
  }

  @Override
  String className() {
    return "Newtonsoft.Json.Linq.JConstructor";
  }

  @Override
  JConstructor copy() {
    JConstructor copy = placedLike(new JConstructor(name));
    copyChildrenTo(copy);
    return copy;
  }

  @Override
  boolean sameAs(JToken other) {
    return other instanceof JConstructor that
        && java.util.Objects.equals(name, that.name)
        && sameChildren(that);
  }

  @Override
  void writeTo(JsonWriter writer) {
    writer.startConstructor(name == null ? "" : name);
    for (int i = 0; i < count(); i++) {
      get(i).writeTo(writer);
    }
    writer.endConstructor();
  }

  @Override
  public @Nullable JToken item(@Nullable Object key) {
    int index = index(key, "Accessed JConstructor values with invalid key value: ");
    if (index < 0 || index >= count()) {
      throw noIndex();
    }
    return get(index);
  }

  @Override
  public void setItem(@Nullable Object key, @Nullable JToken value) {
    replaceItemAt(index(key, "Set JConstructor values with invalid key value: "), value);
  }

  private static int index(@Nullable Object key, String what) {
    if (key == null) {
      throw Failures.argumentNull("key");
    }
    if (key instanceof Integer index) {
      return index;
    }
    throw Failures.argument(
        what + JsonText.shown(key) + ". Argument position index expected.", null);
  }

  @Override
  void mergeItem(Object content) {
    if (!(content instanceof JConstructor other)) {
      return;
    }
    if (other.name != null) {
      name = other.name;
    }
    mergeSequence(other);
  }
}
