package dev.fanout.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.measurements.run.VariantLabel;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InjectionSpecTest {
  @Test
  void a_delay_is_passed_on_in_nanoseconds() {
    InjectionSpec spec = InjectionSpec.parse("B:+1.5ms");
    assertThat(spec.variant()).isEqualTo(VariantLabel.B);
    assertThat(spec.delay()).hasValue(Duration.ofNanos(1_500_000));
    assertThat(spec.gatewayArgument()).isEqualTo("B:+1500000ns");
    assertThat(InjectionSpec.parse(spec.gatewayArgument()).delay()).isEqualTo(spec.delay());
  }

  @Test
  void a_share_of_cpu_becomes_a_time_once_the_cost_of_a_request_is_known() {
    InjectionSpec spec = InjectionSpec.parse("A:cpu+25%");
    assertThat(spec.needsCpuPerRequest()).isTrue();
    assertThatThrownBy(spec::gatewayArgument).isInstanceOf(IllegalStateException.class);
    assertThat(spec.withCpuPerRequest(60_000).gatewayArgument()).isEqualTo("A:cpu+15000ns");
  }

  @Test
  void a_busy_time_may_be_given_as_it_is() {
    assertThat(InjectionSpec.parse("b:cpu+12us").gatewayArgument()).isEqualTo("B:cpu+12000ns");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"C:+1ms", "B+1ms", "B:+1", "B:+25%", "B:cpu+0%", "B:+0ms", "B:+61s", "B:-1ms", ""})
  void anything_else_is_refused(String text) {
    assertThatThrownBy(() -> InjectionSpec.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'" + text + "'");
  }
}
