package dev.fanout.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ArrivalScheduleTest {
  private static final long SEED = 7;
  private static final double RATE = 5_000;
  private static final long TEN_SECONDS = 10_000_000_000L;

  /** Kolmogorov's limit for a level of 0.01: 1.628 / √n. */
  private static final double CRITICAL = 1.628;

  @Test
  void gaps_are_exponential_by_kolmogorov_and_smirnov() {
    double[] gaps = gaps(poisson());

    assertThat(distance(gaps, 1e9 / RATE) * Math.sqrt(gaps.length))
        .as("seed %s", SEED)
        .isLessThan(CRITICAL);
  }

  @Test
  void the_same_test_tells_even_gaps_and_a_rate_that_is_3_percent_off() {
    double[] even = new SplittableRandom(SEED).doubles(50_000, 0, 2e9 / RATE).toArray();

    assertThat(distance(even, 1e9 / RATE) * Math.sqrt(even.length)).isGreaterThan(CRITICAL);
    assertThat(distance(gaps(poisson()), 1.03e9 / RATE) * Math.sqrt(50_000))
        .isGreaterThan(CRITICAL);
  }

  /** Counts of a Poisson process in disjoint intervals: variance equals mean. */
  @Test
  void counts_in_intervals_vary_as_much_as_their_mean() {
    int[] counts = new int[1_000];
    for (long start : poisson()) {
      counts[(int) (start / (TEN_SECONDS / counts.length))]++;
    }
    double mean = Arrays.stream(counts).average().orElseThrow();
    double variance =
        Arrays.stream(counts).mapToDouble(c -> (c - mean) * (c - mean)).sum() / counts.length;

    // sd of the ratio is about √(2/1000) = 0.045.
    assertThat(variance / mean).as("seed %s", SEED).isCloseTo(1, within(0.18));
  }

  @Test
  void starts_ascend_within_the_horizon_and_repeat_with_the_seed() {
    long[] starts = poisson();

    assertThat(starts).isSorted().isEqualTo(poisson());
    assertThat(starts[starts.length - 1]).isLessThan(TEN_SECONDS);
    assertThat((double) starts.length).isCloseTo(RATE * 10, within(5 * Math.sqrt(RATE * 10)));
    assertThat(ArrivalSchedule.poisson(RATE, TEN_SECONDS, new SplittableRandom(SEED + 1)))
        .isNotEqualTo(starts);
  }

  private static long[] poisson() {
    return ArrivalSchedule.poisson(RATE, TEN_SECONDS, new SplittableRandom(SEED));
  }

  private static double[] gaps(long[] starts) {
    double[] gaps = new double[starts.length - 1];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = starts[i + 1] - starts[i];
    }
    return gaps;
  }

  /** Largest distance between the empirical and the exponential distribution function. */
  private static double distance(double[] gaps, double mean) {
    double[] sorted = gaps.clone();
    Arrays.sort(sorted);
    double largest = 0;
    for (int i = 0; i < sorted.length; i++) {
      double expected = 1 - Math.exp(-sorted[i] / mean);
      largest = Math.max(largest, Math.abs(expected - (double) i / sorted.length));
      largest = Math.max(largest, Math.abs(expected - (i + 1.0) / sorted.length));
    }
    return largest;
  }
}
