package dev.fanout.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.catalog.Margins;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarginSpecTest {
  private static final dev.fanout.verdict.Margins PLAN =
      new dev.fanout.verdict.Margins(25_000, 500_000, 0.10, 0.02, 0.001);

  @ParameterizedTest
  @CsvSource({
    "p50=40us, 40000, 500000, 0.1, 0.02, 0.001",
    "p95=1.5ms, 25000, 1500000, 0.1, 0.02, 0.001",
    "cpu=5%, 25000, 500000, 0.05, 0.02, 0.001",
    "throughput=3%, 25000, 500000, 0.1, 0.03, 0.001",
    "errors=0.5%, 25000, 500000, 0.1, 0.02, 0.005",
  })
  void one_margin_changes_and_the_others_stay(
      String text, long p50, long p95, double cpu, double throughput, double errors) {
    assertThat(MarginSpec.parse(text).in(PLAN))
        .isEqualTo(new dev.fanout.verdict.Margins(p50, p95, cpu, throughput, errors));
  }

  @ParameterizedTest
  @ValueSource(strings = {"p50=25", "p50=10%", "cpu=1ms", "p99=1ms", "p95=0ms", "p95", "=1ms"})
  void anything_else_is_refused(String text) {
    assertThatThrownBy(() -> MarginSpec.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'" + text + "'");
  }

  @Test
  void a_catalog_changes_only_what_it_names() {
    Margins catalog =
        new Margins(
            Optional.of(Duration.ofNanos(30_000)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(0.01));
    assertThat(MarginSpec.over(PLAN, catalog))
        .isEqualTo(new dev.fanout.verdict.Margins(30_000, 500_000, 0.10, 0.02, 0.01));
  }
}
