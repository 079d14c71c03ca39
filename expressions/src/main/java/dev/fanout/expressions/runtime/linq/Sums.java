package dev.fanout.expressions.runtime.linq;

import dev.fanout.expressions.runtime.Boxes;
import dev.fanout.expressions.runtime.Decimal;
import dev.fanout.expressions.runtime.Delegate;
import dev.fanout.expressions.runtime.Failures;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * {@code Sum} by the type of the numbers: of integers checked, of floats in double precision, nulls
 * being passed over, 0 of nothing.
 */
public final class Sums {
  private Sums() {}

  public static int int32(@Nullable Object source) {
    return int32(Numbers.of(source));
  }

  public static int int32(@Nullable Object source, @Nullable Delegate selector) {
    return int32(Numbers.of(source, selector));
  }

  public static Integer int32OrNull(@Nullable Object source) {
    return Boxes.box(int32(source));
  }

  public static Integer int32OrNull(@Nullable Object source, @Nullable Delegate selector) {
    return Boxes.box(int32(source, selector));
  }

  public static long int64(@Nullable Object source) {
    return int64(Numbers.of(source));
  }

  public static long int64(@Nullable Object source, @Nullable Delegate selector) {
    return int64(Numbers.of(source, selector));
  }

  public static Long int64OrNull(@Nullable Object source) {
    return Boxes.box(int64(source));
  }

  public static Long int64OrNull(@Nullable Object source, @Nullable Delegate selector) {
    return Boxes.box(int64(source, selector));
  }

  public static float single(@Nullable Object source) {
    return (float) real(Numbers.of(source));
  }

  public static float single(@Nullable Object source, @Nullable Delegate selector) {
    return (float) real(Numbers.of(source, selector));
  }

  public static Float singleOrNull(@Nullable Object source) {
    return Boxes.box(single(source));
  }

  public static Float singleOrNull(@Nullable Object source, @Nullable Delegate selector) {
    return Boxes.box(single(source, selector));
  }

  public static double real(@Nullable Object source) {
    return real(Numbers.of(source));
  }

  public static double real(@Nullable Object source, @Nullable Delegate selector) {
    return real(Numbers.of(source, selector));
  }

  public static Double realOrNull(@Nullable Object source) {
    return Boxes.box(real(source));
  }

  public static Double realOrNull(@Nullable Object source, @Nullable Delegate selector) {
    return Boxes.box(real(source, selector));
  }

  public static Decimal decimal(@Nullable Object source) {
    return decimal(Numbers.of(source));
  }

  public static Decimal decimal(@Nullable Object source, @Nullable Delegate selector) {
    return decimal(Numbers.of(source, selector));
  }

  private static int int32(Iterator<Object> numbers) {
    long sum = int64(numbers);
    if (sum != (int) sum) {
      throw overflow();
    }
    return (int) sum;
  }

  private static long int64(Iterator<Object> numbers) {
    long sum = 0;
    while (numbers.hasNext()) {
      try {
        sum = Math.addExact(sum, ((Number) numbers.next()).longValue());
      } catch (ArithmeticException e) {
        throw overflow();
      }
    }
    return sum;
  }

  private static double real(Iterator<Object> numbers) {
    double sum = 0;
    while (numbers.hasNext()) {
      sum += ((Number) numbers.next()).doubleValue();
    }
    return sum;
  }

  private static Decimal decimal(Iterator<Object> numbers) {
    Decimal sum = Decimal.ZERO;
    while (numbers.hasNext()) {
      sum = Decimal.add(sum, (Decimal) numbers.next());
    }
    return sum;
  }

  static RuntimeException overflow() {
    return Failures.overflow("Arithmetic operation resulted in an overflow.");
  }
}
