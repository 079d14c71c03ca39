package dev.fanout.functionhost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.fanout.functionhost.InstanceFleet.Instance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Time stands still unless a test moves it. */
class InstanceFleetTest {
  private long now;
  private final List<Instance> running = new ArrayList<>();
  private final InstanceFleet fleet =
      new InstanceFleet(
          List.of(instance("one"), instance("two"), instance("three")),
          new ScalingModel(3, 2, Duration.ofSeconds(1)),
          10,
          () -> now);

  private static Instance instance(String id) {
    return new Instance(id, new FunctionRouter("api", List.of(), Optional.empty()));
  }

  private boolean submit() {
    return fleet.submit(running::add);
  }

  private void answerOne() {
    fleet.release(running.remove(0));
  }

  private void submit(int requests) {
    for (int i = 0; i < requests; i++) {
      assertThat(submit()).isTrue();
    }
  }

  @Test
  void one_instance_works_on_as_many_as_it_may_and_the_others_wait() {
    submit(5);

    assertThat(running).hasSize(2);
    answerOne();
    assertThat(running).hasSize(2);
    assertThat(fleet.served()).isEqualTo(Map.of("one", 3L));
  }

  @Test
  void too_many_that_wait_are_refused() {
    submit(2 + 10);

    assertThat(submit()).isFalse();
  }

  @Nested
  class Grows {
    @Test
    void when_requests_have_waited_for_long_enough() {
      submit(6);
      now = 999_999_999;
      answerOne();
      assertThat(fleet.active()).isEqualTo(1);

      now = 1_000_000_000;
      answerOne();

      assertThat(fleet.active()).isEqualTo(2);
      assertThat(running).as("two on each").hasSize(4);
    }

    @Test
    void by_one_at_a_time_up_to_the_most() {
      submit(12);
      for (int second = 1; second <= 5; second++) {
        now = second * 1_000_000_000L;
        answerOne();
      }

      assertThat(fleet.active()).isEqualTo(3);
      assertThat(fleet.served()).containsOnlyKeys("one", "two", "three");
    }

    @Test
    void although_the_queue_was_empty_for_a_tenth_of_the_time() {
      submit(3);
      answerOne();
      now = 100_000_000;
      submit(1);
      now = 1_000_000_000;
      answerOne();

      assertThat(fleet.active()).isEqualTo(2);
    }

    @Test
    void not_when_the_queue_was_empty_meanwhile() {
      submit(3);
      answerOne();
      assertThat(running).hasSize(2);
      now = 5_000_000_000L;
      submit(1);

      assertThat(fleet.active()).isEqualTo(1);
    }
  }

  @Test
  void work_that_is_done_at_once_does_not_pile_up() {
    submit(2);
    for (int i = 0; i < 10; i++) {
      assertThat(fleet.submit(fleet::release)).isTrue();
    }
    answerOne();

    assertThat(fleet.served()).isEqualTo(Map.of("one", 12L));
  }

  @Test
  void a_model_has_bounds() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ScalingModel(1, 2, Duration.ofSeconds(1)))
        .withMessageContaining("2..64");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ScalingModel(2, 0, Duration.ofSeconds(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ScalingModel(2, 1, Duration.ofMillis(1)));
  }
}
