package dev.fanout.expressions.runtime;

import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * {@code System.Random}. With a seed the numbers are those of .NET: Knuth's subtractive generator
 * with .NET's own start values. Without one the seed is random.
 */
public final class Random {
  private static final int MAX = Integer.MAX_VALUE;
  private static final int STATES = 56;
  private static final SecureRandom SEEDS = new SecureRandom();

  private final int[] states = new int[STATES];
  private int next;
  private int nextBehind = 21;

  private Random(int seed) {
    int start = seed == Integer.MIN_VALUE ? MAX : Math.abs(seed);
    int last = 161_803_398 - start;
    states[55] = last;
    int current = 1;
    int index = 0;
    for (int i = 1; i < 55; i++) {
      index += 21;
      index -= index >= 55 ? 55 : 0;
      states[index] = current;
      current = last - current;
      current += current < 0 ? MAX : 0;
      last = states[index];
    }
    for (int round = 1; round < 5; round++) {
      for (int i = 1; i < STATES; i++) {
        states[i] -= states[1 + (i + 30) % 55];
        states[i] += states[i] < 0 ? MAX : 0;
      }
    }
  }

  public static Random create() {
    return new Random(SEEDS.nextInt());
  }

  public static Random create(int seed) {
    return new Random(seed);
  }

  public static Random shared() {
    return create();
  }

  private int step() {
    next = next + 1 >= STATES ? 1 : next + 1;
    nextBehind = nextBehind + 1 >= STATES ? 1 : nextBehind + 1;
    int value = states[next] - states[nextBehind];
    value -= value == MAX ? 1 : 0;
    value += value < 0 ? MAX : 0;
    states[next] = value;
    return value;
  }

  private double sample() {
    return step() * (1.0 / MAX);
  }

  public int next() {
    return step();
  }

  /** Below the bound. */
  public int next(int bound) {
    if (bound < 0) {
      throw Failures.negative("maxValue", bound);
    }
    return (int) (sample() * bound);
  }

  public int next(int lowest, int bound) {
    if (lowest > bound) {
      throw minAboveMax();
    }
    long range = (long) bound - lowest;
    if (range <= MAX) {
      return (int) (sample() * range) + lowest;
    }
    int value = step();
    double large = step() % 2 == 0 ? -value : value;
    large = (large + (MAX - 1)) / (2.0 * MAX - 1);
    return (int) ((long) (large * range) + lowest);
  }

  private static RuntimeException minAboveMax() {
    return Failures.outOfRange("'minValue' cannot be greater than maxValue.", "minValue");
  }

  private long bits() {
    return next(1 << 22) | ((long) next(1 << 22) << 22) | ((long) next(1 << 20) << 44);
  }

  public long nextInt64() {
    while (true) {
      long value = bits() >>> 1;
      if (value != Long.MAX_VALUE) {
        return value;
      }
    }
  }

  public long nextInt64(long bound) {
    if (bound < 0) {
      throw Failures.negative("maxValue", bound);
    }
    return nextInt64(0, bound);
  }

  public long nextInt64(long lowest, long bound) {
    if (lowest > bound) {
      throw minAboveMax();
    }
    long range = bound - lowest;
    if (Long.compareUnsigned(range, 1) <= 0) {
      return lowest;
    }
    int unused = Long.numberOfLeadingZeros(range - 1);
    while (true) {
      long value = bits() >>> unused;
      if (Long.compareUnsigned(value, range) < 0) {
        return value + lowest;
      }
    }
  }

  public double nextDouble() {
    return sample();
  }

  public float nextSingle() {
    while (true) {
      float value = (float) sample();
      if (value < 1) {
        return value;
      }
    }
  }

  public void nextBytes(byte @Nullable [] buffer) {
    if (buffer == null) {
      throw Failures.argumentNull("buffer");
    }
    Fence.steps(buffer.length / 8);
    for (int i = 0; i < buffer.length; i++) {
      buffer[i] = (byte) step();
    }
  }
}
