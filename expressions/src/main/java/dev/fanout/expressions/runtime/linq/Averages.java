package dev.fanout.expressions.runtime.linq;

import dev.fanout.expressions.runtime.Boxes;
import dev.fanout.expressions.runtime.Decimal;
import dev.fanout.expressions.runtime.Delegate;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * {@code Average} by the type of the numbers. Of nothing it is an error, or null where the numbers
 * may be null.
 */
public final class Averages {
  private Averages() {}

  /** Of int and long: a double, of a checked sum. */
  public static double integer(@Nullable Object source) {
    return present(ofIntegers(Numbers.of(source)));
  }

  public static double integer(@Nullable Object source, @Nullable Delegate selector) {
    return present(ofIntegers(Numbers.of(source, selector)));
  }

  public static @Nullable Double integerOrNull(@Nullable Object source) {
    return ofIntegers(Numbers.of(source));
  }

  public static @Nullable Double integerOrNull(
      @Nullable Object source, @Nullable Delegate selector) {
    return ofIntegers(Numbers.of(source, selector));
  }

  public static float single(@Nullable Object source) {
    return present(ofReals(Numbers.of(source))).floatValue();
  }

  public static float single(@Nullable Object source, @Nullable Delegate selector) {
    return present(ofReals(Numbers.of(source, selector))).floatValue();
  }

  public static @Nullable Float singleOrNull(@Nullable Object source) {
    return narrowed(ofReals(Numbers.of(source)));
  }

  public static @Nullable Float singleOrNull(@Nullable Object source, @Nullable Delegate selector) {
    return narrowed(ofReals(Numbers.of(source, selector)));
  }

  public static double real(@Nullable Object source) {
    return present(ofReals(Numbers.of(source)));
  }

  public static double real(@Nullable Object source, @Nullable Delegate selector) {
    return present(ofReals(Numbers.of(source, selector)));
  }

  public static @Nullable Double realOrNull(@Nullable Object source) {
    return ofReals(Numbers.of(source));
  }

  public static @Nullable Double realOrNull(@Nullable Object source, @Nullable Delegate selector) {
    return ofReals(Numbers.of(source, selector));
  }

  public static Decimal decimal(@Nullable Object source) {
    return present(ofDecimals(Numbers.of(source)));
  }

  public static Decimal decimal(@Nullable Object source, @Nullable Delegate selector) {
    return present(ofDecimals(Numbers.of(source, selector)));
  }

  public static @Nullable Decimal decimalOrNull(@Nullable Object source) {
    return ofDecimals(Numbers.of(source));
  }

  public static @Nullable Decimal decimalOrNull(
      @Nullable Object source, @Nullable Delegate selector) {
    return ofDecimals(Numbers.of(source, selector));
  }

  private static @Nullable Double ofIntegers(Iterator<Object> numbers) {
    long sum = 0;
    long count = 0;
    while (numbers.hasNext()) {
      try {
        sum = Math.addExact(sum, ((Number) numbers.next()).longValue());
      } catch (ArithmeticException e) {
        throw Sums.overflow();
      }
      count++;
    }
    return count == 0 ? null : Boxes.box((double) sum / count);
  }

  private static @Nullable Double ofReals(Iterator<Object> numbers) {
    double sum = 0;
    long count = 0;
    while (numbers.hasNext()) {
      sum += ((Number) numbers.next()).doubleValue();
      count++;
    }
    return count == 0 ? null : Boxes.box(sum / count);
  }

  private static @Nullable Decimal ofDecimals(Iterator<Object> numbers) {
    Decimal sum = Decimal.ZERO;
    long count = 0;
    while (numbers.hasNext()) {
      sum = Decimal.add(sum, (Decimal) numbers.next());
      count++;
    }
    return count == 0 ? null : Decimal.divide(sum, Decimal.of(count));
  }

  private static @Nullable Float narrowed(@Nullable Double average) {
    return average == null ? null : Boxes.box(average.floatValue());
  }

  private static <T> T present(@Nullable T average) {
    if (average == null) {
      throw Arguments.noElements();
    }
    return average;
  }
}
