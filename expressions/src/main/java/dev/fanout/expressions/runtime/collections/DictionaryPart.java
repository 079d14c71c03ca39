package dev.fanout.expressions.runtime.collections;

import dev.fanout.expressions.runtime.ClrTyped;
import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.KeyValuePair;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** {@code Dictionary<TKey, TValue>.KeyCollection} and {@code ValueCollection}: views. */
public final class DictionaryPart implements ClrCollection, ClrTyped {
  private final ClrDictionary dictionary;
  private final boolean ofKeys;

  DictionaryPart(ClrDictionary dictionary, boolean ofKeys) {
    this.dictionary = dictionary;
    this.ofKeys = ofKeys;
  }

  @Override
  public String typeName() {
    return "System.Collections.Generic."
        + (ofKeys ? "KeyCollection<" : "ValueCollection<")
        + KeyValuePair.types(dictionary.keyType(), dictionary.valueType())
        + ">";
  }

  @Override
  public int count() {
    return dictionary.count();
  }

  @Override
  public boolean isReadOnly() {
    return true;
  }

  @Override
  public boolean contains(@Nullable Object item) {
    return ofKeys ? dictionary.containsKey(item) : dictionary.containsValue(item);
  }

  @Override
  public void add(@Nullable Object item) {
    throw refused();
  }

  @Override
  public boolean remove(@Nullable Object item) {
    throw refused();
  }

  @Override
  public void clear() {
    throw refused();
  }

  private RuntimeException refused() {
    return Failures.notSupported(
        "Mutating a "
            + (ofKeys ? "key" : "value")
            + " collection derived from a dictionary is not allowed.");
  }

  @Override
  public Iterator<@Nullable Object> iterator() {
    return dictionary.part(ofKeys);
  }
}
