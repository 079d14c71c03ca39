package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.expressions.runtime.Failures;
import org.jspecify.annotations.Nullable;

/** {@code JProperty}: a name and one value. */
public final class JProperty extends JContainer {
  private static final String CLASS_NAME = "Newtonsoft.Json.Linq.JProperty";

  private final String name;
  private @Nullable JToken content;

  JProperty(String name) {
    this.name = name;
  }

  public static JProperty create(@Nullable JProperty other) {
    if (other == null) {
      throw Failures.argumentNull("other");
    }
    return other.copy();
  }

  /** A sequence becomes an array. */
  public static JProperty create(@Nullable String name, @Nullable Object content) {
    if (name == null) {
      throw Failures.argumentNull("name");
    }
    JProperty created = new JProperty(name);
    created.setValue(isMultiple(content) ? JArray.create(content) : tokenOf(content));
    return created;
  }

  static JProperty create(@Nullable String name, @Nullable JToken value) {
    if (name == null) {
      throw Failures.argumentNull("name");
    }
    JProperty created = new JProperty(name);
    created.setValue(value);
    return created;
  }

  public static JProperty create(@Nullable String name, @Nullable Object @Nullable [] content) {
    return create(name, (Object) content);
  }

  public String name() {
    return name;
  }

  /** Null only while a reader fills it. */
  @Nullable JToken valueOrNull() {
    return content;
  }

  public JToken value() {
    return content == null ? JValue.createNull() : content;
  }

  public void setValue(@Nullable JToken value) {
    JToken given = value == null ? JValue.createNull() : value;
    if (content == null) {
      insertItem(0, given);
    } else {
      replaceItemAt(0, given);
    }
  }

  @Override
  public int type() {
    return JTokenType.PROPERTY;
  }

  @Override
  String className() {
    return CLASS_NAME;
  }

  @Override
  public int count() {
    return content == null ? 0 : 1;
  }

  @Override
  JToken get(int index) {
    if (index != 0 || content == null) {
      throw Failures.outOfRange(
          "Specified argument was out of the range of valid values.", "index");
    }
    return content;
  }

  @Override
  public int indexOf(@Nullable JToken item) {
    return item != null && item == content ? 0 : -1;
  }

  @Override
  void listInsert(int index, JToken item) {
    content = item;
  }

  @Override
  void listSet(int index, JToken item) {
    content = item;
  }

  @Override
  void listRemove(int index) {
    throw fixed();
  }

  @Override
  void listClear() {
    throw fixed();
  }

  @Override
  boolean insertItem(int index, @Nullable JToken item) {
    if (item != null && item.type() == JTokenType.COMMENT) {
      return false;
    }
    if (content != null) {
      throw JsonFailures.json(CLASS_NAME + " cannot have multiple values.");
    }
    return super.insertItem(0, item);
  }

  @Override
  boolean removeItem(@Nullable JToken item) {
    throw fixed();
  }

  @Override
  void removeItemAt(int index) {
    throw fixed();
  }

  @Override
  void clearItems() {
    throw fixed();
  }

  private static ExpressionFailure fixed() {
    return JsonFailures.json("Cannot add or remove items from " + CLASS_NAME + ".");
  }

  @Override
  JProperty copy() {
    JProperty copy = placedLike(new JProperty(name));
    copyChildrenTo(copy);
    return copy;
  }

  @Override
  boolean sameAs(JToken other) {
    return other instanceof JProperty that && name.equals(that.name) && sameChildren(that);
  }

  @Override
  void writeTo(JsonWriter writer) {
    writer.propertyName(name);
    if (content == null) {
      writer.nullValue();
    } else {
      content.writeTo(writer);
    }
  }

  @Override
  void mergeItem(Object given) {
    if (given instanceof JProperty other && other.value().type() != JTokenType.NULL) {
      setValue(other.value());
    }
  }
}
