package dev.fanout.experiment.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CorePlanTest {
  @Test
  void two_cores_give_the_gateway_one_of_its_own() {
    CorePlan plan = CorePlan.of("0-1", "taskset");
    assertThat(plan)
        .isEqualTo(
            new CorePlan(
                OptionalInt.of(0),
                OptionalInt.of(1),
                OptionalInt.of(1),
                "0-1",
                "taskset",
                "pinned: gateway on core 0, generator on core 1, backend on core 1"));
  }

  @Test
  void more_cores_give_each_process_its_own() {
    CorePlan plan = CorePlan.of("2-3,6-7", "taskset");
    assertThat(List.of(plan.gateway(), plan.generator(), plan.backend()))
        .containsExactly(OptionalInt.of(2), OptionalInt.of(3), OptionalInt.of(6));
  }

  @Test
  void one_core_pins_nothing_and_says_so() {
    CorePlan plan = CorePlan.of("5", "taskset");
    assertThat(plan.isPinned()).isFalse();
    assertThat(plan.reason()).isEqualTo("not pinned: one core only, all processes share it");
    assertThat(plan.pin(plan.gateway(), List.of("java"))).containsExactly("java");
  }

  @Test
  void a_pinned_command_runs_under_taskset() {
    CorePlan plan = CorePlan.of("0-1", "/usr/bin/taskset");
    assertThat(plan.pin(plan.gateway(), List.of("java", "-version")))
        .containsExactly("/usr/bin/taskset", "-c", "0", "java", "-version");
  }

  @Test
  void a_spread_command_may_use_every_allowed_core() {
    CorePlan plan = CorePlan.of("0-3", "/usr/bin/taskset");
    assertThat(plan.spread(List.of("java")))
        .containsExactly("/usr/bin/taskset", "-c", "0-3", "java");
    assertThat(CorePlan.unpinned("no").spread(List.of("java"))).containsExactly("java");
  }

  @Test
  void lists_of_the_kernel_are_understood() {
    assertThat(CorePlan.parseList("0-2,5, 8-9")).containsExactly(0, 1, 2, 5, 8, 9);
  }
}
