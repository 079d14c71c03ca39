package dev.fanout.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.measurements.run.SteadyState.Window;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SteadyStateGateTest {
  private static boolean opensAfter(Window... windows) {
    SteadyStateGate gate = new SteadyStateGate();
    for (Window window : windows) {
      gate.add(window);
    }
    return gate.isOpen();
  }

  private static Window cpu(double nanos) {
    return new Window(OptionalDouble.of(nanos), 6e6);
  }

  private static Window median(double nanos) {
    return new Window(OptionalDouble.of(60_000), nanos);
  }

  @Test
  void two_windows_are_never_enough() {
    assertThat(opensAfter(cpu(60_000), cpu(60_000))).isFalse();
  }

  @Test
  void three_flat_windows_are() {
    assertThat(opensAfter(cpu(60_000), cpu(63_000), cpu(58_000))).isTrue();
  }

  @Test
  void cpu_that_still_falls_is_not_steady_though_the_median_is() {
    assertThat(opensAfter(cpu(144_000), cpu(90_000), cpu(60_000))).isFalse();
  }

  @Test
  void a_median_that_still_moves_by_more_than_2_percent_is_not_steady() {
    assertThat(opensAfter(median(6.00e6), median(6.00e6), median(6.30e6))).isFalse();
    assertThat(opensAfter(median(6.00e6), median(6.05e6), median(6.10e6))).isTrue();
  }

  @Test
  void only_the_last_three_windows_count() {
    assertThat(opensAfter(cpu(144_000), cpu(60_000), cpu(60_000), cpu(60_000))).isTrue();
  }

  @Test
  void without_a_cpu_reading_the_median_decides() {
    Window unknown = new Window(OptionalDouble.empty(), 6e6);
    assertThat(opensAfter(unknown, unknown, unknown)).isTrue();
  }
}
