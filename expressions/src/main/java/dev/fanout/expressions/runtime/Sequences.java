package dev.fanout.expressions.runtime;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** {@code IEnumerable<T>}: strings, arrays, dictionaries and Java's iterables, items boxed. */
public final class Sequences {
  private Sequences() {}

  /** Of null it is the JVM's error. */
  public static Iterator<?> iterator(Object sequence) {
    if (sequence instanceof Iterable<?> iterable) {
      return iterable.iterator();
    }
    if (sequence instanceof String text) {
      return new Places(text, text.length());
    }
    if (sequence instanceof ReadOnlyDictionary dictionary) {
      return Dictionaries.pairs(dictionary);
    }
    if (!sequence.getClass().isArray()) {
      throw new IllegalArgumentException(sequence.getClass() + " is no sequence");
    }
    return new Places(sequence, ArrayItems.length(sequence));
  }

  /** The elements of an array, or the characters of a string. */
  private static final class Places implements Iterator<@Nullable Object> {
    private final Object whole;
    private final int length;
    private int next;

    Places(Object whole, int length) {
      this.whole = whole;
      this.length = length;
    }

    @Override
    public boolean hasNext() {
      return next < length;
    }

    @Override
    public @Nullable Object next() {
      if (next >= length) {
        throw new NoSuchElementException();
      }
      int place = next++;
      return whole instanceof String text
          ? Boxes.box(text.charAt(place))
          : ArrayItems.get(whole, place);
    }
  }
}
