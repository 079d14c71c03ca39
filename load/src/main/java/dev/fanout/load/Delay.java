package dev.fanout.load;

import java.time.Duration;
import java.util.SplittableRandom;

/** How long a virtual user waits, drawn anew each time; none is longer than an hour. */
public sealed interface Delay {
  /** No wait at all. */
  Delay NONE = new Fixed(Duration.ZERO);

  long drawNanos(SplittableRandom random);

  default boolean isNone() {
    return equals(NONE);
  }

  /** Always the same. */
  record Fixed(Duration delay) implements Delay {
    public Fixed {
      Delay.check("delay", delay);
    }

    @Override
    public long drawNanos(SplittableRandom random) {
      return delay.toNanos();
    }
  }

  /** Evenly between two bounds. */
  record Uniform(Duration least, Duration most) implements Delay {
    public Uniform {
      Delay.check("least", least);
      Delay.check("most", most);
      if (least.compareTo(most) > 0) {
        throw new IllegalArgumentException("least " + least + " is longer than most " + most);
      }
    }

    @Override
    public long drawNanos(SplittableRandom random) {
      return random.nextLong(least.toNanos(), most.toNanos() + 1);
    }
  }

  /**
   * Memoryless, as of users who do not know of each other.
   *
   * @param mean before the cut
   * @param most longer draws become this one, which lowers the mean
   */
  record Exponential(Duration mean, Duration most) implements Delay {
    public Exponential {
      Delay.check("mean", mean);
      Delay.check("most", most);
    }

    @Override
    public long drawNanos(SplittableRandom random) {
      double drawn = -mean.toNanos() * Math.log(1 - random.nextDouble());
      return (long) Math.min(drawn, most.toNanos());
    }
  }

  /**
   * Skewed to the right, as reading times are.
   *
   * @param sigma standard deviation of the natural logarithm, 0 to 5
   * @param most longer draws become this one
   */
  record LogNormal(Duration median, double sigma, Duration most) implements Delay {
    public LogNormal {
      Delay.check("median", median);
      Delay.check("most", most);
      if (!(sigma >= 0 && sigma <= 5)) {
        throw new IllegalArgumentException("sigma " + sigma + " is not in 0..5");
      }
    }

    @Override
    public long drawNanos(SplittableRandom random) {
      double drawn = median.toNanos() * Math.exp(sigma * random.nextGaussian());
      return (long) Math.min(drawn, most.toNanos());
    }
  }

  private static void check(String name, Duration value) {
    if (value.isNegative() || value.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException(name + " " + value + " is not in 0..1 h");
    }
  }
}
