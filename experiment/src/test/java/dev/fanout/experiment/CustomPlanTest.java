package dev.fanout.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.fanout.measurements.run.Design;
import dev.fanout.measurements.run.Look;
import dev.fanout.measurements.run.Metric;
import dev.fanout.measurements.run.RunPlan;
import dev.fanout.verdict.Margins;
import dev.fanout.verdict.PlanLength;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomPlanTest {
  @Test
  void has_the_looks_of_the_catalog_and_spends_as_the_plans_do() {
    CustomPlan plan = CustomPlan.of(List.of(8, 12, 20));

    assertThat(plan.looks().stream().map(Look::replicates)).containsExactly(8, 12, 20);
    assertThat(plan.looks().stream().mapToDouble(Look::alpha).sum()).isEqualTo(0.05);
  }

  @Test
  void is_refused_when_half_of_a_segment_cannot_run_A_first() {
    for (List<Integer> looks :
        List.of(List.of(7), List.of(8, 11), List.of(12, 8), List.of(2), List.of(202))) {
      assertThatIllegalArgumentException()
          .as(looks.toString())
          .isThrownBy(() -> CustomPlan.of(looks))
          .withMessageContaining("rising even numbers in 4..200");
    }
  }

  /** Methodology, part 3: J = 7, at the rates that 50, 100 and 200 users amounted to. */
  @Test
  void of_azure_judges_latency_and_errors() {
    RunPlan plan =
        PlanChoice.azure(PlanLength.DEFAULT, Margins.AZURE, 1).draw(Design.CROSSED_GATEWAYS);

    assertThat(plan.name()).isEqualTo("azure");
    assertThat(plan.rows()).hasSize(7);
    assertThat(plan.rows()).noneMatch(row -> row.metric() == Metric.CPU_PER_REQUEST);
    assertThat(plan.stages().stream().map(stage -> stage.name()))
        .containsExactly("400/s", "800/s", "1600/s");
    assertThat(plan.slots()).hasSize(16);
  }
}
