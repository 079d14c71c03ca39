package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.runtime.Failures;
import org.jspecify.annotations.Nullable;

/** {@code JArray}. */
public final class JArray extends TokenList {
  JArray() {}

  public static JArray create() {
    return new JArray();
  }

  /** {@code new JArray(other)}: a copy, not an array in an array. */
  public static JArray create(@Nullable JArray other) {
    if (other == null) {
      throw Failures.argumentNull("other");
    }
    return other.copy();
  }

  public static JArray create(@Nullable Object content) {
    JArray created = new JArray();
    created.add(content);
    return created;
  }

  public static JArray create(@Nullable Object @Nullable [] content) {
    return create((Object) content);
  }

  public static JArray parse(@Nullable String json) {
    return TokenLoader.parseArray(json);
  }

  public static JArray fromObject(@Nullable Object value) {
    JToken token = JsonSerializer.toToken(value);
    if (token instanceof JArray array) {
      return array;
    }
    throw Failures.argument(
        "Object serialized to " + token.typeText() + ". JArray instance expected.", null);
  }

  @Override
  public int type() {
    return JTokenType.ARRAY;
  }

  @Override
  String className() {
    return "Newtonsoft.Json.Linq.JArray";
  }

  @Override
  JArray copy() {
    JArray copy = placedLike(new JArray());
    copyChildrenTo(copy);
    return copy;
  }

  @Override
  boolean sameAs(JToken other) {
    return other == this || (other instanceof JArray that && sameChildren(that));
  }

  @Override
  void writeTo(JsonWriter writer) {
    writer.startArray();
    for (int i = 0; i < count(); i++) {
      get(i).writeTo(writer);
    }
    writer.endArray();
  }

  public void setItem(int index, @Nullable JToken value) {
    replaceItemAt(index, value);
  }

  @Override
  public @Nullable JToken item(@Nullable Object key) {
    return item(index(key, "Accessed JArray"));
  }

  @Override
  public void setItem(@Nullable Object key, @Nullable JToken value) {
    setItem(index(key, "Set JArray"), value);
  }

  static int index(@Nullable Object key, String what) {
    if (key == null) {
      throw Failures.argumentNull("key");
    }
    if (key instanceof Integer index) {
      return index;
    }
    throw Failures.argument(
        what
            + " values with invalid key value: "
            + JsonText.shown(key)
            + ". Int32 array index expected.",
        null);
  }

  /** {@code Add(JToken)}. */
  public void add(@Nullable JToken item) {
    add((Object) item);
  }

  public void insert(int index, @Nullable JToken item) {
    insertItem(index, item);
  }

  public boolean contains(@Nullable JToken item) {
    return indexOf(item) >= 0;
  }

  public boolean remove(@Nullable JToken item) {
    return removeItem(item);
  }

  public void copyTo(JToken @Nullable [] array, int start) {
    if (array == null) {
      throw Failures.argumentNull("array");
    }
    if (start < 0) {
      throw Failures.outOfRange("arrayIndex is less than 0.", "arrayIndex");
    }
    if (start >= array.length && start != 0) {
      throw Failures.argument("arrayIndex is equal to or greater than the length of array.", null);
    }
    if (count() > array.length - start) {
      throw Failures.argument(
          "The number of elements in the source JObject is greater than the available space from"
              + " arrayIndex to the end of the destination array.",
          null);
    }
    for (int i = 0; i < count(); i++) {
      array[start + i] = get(i);
    }
  }

  @Override
  void mergeItem(Object content) {
    if (content instanceof JArray || isMultiple(content)) {
      mergeSequence(content);
    }
  }
}
