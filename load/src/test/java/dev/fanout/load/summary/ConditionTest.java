package dev.fanout.load.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.diagnostics.IssueException;
import dev.fanout.diagnostics.IssueRenderer;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ConditionTest {
  /** 1,000 answers: p95 is 950 ms in the closed model and twice that in the open one. */
  private static final TrialSummary CLOSED = Trials.closed("A", "50-vus", 1_000, 10);

  private static final TrialSummary OPEN = Trials.open("A", "100-per-s", 1_000, 0, 5);

  private static Condition.State state(String condition, TrialSummary trial) {
    return Condition.parse(condition).check(trial).state();
  }

  @Nested
  class WhenItIsWellFormed {
    @Test
    void it_has_a_metric_a_comparison_and_a_limit() {
      Condition condition = Condition.parse("p95>20ms");

      assertThat(condition)
          .isEqualTo(
              new Condition(
                  "p95>20ms",
                  Optional.empty(),
                  Optional.empty(),
                  new Metric.Percentile(Metric.Clock.JUDGED, 95),
                  Condition.Comparison.ABOVE,
                  20e6));
    }

    @Test
    void it_may_name_target_and_stage_and_have_blanks() {
      Condition condition = Condition.parse(" A / 50-vus : service.p99.9 >= 1.5s ");

      assertThat(condition.target()).contains("A");
      assertThat(condition.stage()).contains("50-vus");
      assertThat(condition.metric()).isEqualTo(new Metric.Percentile(Metric.Clock.SERVICE, 99.9));
      assertThat(condition.limit()).isEqualTo(1.5e9);
    }

    @Test
    void errors_are_a_share_or_a_number() {
      assertThat(Condition.parse("errors>1%").limit()).isEqualTo(0.01);
      assertThat(Condition.parse("errors>0").limit()).isEqualTo(0);
    }

    @Test
    void throughput_is_per_second() {
      assertThat(Condition.parse("throughput<500/s").limit()).isEqualTo(500);
      assertThat(Condition.parse("throughput<500").limit()).isEqualTo(500);
    }
  }

  @Nested
  class WhenItIsNot {
    private void refuses(String text, String... parts) {
      assertThatThrownBy(() -> Condition.parse(text))
          .isInstanceOfSatisfying(
              IssueException.class,
              e -> assertThat(IssueRenderer.render(e.issues())).contains(parts));
    }

    @Test
    void a_typo_is_pointed_at_with_a_suggestion() {
      refuses(
          "thruput<5", "'thruput' is not a metric", "    1 | thruput<5", "| ^^^^^^^", "throughput");
    }

    @Test
    void a_missing_comparison_is_pointed_at() {
      refuses("p95 20ms", "one of > >= < <= should stand", "p95 20ms\n      |     ^");
    }

    @Test
    void a_limit_of_the_wrong_kind_is_pointed_at() {
      refuses("p95>20", "p95 is a time", "p95>20\n      |     ^^");
      refuses("errors>2ms", "neither a percentage nor a whole number");
      refuses("errors>101%", "percentage from 0 to 100");
      refuses("throughput<fast", "number of requests a second");
    }

    @Test
    void a_missing_limit_is_said() {
      refuses("p95>", "the limit is missing");
    }

    @Test
    void nothing_and_too_much_are_refused() {
      refuses("", "1 to 300 characters");
      refuses("p".repeat(301), "1 to 300 characters");
    }

    @Test
    void a_percentile_is_above_0_and_below_100() {
      refuses("p0>1ms", "'p0' is not a metric");
      refuses("p100>1ms", "'p100' is not a metric");
    }

    @Test
    void a_scope_without_a_name_is_pointed_at() {
      refuses(": p95>1ms", "the name of a target");
      refuses("A b: p95>1ms", "':' should follow");
    }
  }

  @Nested
  class OnATrial {
    @Test
    void times_are_service_times_in_the_closed_model_and_response_times_in_the_open_one() {
      assertThat(state("p95>951ms", CLOSED)).isEqualTo(Condition.State.PASSED);
      assertThat(state("p95>940ms", CLOSED)).isEqualTo(Condition.State.FAILED);
      assertThat(state("p95>951ms", OPEN)).isEqualTo(Condition.State.FAILED);
      assertThat(state("service.p95>951ms", OPEN)).isEqualTo(Condition.State.PASSED);
      assertThat(state("response.p95>951ms", CLOSED)).isEqualTo(Condition.State.FAILED);
    }

    @Test
    void errors_count_among_all_that_were_due() {
      // 10 of 1,010
      assertThat(state("errors>0.9%", CLOSED)).isEqualTo(Condition.State.FAILED);
      assertThat(state("errors>1%", CLOSED)).isEqualTo(Condition.State.PASSED);
      assertThat(state("errors>9", CLOSED)).isEqualTo(Condition.State.FAILED);
      assertThat(state("unstarted>=5", OPEN)).isEqualTo(Condition.State.FAILED);
      assertThat(state("unstarted>5", OPEN)).isEqualTo(Condition.State.PASSED);
    }

    @Test
    void throughput_is_what_passed_in_the_window() {
      // 1,000 in 10 s
      assertThat(state("throughput<100/s", CLOSED)).isEqualTo(Condition.State.PASSED);
      assertThat(state("throughput<=100/s", CLOSED)).isEqualTo(Condition.State.FAILED);
    }

    @Test
    void a_percentile_needs_ten_samples_above_it() {
      assertThat(state("p95>1s", Trials.closed("A", "s", 199, 0)))
          .isEqualTo(Condition.State.NOT_ENOUGH_DATA);
      assertThat(state("p95>1s", Trials.closed("A", "s", 200, 0)))
          .isEqualTo(Condition.State.PASSED);
      assertThat(state("p99.9>1s", CLOSED)).isEqualTo(Condition.State.NOT_ENOUGH_DATA);
    }

    @Test
    void a_clock_that_was_not_read_is_not_enough_data() {
      assertThat(state("lag.p50>1ms", CLOSED)).isEqualTo(Condition.State.NOT_ENOUGH_DATA);
      assertThat(state("errors>1%", Trials.closed("A", "s", 0, 0)))
          .isEqualTo(Condition.State.NOT_ENOUGH_DATA);
    }

    @Test
    void the_sentence_has_value_and_limit() {
      assertThat(Condition.parse("max>1s").check(CLOSED).sentence())
          .isEqualTo("A/50-vus: max is 1000.342ms, > 1000ms");
      assertThat(Condition.parse("errors>1%").check(CLOSED).sentence())
          .isEqualTo("A/50-vus: errors is 0.99%, and may not be > 1%");
    }

    @Test
    void it_concerns_only_the_trials_that_it_names() {
      assertThat(Condition.parse("A: p95>1ms").concerns(CLOSED)).isTrue();
      assertThat(Condition.parse("B: p95>1ms").concerns(CLOSED)).isFalse();
      assertThat(Condition.parse("A/other: p95>1ms").concerns(CLOSED)).isFalse();
    }
  }
}
