package dev.fanout.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ArrivalScheduleTest {
  private static final long SEED = 7;
  private static final double RATE = 5_000;
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

  /** Kolmogorov's limit for a level of 0.01: 1.628 / √n. */
  private static final double CRITICAL = 1.628;

  @Nested
  class APoissonProcess {
    @Test
    void has_exponential_gaps_by_kolmogorov_and_smirnov() {
      double[] gaps = gaps(poisson());

      assertThat(distance(gaps, 1e9 / RATE) * Math.sqrt(gaps.length))
          .as("seed %s", SEED)
          .isLessThan(CRITICAL);
    }

    @Test
    void is_told_from_even_gaps_and_from_a_rate_that_is_3_percent_off_by_the_same_test() {
      double[] even = new SplittableRandom(SEED).doubles(50_000, 0, 2e9 / RATE).toArray();

      assertThat(distance(even, 1e9 / RATE) * Math.sqrt(even.length)).isGreaterThan(CRITICAL);
      assertThat(distance(gaps(poisson()), 1.03e9 / RATE) * Math.sqrt(50_000))
          .isGreaterThan(CRITICAL);
    }

    /** Counts of a Poisson process in disjoint intervals: variance equals mean. */
    @Test
    void has_counts_that_vary_as_much_as_their_mean() {
      int[] counts = new int[1_000];
      for (long start : poisson()) {
        counts[(int) (start / (TEN_SECONDS.toNanos() / counts.length))]++;
      }
      double mean = Arrays.stream(counts).average().orElseThrow();
      double variance =
          Arrays.stream(counts).mapToDouble(c -> (c - mean) * (c - mean)).sum() / counts.length;

      // sd of the ratio is about √(2/1000) = 0.045.
      assertThat(variance / mean).as("seed %s", SEED).isCloseTo(1, within(0.18));
    }

    @Test
    void ascends_within_the_horizon_and_repeats_with_the_seed() {
      long[] starts = poisson();

      assertThat(starts).isSorted().isEqualTo(poisson());
      assertThat(starts[starts.length - 1]).isLessThan(TEN_SECONDS.toNanos());
      assertThat((double) starts.length).isCloseTo(RATE * 10, within(5 * Math.sqrt(RATE * 10)));
      assertThat(starts(new LoadModel.Open(RATE, 8), 0, 1, SEED + 1)).isNotEqualTo(starts);
    }
  }

  @Nested
  class EvenArrivals {
    private static final LoadModel.Open MODEL =
        new LoadModel.Open(RATE, RATE, LoadModel.Spacing.EVEN, 8);

    /** 1/5,000 s is 200,000 ns; a start is cut to whole nanoseconds. */
    @Test
    void are_as_far_apart_as_the_rate_says() {
      long[] starts = starts(MODEL, 0, 1, SEED);

      assertThat(starts).hasSize(50_000);
      for (double gap : gaps(starts)) {
        assertThat(gap).isCloseTo(200_000, within(1.0));
      }
    }

    @Test
    void do_not_drift_in_a_minute() {
      long[] starts = starts(MODEL, 0, 1, Duration.ofMinutes(1), SEED);

      // Half a gap after the start, so that the loops take turns; the rest is rounding.
      long last = starts.length - 1;
      assertThat(starts.length).isEqualTo(300_000);
      assertThat((double) starts[(int) last]).isCloseTo(last * 200_000.0 + 100_000, within(1.0));
    }

    @Test
    void of_three_loops_take_turns() {
      long[] all = new long[0];
      for (int loop = 0; loop < 3; loop++) {
        long[] own = starts(MODEL, loop, 3, SEED);
        all = Arrays.copyOf(all, all.length + own.length);
        System.arraycopy(own, 0, all, all.length - own.length, own.length);
      }
      Arrays.sort(all);

      assertThat(all).hasSize(50_000);
      for (double gap : gaps(all)) {
        assertThat(gap).isCloseTo(200_000, within(1.0));
      }
    }
  }

  @Nested
  class ARampingRate {
    /**
     * From 1,000 to 3,000 per second over ten seconds: 20,000, of them a quarter in the first 4.
     */
    @Test
    void is_a_straight_line_over_the_window() {
      for (LoadModel.Spacing spacing : LoadModel.Spacing.values()) {
        long[] starts = starts(new LoadModel.Open(1_000, 3_000, spacing, 8), 0, 1, SEED);

        // Poisson counts are within six standard deviations.
        double sd = spacing == LoadModel.Spacing.EVEN ? 0.2 : Math.sqrt(20_000);
        assertThat((double) starts.length).isCloseTo(20_000, within(6 * sd));
        // ∫ from 0 to 4 of 1,000 + 200 t = 4,000 + 1,600.
        long early = Arrays.stream(starts).filter(at -> at < 4_000_000_000L).count();
        assertThat((double) early).isCloseTo(5_600, within(6 * sd));
      }
    }

    @Test
    void may_go_down() {
      LoadModel.Open model = new LoadModel.Open(3_000, 1_000, LoadModel.Spacing.EVEN, 8);
      long[] starts = starts(model, 0, 1, SEED);

      assertThat(starts).isSorted().hasSizeBetween(19_999, 20_001);
      // ∫ from 0 to 4 of 3,000 − 200 t = 12,000 − 1,600.
      long early = Arrays.stream(starts).filter(at -> at < 4_000_000_000L).count();
      assertThat(early).isBetween(10_399L, 10_401L);
    }

    @Test
    void is_constant_before_the_window_and_after_it() {
      LoadModel.Open model = new LoadModel.Open(1_000, 3_000, LoadModel.Spacing.EVEN, 8);
      ArrivalSchedule schedule =
          new ArrivalSchedule(
              model, 0, 1, Duration.ofSeconds(2), Duration.ofSeconds(1), 4_000_000_000L, SEED);
      long settling = 0;
      long after = 0;
      for (long at = schedule.next(); at < Long.MAX_VALUE; at = schedule.next()) {
        settling += at < 2_000_000_000L ? 1 : 0;
        after += at >= 3_000_000_000L ? 1 : 0;
      }

      assertThat(settling).isEqualTo(2_000);
      assertThat(after).isBetween(2_999L, 3_001L);
    }
  }

  private static long[] poisson() {
    return starts(new LoadModel.Open(RATE, 8), 0, 1, SEED);
  }

  private static long[] starts(LoadModel.Open model, int loop, int loops, long seed) {
    return starts(model, loop, loops, TEN_SECONDS, seed);
  }

  private static long[] starts(
      LoadModel.Open model, int loop, int loops, Duration window, long seed) {
    ArrivalSchedule schedule =
        new ArrivalSchedule(model, loop, loops, Duration.ZERO, window, window.toNanos(), seed);
    long[] starts = new long[1_000];
    int count = 0;
    for (long at = schedule.next(); at < Long.MAX_VALUE; at = schedule.next()) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, 2 * count);
      }
      starts[count++] = at;
    }
    return Arrays.copyOf(starts, count);
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
