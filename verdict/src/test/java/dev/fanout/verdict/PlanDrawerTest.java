package dev.fanout.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.fanout.measurements.run.Design;
import dev.fanout.measurements.run.RunPlan;
import dev.fanout.measurements.run.Slot;
import dev.fanout.measurements.run.Stage;
import dev.fanout.measurements.run.VariantLabel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PlanDrawerTest {
  private static final int[] SEGMENT_ENDS = {6, 10, 16, 24};
  private static final List<Stage> STAGES =
      Stages.ofCapacity(Stages.LOCAL_SHARES, new Stages.Timing(500_000_000L, 1_500_000_000L, 1));

  private static RunPlan draw(PlanLength length, long seed) {
    return PlanDrawer.draw(
        length.label(),
        "standard",
        Design.ONE_PROCESS,
        length.looks(),
        Rows.local(STAGES, Margins.LOCAL),
        STAGES,
        seed);
  }

  private static VariantLabel first(Slot slot, int stage) {
    return slot.stages().stream()
        .filter(order -> order.stage() == stage)
        .findFirst()
        .orElseThrow()
        .first();
  }

  private static void assertHalf(List<Slot> segment, Function<Slot, VariantLabel> which) {
    assertThat(segment.stream().map(which).filter(label -> label == VariantLabel.A))
        .hasSize(segment.size() / 2);
  }

  @RepeatedTest(50)
  void in_each_segment_half_are_A_first(RepetitionInfo repetition) {
    RunPlan plan = draw(PlanLength.FULL, repetition.getCurrentRepetition());

    int start = 0;
    for (int end : SEGMENT_ENDS) {
      List<Slot> segment = plan.slots().subList(start, end);
      for (int stage = 0; stage < 3; stage++) {
        int index = stage;
        assertHalf(segment, slot -> first(slot, index));
      }
      assertHalf(segment, Slot::warmUpFirst);
      assertHalf(segment, Slot::portFirst);
      start = end;
    }
  }

  @Test
  void every_stage_comes_once_in_each_slot_in_varying_order() {
    Set<List<Integer>> orders = new HashSet<>();
    for (Slot slot : draw(PlanLength.FULL, 1).slots()) {
      List<Integer> order = slot.stages().stream().map(Slot.StageOrder::stage).toList();
      assertThat(order).containsExactlyInAnyOrder(0, 1, 2);
      orders.add(order);
    }
    assertThat(orders).hasSizeGreaterThan(3);
  }

  @Test
  void the_same_seed_draws_the_same_table_and_another_seed_another() {
    assertThat(draw(PlanLength.DEFAULT, 4711)).isEqualTo(draw(PlanLength.DEFAULT, 4711));
    assertThat(draw(PlanLength.DEFAULT, 4711).slots())
        .isNotEqualTo(draw(PlanLength.DEFAULT, 4712).slots());
  }

  /** Pins the algorithm: a plan must be drawn alike by every later version and JDK. */
  @Test
  void seed_1_is_pinned() {
    List<Slot> slots = draw(PlanLength.QUICK, 1).slots();

    assertThat(slots.stream().map(slot -> first(slot, 2).name()).reduce("", String::concat))
        .isEqualTo("ABBAAB");
    assertThat(slots.get(5))
        .isEqualTo(
            new Slot(
                5,
                431_986_847_459_427_401L,
                VariantLabel.B,
                VariantLabel.B,
                List.of(
                    new Slot.StageOrder(2, VariantLabel.B),
                    new Slot.StageOrder(1, VariantLabel.A),
                    new Slot.StageOrder(0, VariantLabel.A))));
  }

  @Test
  void rows_of_the_plans() {
    assertThat(Rows.local(STAGES, Margins.LOCAL)).hasSize(8);
    assertThat(Rows.quick(STAGES, Margins.LOCAL_QUICK)).hasSize(4);
    assertThat(Rows.azure(STAGES, Margins.AZURE)).hasSize(7);
    assertThat(Rows.published(STAGES, Margins.PUBLISHED)).hasSize(7);
  }

  @Test
  void the_published_protocol_is_one_pair_A_first() {
    RunPlan plan = PlanDrawer.published(Rows.published(STAGES, Margins.PUBLISHED), STAGES, 1);

    assertThat(plan.slots()).hasSize(1);
    assertThat(plan.slots().get(0).stages())
        .allSatisfy(order -> assertThat(order.first()).isEqualTo(VariantLabel.A));
  }

  @Test
  void an_odd_segment_cannot_be_balanced() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                PlanDrawer.draw(
                    "custom",
                    "standard",
                    Design.ONE_PROCESS,
                    Boundaries.spend(6, 9),
                    Rows.local(STAGES, Margins.LOCAL),
                    STAGES,
                    1))
        .withMessageContaining("even number");
  }
}
