package dev.fanout.expressions.runtime.collections;

import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.expressions.runtime.Arrays;
import dev.fanout.expressions.runtime.ClrTyped;
import dev.fanout.expressions.runtime.Defaults;
import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.Fence;
import dev.fanout.expressions.runtime.KeyValuePair;
import dev.fanout.expressions.runtime.MutableDictionary;
import dev.fanout.expressions.runtime.Objects;
import dev.fanout.expressions.runtime.Ref;
import dev.fanout.expressions.runtime.Sequences;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** {@code Dictionary<TKey, TValue>}. */
public final class ClrDictionary implements MutableDictionary, ClrCollection, ClrTyped {
  private final SlotTable table;
  private final String keyType;
  private final String valueType;
  private final String pairTypes;

  private ClrDictionary(@Nullable ItemEquality comparer, String keyType, String valueType) {
    this.table = new SlotTable(comparer);
    this.keyType = keyType;
    this.valueType = valueType;
    this.pairTypes = KeyValuePair.types(keyType, valueType);
  }

  /** An empty dictionary of the types of these full names. */
  public static ClrDictionary create(String keyType, String valueType) {
    return new ClrDictionary(null, keyType, valueType);
  }

  public static ClrDictionary create(int capacity, String keyType, String valueType) {
    return create(capacity, null, keyType, valueType);
  }

  public static ClrDictionary create(
      @Nullable ItemEquality comparer, String keyType, String valueType) {
    return new ClrDictionary(comparer, keyType, valueType);
  }

  public static ClrDictionary create(
      int capacity, @Nullable ItemEquality comparer, String keyType, String valueType) {
    Indexes.checkNotNegative(capacity, "capacity");
    Arrays.checkedSize(capacity);
    return new ClrDictionary(comparer, keyType, valueType);
  }

  /** From another dictionary. */
  public static ClrDictionary create(
      @Nullable MutableDictionary dictionary, String keyType, String valueType) {
    return create(dictionary, null, keyType, valueType);
  }

  public static ClrDictionary create(
      @Nullable MutableDictionary dictionary,
      @Nullable ItemEquality comparer,
      String keyType,
      String valueType) {
    if (dictionary == null) {
      throw Failures.argumentNull("dictionary");
    }
    return create((Object) dictionary, comparer, keyType, valueType);
  }

  /** From pairs. */
  public static ClrDictionary create(
      @Nullable Object collection, String keyType, String valueType) {
    return create(collection, null, keyType, valueType);
  }

  public static ClrDictionary create(
      @Nullable Object collection,
      @Nullable ItemEquality comparer,
      String keyType,
      String valueType) {
    if (collection == null) {
      throw Failures.argumentNull("collection");
    }
    ClrDictionary result = new ClrDictionary(comparer, keyType, valueType);
    for (Iterator<?> pairs = Sequences.iterator(collection); pairs.hasNext(); ) {
      KeyValuePair pair = (KeyValuePair) pairs.next();
      result.add((Object) pair.key(), pair.value());
    }
    return result;
  }

  @Override
  public String typeName() {
    return "System.Collections.Generic.Dictionary<" + pairTypes + ">";
  }

  @Override
  public String keyType() {
    return keyType;
  }

  @Override
  public String valueType() {
    return valueType;
  }

  @Override
  public int count() {
    return table.count();
  }

  /** Null for the default. */
  public ItemEquality comparer() {
    return table.equality();
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return table.find(checked(key)) >= 0;
  }

  public boolean containsValue(@Nullable Object value) {
    Fence.steps(count());
    for (Iterator<?> values = values().iterator(); values.hasNext(); ) {
      if (Objects.equalsStatic(values.next(), value)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public @Nullable Object valueOrNull(Object key) {
    int slot = table.find(key);
    return slot < 0 ? null : table.value(slot);
  }

  @Override
  public @Nullable Object item(@Nullable Object key) {
    Object known = checked(key);
    int slot = table.find(known);
    if (slot < 0) {
      throw Failures.keyNotFound(known);
    }
    return table.value(slot);
  }

  @Override
  public void setItem(@Nullable Object key, @Nullable Object value) {
    int slot = table.find(checked(key));
    if (slot >= 0) {
      table.setValue(slot, value);
    } else {
      table.add(key, value);
    }
  }

  @Override
  public void add(@Nullable Object key, @Nullable Object value) {
    if (!tryAdd(key, value)) {
      throw duplicate(key);
    }
  }

  static ExpressionFailure duplicate(@Nullable Object key) {
    return Failures.argument(
        "An item with the same key has already been added. Key: "
            + (key == null ? "" : Objects.toString(key)),
        null);
  }

  public boolean tryAdd(@Nullable Object key, @Nullable Object value) {
    boolean isNew = table.find(checked(key)) < 0;
    if (isNew) {
      table.add(key, value);
    }
    return isNew;
  }

  public boolean tryGetValue(@Nullable Object key, Ref value) {
    int slot = table.find(checked(key));
    value.value = slot < 0 ? Defaults.boxed(valueType) : table.value(slot);
    return slot >= 0;
  }

  /** By key; as a collection of pairs, by pair. */
  @Override
  public boolean remove(@Nullable Object key) {
    if (key instanceof KeyValuePair pair && pair.types().equals(pairTypes)) {
      return contains(pair) && table.remove(pair.key());
    }
    return table.remove(checked(key));
  }

  public boolean remove(@Nullable Object key, Ref value) {
    tryGetValue(key, value);
    return table.remove(key);
  }

  @Override
  public void clear() {
    table.clear();
  }

  public int ensureCapacity(int capacity) {
    Indexes.checkNotNegative(capacity, "capacity");
    table.ensureCapacity(Arrays.checkedSize(capacity));
    return table.capacity();
  }

  public void trimExcess() {
    table.compact();
  }

  @Override
  public DictionaryPart keys() {
    return new DictionaryPart(this, true);
  }

  @Override
  public DictionaryPart values() {
    return new DictionaryPart(this, false);
  }

  Iterator<@Nullable Object> part(boolean ofKeys) {
    return table.iterator(ofKeys ? table::key : table::value);
  }

  /** As a collection of pairs. */
  @Override
  public boolean contains(@Nullable Object item) {
    if (!(item instanceof KeyValuePair pair)) {
      return false;
    }
    int slot = table.find(checked(pair.key()));
    return slot >= 0 && Objects.equalsStatic(table.value(slot), pair.value());
  }

  /** As a collection of pairs. */
  @Override
  public void add(@Nullable Object item) {
    KeyValuePair pair = (KeyValuePair) java.util.Objects.requireNonNull(item);
    add(pair.key(), pair.value());
  }

  @Override
  public boolean isReadOnly() {
    return false;
  }

  @Override
  public Iterator<@Nullable Object> iterator() {
    return table.iterator(slot -> new KeyValuePair(table.key(slot), table.value(slot), pairTypes));
  }

  private static Object checked(@Nullable Object key) {
    if (key == null) {
      throw Failures.argumentNull("key");
    }
    return key;
  }
}
