package dev.fanout.expressions.runtime;

import java.util.Arrays;
import java.util.Iterator;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** {@code IEnumerable<T>}: strings, arrays, dictionaries and Java's iterables, items boxed. */
public final class Sequences {
  private Sequences() {}

  public static Iterator<?> iterator(Object sequence) {
    if (sequence instanceof Iterable<?> iterable) {
      return iterable.iterator();
    }
    if (sequence instanceof Object[] array) {
      return Arrays.asList(array).iterator();
    }
    if (sequence instanceof String string) {
      PrimitiveIterator.OfInt characters = string.chars().iterator();
      return new MappedIterator(characters, item -> (char) (int) (Integer) item);
    }
    if (sequence instanceof byte[] bytes) {
      return IntStream.range(0, bytes.length)
          .mapToObj(i -> new ClrByte(bytes[i] & 0xFF))
          .iterator();
    }
    if (sequence instanceof int[] numbers) {
      return Arrays.stream(numbers).iterator();
    }
    if (sequence instanceof long[] numbers) {
      return Arrays.stream(numbers).iterator();
    }
    if (sequence instanceof double[] numbers) {
      return Arrays.stream(numbers).iterator();
    }
    if (sequence instanceof char[] characters) {
      return iterator(new String(characters));
    }
    if (sequence instanceof boolean[] flags) {
      return IntStream.range(0, flags.length).mapToObj(i -> (Object) flags[i]).iterator();
    }
    if (sequence instanceof float[] numbers) {
      return IntStream.range(0, numbers.length).mapToObj(i -> (Object) numbers[i]).iterator();
    }
    if (sequence instanceof ReadOnlyDictionary dictionary) {
      return new MappedIterator(
          dictionary.keys().iterator(), key -> new KeyValuePair(key, dictionary.valueOrNull(key)));
    }
    throw new IllegalArgumentException(sequence.getClass() + " is no sequence");
  }

  private record MappedIterator(Iterator<?> items, java.util.function.Function<Object, Object> map)
      implements Iterator<Object> {
    @Override
    public boolean hasNext() {
      return items.hasNext();
    }

    @Override
    public Object next() {
      return map.apply(items.next());
    }
  }

  public static @Nullable Object first(@Nullable Object source) {
    Iterator<?> items = iteratorOf(source);
    if (!items.hasNext()) {
      throw empty();
    }
    return items.next();
  }

  public static @Nullable Object last(@Nullable Object source) {
    Iterator<?> items = iteratorOf(source);
    if (!items.hasNext()) {
      throw empty();
    }
    Object last = null;
    while (items.hasNext()) {
      last = items.next();
    }
    return last;
  }

  public static @Nullable Object single(@Nullable Object source) {
    Iterator<?> items = iteratorOf(source);
    if (!items.hasNext()) {
      throw empty();
    }
    Object single = items.next();
    if (items.hasNext()) {
      throw Failures.invalidOperation("Sequence contains more than one element");
    }
    return single;
  }

  public static @Nullable Object firstOrDefault(
      @Nullable Object source, @Nullable Object otherwise) {
    Iterator<?> items = iteratorOf(source);
    return items.hasNext() ? items.next() : otherwise;
  }

  public static @Nullable Object lastOrDefault(
      @Nullable Object source, @Nullable Object otherwise) {
    Iterator<?> items = iteratorOf(source);
    Object last = otherwise;
    while (items.hasNext()) {
      last = items.next();
    }
    return last;
  }

  public static boolean any(@Nullable Object source) {
    return iteratorOf(source).hasNext();
  }

  public static int count(@Nullable Object source) {
    Iterator<?> items = iteratorOf(source);
    int count = 0;
    while (items.hasNext()) {
      items.next();
      count++;
    }
    return count;
  }

  public static boolean contains(@Nullable Object source, @Nullable Object item) {
    Iterator<?> items = iteratorOf(source);
    while (items.hasNext()) {
      if (Objects.equalsStatic(items.next(), item)) {
        return true;
      }
    }
    return false;
  }

  private static Iterator<?> iteratorOf(@Nullable Object source) {
    if (source == null) {
      throw Failures.argumentNull("source");
    }
    return iterator(source);
  }

  private static RuntimeException empty() {
    return Failures.invalidOperation("Sequence contains no elements");
  }
}
