package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.runtime.ClrViewed;
import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.Fence;
import dev.fanout.expressions.runtime.MutableDictionary;
import dev.fanout.expressions.runtime.Ref;
import dev.fanout.expressions.runtime.Strings;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code JObject}: properties in order, each name once. */
public final class JObject extends TokenList implements ClrViewed {
  private static final int ORDINAL = 4;
  private static final int MOST_SCANNED = 8;

  /** By name, once there are too many to look through. */
  private @Nullable Map<String, JProperty> index;

  JObject() {}

  public static JObject create() {
    return new JObject();
  }

  /** {@code new JObject(other)}: a copy. */
  public static JObject create(@Nullable JObject other) {
    if (other == null) {
      throw Failures.argumentNull("other");
    }
    return other.copy();
  }

  public static JObject create(@Nullable Object content) {
    JObject created = new JObject();
    created.add(content);
    return created;
  }

  public static JObject create(@Nullable Object @Nullable [] content) {
    return create((Object) content);
  }

  public static JObject parse(@Nullable String json) {
    return TokenLoader.parseObject(json);
  }

  public static JObject fromObject(@Nullable Object value) {
    JToken token = JsonSerializer.toToken(value);
    if (token instanceof JObject object) {
      return object;
    }
    throw Failures.argument(
        "Object serialized to " + token.typeText() + ". JObject instance expected.", null);
  }

  @Override
  public int type() {
    return JTokenType.OBJECT;
  }

  @Override
  String className() {
    return "Newtonsoft.Json.Linq.JObject";
  }

  @Override
  JObject copy() {
    JObject copy = placedLike(new JObject());
    copyChildrenTo(copy);
    return copy;
  }

  @Override
  boolean sameAs(JToken other) {
    if (other == this) {
      return true;
    }
    if (!(other instanceof JObject that) || that.count() != count()) {
      return false;
    }
    Fence.steps(count());
    for (int i = 0; i < count(); i++) {
      JProperty mine = (JProperty) get(i);
      JProperty theirs = that.property(mine.name());
      if (theirs == null || !mine.value().sameAs(theirs.value())) {
        return false;
      }
    }
    return true;
  }

  @Override
  void writeTo(JsonWriter writer) {
    writer.startObject();
    for (int i = 0; i < count(); i++) {
      get(i).writeTo(writer);
    }
    writer.endObject();
  }

  @Override
  void listInsert(int at, JToken item) {
    super.listInsert(at, item);
    if (index != null) {
      JProperty property = (JProperty) item;
      index.put(property.name(), property);
    }
  }

  @Override
  void listSet(int at, JToken item) {
    forget(get(at));
    super.listSet(at, item);
    if (index != null) {
      JProperty property = (JProperty) item;
      index.put(property.name(), property);
    }
  }

  @Override
  void listRemove(int at) {
    forget(get(at));
    super.listRemove(at);
  }

  @Override
  void listClear() {
    index = null;
    super.listClear();
  }

  private void forget(JToken item) {
    if (index != null) {
      index.remove(((JProperty) item).name());
    }
  }

  @Override
  boolean insertItem(int at, @Nullable JToken item) {
    return (item == null || item.type() != JTokenType.COMMENT) && super.insertItem(at, item);
  }

  @Override
  void check(JToken item, @Nullable JToken existing) {
    if (!(item instanceof JProperty property)) {
      throw cannotAdd(item);
    }
    boolean sameName =
        existing instanceof JProperty replaced && replaced.name().equals(property.name());
    if (!sameName && property(property.name()) != null) {
      throw Failures.argument(
          "Can not add property "
              + property.name()
              + " to "
              + className()
              + ". Property with the same name already exists on object.",
          null);
    }
  }

  public @Nullable JProperty property(@Nullable String name) {
    if (name == null) {
      return null;
    }
    if (index == null && count() > MOST_SCANNED) {
      index = new HashMap<>();
      for (int i = 0; i < count(); i++) {
        JProperty property = (JProperty) get(i);
        index.put(property.name(), property);
      }
    }
    if (index != null) {
      return index.get(name);
    }
    for (int i = 0; i < count(); i++) {
      JProperty property = (JProperty) get(i);
      if (property.name().equals(name)) {
        return property;
      }
    }
    return null;
  }

