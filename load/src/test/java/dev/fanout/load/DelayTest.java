package dev.fanout.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DelayTest {
  private static final int DRAWS = 100_000;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void a_fixed_delay_is_always_the_same() {
    assertThat(draws(new Delay.Fixed(Duration.ofMillis(7)))).containsOnly(7_000_000L);
    assertThat(new Delay.Fixed(Duration.ZERO).isNone()).isTrue();
    assertThat(new Delay.Fixed(Duration.ofNanos(1)).isNone()).isFalse();
  }

  /** Mean 15 ms; sd of the mean of n draws is 10 ms ÷ √12 ÷ √n, 9 µs. */
  @Test
  void a_uniform_delay_keeps_its_bounds_and_its_mean() {
    long[] draws = draws(new Delay.Uniform(Duration.ofMillis(10), Duration.ofMillis(20)));

    assertThat(Arrays.stream(draws).min().orElseThrow()).isGreaterThanOrEqualTo(10_000_000);
    assertThat(Arrays.stream(draws).max().orElseThrow()).isLessThanOrEqualTo(20_000_000);
    assertThat(mean(draws)).isCloseTo(15e6, within(6 * 9_200.0));
  }

  /** The share above the mean of an exponential distribution is 1/e; above twice of it 1/e². */
  @Test
  void an_exponential_delay_forgets_how_long_it_has_lasted() {
    long[] draws = draws(new Delay.Exponential(Duration.ofMillis(10), MINUTE));

    assertThat(mean(draws)).isCloseTo(10e6, within(6 * 10e6 / Math.sqrt(DRAWS)));
    assertThat(shareAbove(draws, 10_000_000)).isCloseTo(Math.exp(-1), within(0.01));
    assertThat(shareAbove(draws, 20_000_000)).isCloseTo(Math.exp(-2), within(0.01));
  }

  /** Half is above the median, 15.87 % above median × e^sigma (one standard deviation). */
  @Test
  void a_log_normal_delay_has_its_median_and_its_tail() {
    long[] draws = draws(new Delay.LogNormal(Duration.ofMillis(10), 0.5, MINUTE));

    assertThat(shareAbove(draws, 10_000_000)).isCloseTo(0.5, within(0.01));
    assertThat(shareAbove(draws, Math.round(10e6 * Math.exp(0.5)))).isCloseTo(0.1587, within(0.01));
  }

  @Test
  void what_is_longer_than_the_longest_is_cut() {
    Duration most = Duration.ofMillis(5);

    for (Delay delay :
        new Delay[] {
          new Delay.Exponential(Duration.ofMillis(10), most),
          new Delay.LogNormal(Duration.ofMillis(10), 2, most)
        }) {
      assertThat(Arrays.stream(draws(delay)).max().orElseThrow()).isEqualTo(most.toNanos());
    }
  }

  @Test
  void values_out_of_range_are_refused_by_name() {
    assertThatThrownBy(() -> new Delay.Fixed(Duration.ofNanos(-1))).hasMessageContaining("delay");
    assertThatThrownBy(() -> new Delay.Uniform(MINUTE, Duration.ZERO))
        .hasMessageContaining("least");
    assertThatThrownBy(() -> new Delay.LogNormal(MINUTE, 9, MINUTE)).hasMessageContaining("sigma");
  }

  private static long[] draws(Delay delay) {
    SplittableRandom random = new SplittableRandom(11);
    long[] draws = new long[DRAWS];
    Arrays.setAll(draws, i -> delay.drawNanos(random));
    return draws;
  }

  private static double mean(long[] draws) {
    return Arrays.stream(draws).average().orElseThrow();
  }

  private static double shareAbove(long[] draws, long nanos) {
    return (double) Arrays.stream(draws).filter(draw -> draw > nanos).count() / draws.length;
  }
}
