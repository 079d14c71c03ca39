package dev.fanout.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.experiment.SteadyState.Window;
import org.junit.jupiter.api.Test;

class SteadyStateTest {
  private static SteadyState of(Window... windows) {
    SteadyState state = new SteadyState();
    for (Window window : windows) {
      state.add(window);
    }
    return state;
  }

  private static Window cpu(double nanos) {
    return new Window(nanos, 60_000, 6e6, 6e6);
  }

  private static Window median(double nanos) {
    return new Window(60_000, 60_000, 6e6, nanos);
  }

  @Test
  void two_windows_are_never_enough() {
    assertThat(of(cpu(60_000), cpu(60_000)).reached()).isFalse();
  }

  @Test
  void three_flat_windows_are() {
    assertThat(of(cpu(60_000), cpu(63_000), cpu(58_000)).reached()).isTrue();
  }

  @Test
  void cpu_that_still_falls_is_not_steady_though_the_median_is() {
    assertThat(of(cpu(144_000), cpu(90_000), cpu(60_000)).reached()).isFalse();
  }

  @Test
  void a_median_that_still_moves_by_more_than_2_percent_is_not_steady() {
    assertThat(of(median(6.00e6), median(6.00e6), median(6.30e6)).reached()).isFalse();
    assertThat(of(median(6.00e6), median(6.05e6), median(6.10e6)).reached()).isTrue();
  }

  @Test
  void only_the_last_three_windows_count() {
    assertThat(of(cpu(144_000), cpu(60_000), cpu(60_000), cpu(60_000)).reached()).isTrue();
  }
}