  /** The exact name first, then the first that compares equal. */
  public @Nullable JProperty property(@Nullable String name, int comparison) {
    JProperty exact = property(name);
    if (exact != null || comparison == ORDINAL || name == null) {
      return exact;
    }
    Fence.steps(count());
    for (int i = 0; i < count(); i++) {
      JProperty property = (JProperty) get(i);
      if (Strings.equalsStatic(property.name(), name, comparison)) {
        return property;
      }
    }
    return null;
  }

  public @Nullable JToken item(@Nullable String name) {
    if (name == null) {
      throw Failures.argumentNull("propertyName");
    }
    JProperty property = property(name);
    return property == null ? null : property.value();
  }

  public void setItem(@Nullable String name, @Nullable JToken value) {
    JProperty property = property(name);
    if (property != null) {
      property.setValue(value);
    } else {
      append(count(), JProperty.create(name, value));
    }
  }

  @Override
  public @Nullable JToken item(@Nullable Object key) {
    return item(name(key, "Accessed"));
  }

  @Override
  public void setItem(@Nullable Object key, @Nullable JToken value) {
    setItem(name(key, "Set"), value);
  }

  private static String name(@Nullable Object key, String verb) {
    if (key == null) {
      throw Failures.argumentNull("key");
    }
    if (key instanceof String name) {
      return name;
    }
    throw Failures.argument(
        verb
            + " JObject values with invalid key value: "
            + JsonText.shown(key)
            + ". Object property name expected.",
        null);
  }

  public void add(@Nullable String name, @Nullable JToken value) {
    add(JProperty.create(name, value));
  }

  public boolean containsKey(@Nullable String name) {
    if (name == null) {
      throw Failures.argumentNull("propertyName");
    }
    return property(name) != null;
  }

  public boolean remove(@Nullable String name) {
    JProperty property = property(name);
    if (property == null) {
      return false;
    }
    property.remove();
    return true;
  }

  public @Nullable JToken getValue(@Nullable String name) {
    return getValue(name, ORDINAL);
  }

  public @Nullable JToken getValue(@Nullable String name, int comparison) {
    JProperty property = property(name, comparison);
    return property == null ? null : property.value();
  }

  public boolean tryGetValue(@Nullable String name, Ref value) {
    return tryGetValue(name, ORDINAL, value);
  }

  public boolean tryGetValue(@Nullable String name, int comparison, Ref value) {
    value.value = getValue(name, comparison);
    return value.value != null;
  }

  /** {@code Properties()}. */
  public Object properties() {
    return TokenWalks.properties(this);
  }

  public JEnumerable propertyValues() {
    return JEnumerable.ofValues(this);
  }

  /** The object as pairs of name and value, as {@code foreach} sees it. */
  public static Object pairs(@Nullable JObject self) {
    return TokenWalks.pairs(notNull(self));
  }

  /** The object as {@code IDictionary<string, JToken>}, whose changes are its own. */
  public static MutableDictionary dictionary(@Nullable JObject self) {
    return new ObjectDictionary(notNull(self));
  }

  /** The object as {@code ICollection<KeyValuePair<string, JToken>>}. */
  public static Object collection(@Nullable JObject self) {
    return dictionary(self);
  }

  private static JObject notNull(@Nullable JObject self) {
    if (self == null) {
      throw Failures.nullReference();
    }
    return self;
  }

  @Override
  public Object viewAs(String typeName) {
    return typeName.contains("KeyValuePair<") || typeName.contains("Dictionary<")
        ? new ObjectDictionary(this)
        : this;
  }

  Iterator<Object> pairIterator() {
    Iterator<JToken> properties = liveIterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return properties.hasNext();
      }

      @Override
      public Object next() {
        JProperty property = (JProperty) properties.next();
        return ObjectDictionary.pair(property);
      }
    };
  }

  @Override
  void mergeItem(Object content) {
    if (!(content instanceof JObject other)) {
      return;
    }
    Iterator<JToken> properties = other.liveIterator();
    while (properties.hasNext()) {
      JProperty given = (JProperty) properties.next();
      JToken value = given.value();
      JProperty mine = property(given.name());
      if (mine == null) {
        add(given.name(), value);
      } else if (mine.value() instanceof JContainer container && container.type() == value.type()) {
        container.merge(value);
      } else if (!(value instanceof JValue plain && plain.value() == null)) {
        mine.setValue(value);
      }
    }
  }
}
