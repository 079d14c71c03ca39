package dev.fanout.expressions.runtime;

import dev.fanout.expressions.ExpressionFailure;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** An array of several dimensions, {@code int[,]} say: objects in rows, the last index fastest. */
public final class MultiArray implements ClrTyped, Iterable<@Nullable Object> {
  private final String element;
  private final int[] lengths;
  private final @Nullable Object[] items;

  private MultiArray(String element, int[] lengths, @Nullable Object[] items) {
    this.element = element;
    this.lengths = lengths;
    this.items = items;
  }

  public static MultiArray create(String element, int[] lengths) {
    long count = 1;
    for (int length : lengths) {
      dev.fanout.expressions.runtime.Arrays.checkedSize(length);
      count *= length;
      Fence.items(count);
    }
    Object[] items = new Object[(int) count];
    Fence.steps(items.length / 8);
    Arrays.fill(items, Defaults.boxed(element));
    return new MultiArray(element, lengths.clone(), items);
  }

  /** {@code items} are its own from now on. */
  public static MultiArray of(String element, int[] lengths, @Nullable Object[] items) {
    return new MultiArray(element, lengths, items);
  }

  public static @Nullable Object get(MultiArray self, int[] place) {
    return self.items[self.offset(place)];
  }

  public static void set(MultiArray self, int[] place, @Nullable Object value) {
    self.items[self.offset(place)] = value;
  }

  private int offset(int[] place) {
    int offset = 0;
    for (int i = 0; i < lengths.length; i++) {
      if (place[i] < 0 || place[i] >= lengths[i]) {
        throw outside();
      }
      offset = offset * lengths[i] + place[i];
    }
    return offset;
  }

  private static ExpressionFailure outside() {
    return new ExpressionFailure(
        "System.IndexOutOfRangeException", "Index was outside the bounds of the array.");
  }

  public static int length(MultiArray self) {
    return self.items.length;
  }

  public static int rank(MultiArray self) {
    return self.lengths.length;
  }

  public static int getLength(MultiArray self, int dimension) {
    if (dimension < 0 || dimension >= self.lengths.length) {
      throw outside();
    }
    return self.lengths[dimension];
  }

  public static int getUpperBound(MultiArray self, int dimension) {
    return getLength(self, dimension) - 1;
  }

  public static int getLowerBound(MultiArray self, int dimension) {
    return getLength(self, dimension) * 0;
  }

  @Override
  public String typeName() {
    return element + "[" + ",".repeat(lengths.length - 1) + "]";
  }

  @Override
  public Iterator<@Nullable Object> iterator() {
    return Arrays.asList(items).iterator();
  }

  @Override
  public String toString() {
    return typeName();
  }
}
