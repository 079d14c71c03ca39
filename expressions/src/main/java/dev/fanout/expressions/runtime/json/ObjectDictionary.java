package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.runtime.ClrTyped;
import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.KeyValuePair;
import dev.fanout.expressions.runtime.MutableDictionary;
import dev.fanout.expressions.runtime.collections.ClrCollection;
import dev.fanout.expressions.runtime.collections.ClrList;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** A JObject as {@code IDictionary<string, JToken>}. */
final class ObjectDictionary implements MutableDictionary, ClrCollection, ClrTyped {
  private static final String STRING = "System.String";
  private static final String TYPES = KeyValuePair.types(STRING, TokenWalks.TOKEN);

  private final JObject object;

  ObjectDictionary(JObject object) {
    this.object = object;
  }

  static KeyValuePair pair(JProperty property) {
    return new KeyValuePair(property.name(), property.value(), TYPES);
  }

  @Override
  public String typeName() {
    return object.typeName();
  }

  @Override
  public String valueType() {
    return TokenWalks.TOKEN;
  }

  @Override
  public int count() {
    return object.count();
  }

  @Override
  public boolean isReadOnly() {
    return false;
  }

  @Override
  public boolean containsKey(Object key) {
    return object.containsKey((String) key);
  }

  @Override
  public @Nullable Object valueOrNull(Object key) {
    return object.item((String) key);
  }

  /** Null for a name that is not there. */
  @Override
  public @Nullable Object item(Object key) {
    return object.item((String) key);
  }

  @Override
  public void setItem(Object key, @Nullable Object value) {
    object.setItem((String) key, (JToken) value);
  }

  @Override
  public void add(Object key, @Nullable Object value) {
    object.add((String) key, (JToken) value);
  }

  @Override
  public boolean remove(@Nullable Object keyOrPair) {
    if (keyOrPair instanceof KeyValuePair pair) {
      return contains(pair) && object.remove((String) pair.key());
    }
    return object.remove((String) keyOrPair);
  }

  @Override
  public void clear() {
    object.removeAll();
  }

  @Override
  public Iterable<?> keys() {
    ClrList names = ClrList.create(STRING);
    object.liveIterator().forEachRemaining(property -> names.add(((JProperty) property).name()));
    return names;
  }

  @Override
  public Iterable<?> values() {
    throw new dev.fanout.expressions.ExpressionFailure(
        "System.NotImplementedException", "The method or operation is not implemented.");
  }

  @Override
  public boolean contains(@Nullable Object item) {
    return item instanceof KeyValuePair pair
        && pair.key() instanceof String name
        && object.property(name) != null
        && object.item(name) == pair.value();
  }

  @Override
  public void add(@Nullable Object item) {
    if (!(item instanceof KeyValuePair pair)) {
      throw Failures.nullReference();
    }
    object.add((String) pair.key(), (JToken) pair.value());
  }

  @Override
  public Iterator<@Nullable Object> iterator() {
    return TokenWalks.objects(object.pairIterator());
  }
}
