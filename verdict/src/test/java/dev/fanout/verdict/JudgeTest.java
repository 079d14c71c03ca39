package dev.fanout.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fanout.measurements.run.GatewayOverhead;
import dev.fanout.measurements.run.Metric;
import dev.fanout.measurements.run.Replicate;
import dev.fanout.measurements.run.Row;
import dev.fanout.measurements.run.Run;
import dev.fanout.measurements.run.RunEnd;
import dev.fanout.measurements.run.Slot;
import dev.fanout.measurements.run.UpstreamEquality;
import dev.fanout.measurements.run.VariantLabel;
import dev.fanout.verdict.simulation.SyntheticRun;
import dev.fanout.verdict.simulation.SyntheticRuns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {
  private static final Map<String, Run> RUNS = SyntheticRuns.all();

  private static RowVerdict row(Verdict verdict, Metric metric) {
    return verdict.rows().stream()
        .filter(row -> row.row().metric() == metric)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "equivalent,          EQUIVALENT,       0",
    "equivalent-default,  EQUIVALENT,       0",
    "equivalent-on-apim,  EQUIVALENT,       0",
    "partial-estate,      EQUIVALENT,       0",
    "different-p95,       DIFFERENT,       10",
    "different-cpu,       DIFFERENT,       10",
    "inconclusive,        INCONCLUSIVE,    11",
    "not-enough-data,     NOT_ENOUGH_DATA, 11",
    "interrupted,         NOT_ENOUGH_DATA, 11",
    "killed,              NOT_ENOUGH_DATA, 11",
    "withheld,            WITHHELD,        12",
    "environment-failed,  INCONCLUSIVE,    20",
  })
  void each_ending_has_its_word_and_exit_code(String name, VerdictWord word, int exitCode) {
    Verdict verdict = Judge.judge(RUNS.get(name));

    assertThat(verdict.word()).isEqualTo(word);
    assertThat(verdict.exitCode()).isEqualTo(exitCode);
  }

  @Nested
  class TheHeadline {
    @Test
    void starts_with_the_word_and_its_scope_in_every_case() {
      RUNS.forEach(
          (name, run) -> {
            Verdict verdict = Judge.judge(run);
            assertThat(verdict.headline())
                .as(name)
                .startsWith(verdict.word().text() + ", " + run.scope().sentence());
          });
    }

    @Test
    void names_both_topologies_beside_their_labels() {
      RUNS.forEach(
          (name, run) ->
              assertThat(Judge.judge(run).headline())
                  .as(name)
                  .contains("shared-backend (A)")
                  .contains("per-api (B)"));
    }

    @Test
    void says_what_is_higher_where_and_by_how_much() {
      assertThat(Judge.judge(RUNS.get("different-p95")).headline())
          .matches(
              "DIFFERENT, local model: p95 at 60% is 1\\.\\d{3} ms higher with per-api \\(B\\) than"
                  + " with shared-backend \\(A\\), beyond ± 0\\.5 ms\\.");
      assertThat(Judge.judge(RUNS.get("different-cpu")).headline())
          .contains("CPU per request at 60% is 2")
          .contains("% higher with per-api (B)");
    }

    @Test
    void names_A_when_A_is_higher() {
      Run run = SyntheticRun.of(PlanLength.QUICK, 3).slowerB(0, -1_500_000).spread(0.3).toTheEnd();

      assertThat(Judge.judge(run).headline()).contains("higher with shared-backend (A)");
    }

    @Test
    void says_partial_estate() {
      assertThat(Judge.judge(RUNS.get("partial-estate")).headline())
          .startsWith("EQUIVALENT, local model, partial estate: ");
    }

    @Test
    void of_a_withheld_verdict_gives_the_reason_first() {
      assertThat(Judge.judge(RUNS.get("withheld")).headline())
          .startsWith("WITHHELD, local model: same upstream request: 3 of 100 operations");
    }
  }

  @Nested
  class JudgingAgain {
    private final Run run = RUNS.get("equivalent");

    private List<Row> rows(double factor) {
      return run.plan().rows().stream().map(r -> r.withMargin(r.margin() * factor)).toList();
    }

    @Test
    void with_other_margins_is_exploratory_and_never_exits_0() {
      Verdict wider = Judge.judge(run, rows(2));

      assertThat(wider.word()).isEqualTo(VerdictWord.EQUIVALENT);
      assertThat(wider.exploratory()).isTrue();
      assertThat(wider.exitCode()).isEqualTo(11);
      assertThat(wider.headline()).startsWith("exploratory: EQUIVALENT, local model: ");
    }

    @Test
    void with_the_plans_own_margins_is_not() {
      assertThat(Judge.judge(run, rows(1))).isEqualTo(Judge.judge(run));
    }

    @Test
    void gives_the_same_verdict() {
      RUNS.values().forEach(r -> assertThat(Judge.judge(r)).isEqualTo(Judge.judge(r)));
    }
  }

  @Nested
  class Coarse {
    private Run with(long overheadNanos) {
      return RUNS.get("equivalent")
          .withOverhead(new GatewayOverhead(5_000_000 + overheadNanos, 5_000_000));
    }

    @Test
    void rows_have_a_margin_above_the_gateways_own_overhead() {
      Verdict verdict = Judge.judge(with(200_000));

      assertThat(row(verdict, Metric.P95).coarse()).isTrue();
      assertThat(row(verdict, Metric.P50).coarse()).isFalse();
      assertThat(verdict.word()).isEqualTo(VerdictWord.EQUIVALENT);
      assertThat(verdict.reasons()).anyMatch(reason -> reason.startsWith("Coarse"));
    }

    @Test
    void rows_only_are_never_equivalent() {
      Run run = with(10_000);
      List<Row> latency =
          run.plan().rows().stream().filter(r -> r.metric() != Metric.CPU_PER_REQUEST).toList();
      Verdict verdict = Judge.judge(run.withPlan(run.plan().withRows(latency)));

      assertThat(verdict.rows()).allMatch(r -> r.state() == RowState.EQUIVALENT);
      assertThat(verdict.word()).isEqualTo(VerdictWord.INCONCLUSIVE);
      assertThat(verdict.headline()).contains("every margin is coarse");
    }
  }

  @Nested
  class TheDifferences {
    private final Run run = RUNS.get("equivalent");

    @Test
    void count_replicates_and_not_requests() {
      assertThat(Judge.judge(run).rows()).allMatch(r -> r.look().sample().n() == 6);
    }

    @Test
    void average_several_blocks_of_one_replicate() {
      Run doubled =
          Runs.each(
              run,
              r -> {
                List<dev.fanout.measurements.run.Trial> trials = new ArrayList<>(r.trials());
                for (var trial : r.trials()) {
                  Runs.Change change = Runs.of(trial).place("local", 1);
                  boolean a = change.is(VariantLabel.A);
                  trials.add(change.p50(a ? 6_000_000 : 5_000_000).trial());
                }
                return new Replicate(
                    r.slot(),
                    r.attempt(),
                    r.startedAt(),
                    r.steadyStates(),
                    trials,
                    Optional.empty());
              });
      Row p50 = row(Judge.judge(run), Metric.P50).row();

      double[] once = PairedValues.series(p50, run.replicates()).differences();
      double[] twice = PairedValues.series(p50, doubled.replicates()).differences();

      for (int i = 0; i < once.length; i++) {
        assertThat(twice[i]).isCloseTo((once[i] + 1_000_000) / 2, within(1e-6));
      }
    }

    @Test
    void are_taken_within_a_gateway_and_never_across() {
      Run crossed =
          Runs.each(
              run,
              Runs.trials(
                  t -> Runs.of(t).place(t.variant() == VariantLabel.A ? "one" : "two", 0).trial()));

      assertThat(Judge.judge(crossed).rows().get(0).state()).isEqualTo(RowState.NOT_ENOUGH_DATA);
    }

    @Test
    void are_missing_with_fewer_than_1000_requests_for_p95() {
      Run few = Runs.each(run, Runs.trials(t -> Runs.of(t).requests(999).trial()));
      Verdict verdict = Judge.judge(few);

      assertThat(row(verdict, Metric.P95).state()).isEqualTo(RowState.NOT_ENOUGH_DATA);
      assertThat(row(verdict, Metric.P50).state()).isNotEqualTo(RowState.NOT_ENOUGH_DATA);
    }

    @Test
    void are_missing_where_cpu_cannot_be_read() {
      Run blind = Runs.each(run, Runs.trials(t -> Runs.of(t).noGatewayCpu().trial()));
      Verdict verdict = Judge.judge(blind);

      assertThat(row(verdict, Metric.CPU_PER_REQUEST).state()).isEqualTo(RowState.NOT_ENOUGH_DATA);
      assertThat(verdict.word()).isEqualTo(VerdictWord.INCONCLUSIVE);
    }
  }

  @Nested
  class TheNextStep {
    private final Run finished = SyntheticRun.of(PlanLength.DEFAULT, 31).spread(1.5).toTheEnd();
    private final Run planned = Runs.withoutReplicates(finished);
    private final List<Slot> slots = planned.plan().slots();

    private Run with(Run run, int slot, boolean sound, int attempt) {
      return run.withReplicate(
          sound
              ? Runs.sound(finished, slots.get(slot), attempt)
              : Runs.voided(run, slots.get(slot), attempt));
    }

    @Test
    void is_the_first_slot_at_first() {
      assertThat(Judge.next(planned)).isEqualTo(new NextStep.RunReplicate(slots.get(0), 0));
    }

    @Test
    void repeats_a_void_replicate_at_the_end_of_its_segment_in_the_same_order() {
      Run run = with(planned, 0, false, 0);
      for (int slot = 1; slot < 6; slot++) {
        assertThat(Judge.next(run)).isEqualTo(new NextStep.RunReplicate(slots.get(slot), 0));
        run = with(run, slot, true, 0);
      }

      assertThat(Judge.next(run)).isEqualTo(new NextStep.RunReplicate(slots.get(0), 1));
      run = with(run, 0, true, 1);
      assertThat(Judge.next(run)).isEqualTo(new NextStep.RunReplicate(slots.get(6), 0));
    }

    @Test
    void fails_at_the_third_void_replicate() {
      Run run = with(with(planned, 0, false, 0), 1, false, 0);
      assertThat(Judge.next(run)).isInstanceOf(NextStep.RunReplicate.class);

      assertThat(Judge.next(with(run, 2, false, 0)))
          .isEqualTo(
              new NextStep.Fail(
                  "3 replicates are void, the last one since the gateway process died"));
    }

    @Test
    void is_to_stop_after_the_last_look() {
      assertThat(finished.replicates()).hasSize(16);
      assertThat(Judge.next(finished)).isInstanceOf(NextStep.Stop.class);
    }

    @Test
    void is_to_stop_at_the_look_that_decides() {
      Run run = SyntheticRun.of(PlanLength.FULL, 31).slowerB(500_000, 5e6).spread(0.3).toTheEnd();

      assertThat(run.replicates()).hasSize(6);
      assertThat(Judge.judge(run).word()).isEqualTo(VerdictWord.DIFFERENT);
    }

    @Test
    void is_to_stop_when_the_upstream_requests_differ() {
      var difference =
          new UpstreamEquality.Difference(
              "a", "b", "GET /", List.of("path"), "GET x", "GET y", "trace");
      Run run = planned.withUpstreamEquality(new UpstreamEquality(1, 1, List.of(difference)));

      assertThat(Judge.next(run)).isInstanceOf(NextStep.Stop.class);
    }

    @Test
    void of_the_published_protocol_is_to_stop_after_one_pair() {
      assertThat(RUNS.get("not-enough-data").replicates()).hasSize(1);
      assertThat(Judge.next(RUNS.get("not-enough-data"))).isInstanceOf(NextStep.Stop.class);
    }
  }

  @Nested
  class VoidReplicates {
    @Test
    void do_not_count_and_are_reported() {
      Run sound = RUNS.get("equivalent");
      Run run =
          Runs.withoutReplicates(sound)
              .withReplicate(Runs.voided(sound, sound.plan().slots().get(0), 0));
      for (Slot slot : sound.plan().slots()) {
        run = run.withReplicate(Runs.sound(sound, slot, slot.index() == 0 ? 1 : 0));
      }
      Verdict verdict = Judge.judge(run.withEnd(sound.end().orElseThrow()));

      assertThat(verdict.word()).isEqualTo(VerdictWord.EQUIVALENT);
      assertThat(verdict.voidReplicates()).isEqualTo(1);
      assertThat(verdict.rows()).isEqualTo(Judge.judge(sound).rows());
    }
  }

  @Nested
  class AnEndBetweenLooks {
    @Test
    void is_inconclusive_and_shows_the_last_look() {
      Run run =
          SyntheticRun.of(PlanLength.DEFAULT, 31)
              .spread(1.5)
              .replicates(9)
              .withEnd(
                  new RunEnd(
                      RunEnd.Reason.INTERRUPTED,
                      RUNS.get("equivalent").manifest().startedAt(),
                      "stopped by ^C"));
      Verdict verdict = Judge.judge(run);

      assertThat(verdict.word()).isEqualTo(VerdictWord.INCONCLUSIVE);
      assertThat(verdict.exitCode()).isEqualTo(11);
      assertThat(verdict.looks()).hasSize(1);
      assertThat(verdict.rows().get(0).look().sample().n()).isEqualTo(6);
      assertThat(verdict.reasons()).contains("The run was interrupted: stopped by ^C.");
    }
  }

  @Nested
  class ThePublishedRule {
    private final Verdict verdict = Judge.judge(RUNS.get("not-enough-data"));

    @Test
    void stands_beside_a_verdict_of_not_enough_data() {
      NaiveJudgement naive = verdict.naive().orElseThrow();

      assertThat(naive.checks()).hasSize(7);
      assertThat(naive.checks().get(0).what()).isEqualTo("|Δ p95 at 50 VUs|");
      assertThat(naive.checks().get(0).threshold()).isEqualTo("≤ 3 ms");
    }

    @Test
    void is_satisfied_within_its_thresholds_and_violated_beyond() {
      for (NaiveJudgement.Check check : verdict.naive().orElseThrow().checks()) {
        double value = check.value().orElseThrow();
        double limit =
            check.what().contains("p95") ? 3e6 : check.what().contains("through") ? 0.02 : 0.001;
        double compared = check.what().contains("through") ? Math.expm1(value) : value;
        assertThat(check.satisfied()).as(check.what()).isEqualTo(Math.abs(compared) <= limit);
      }
    }

    @Test
    void is_not_applied_to_other_protocols() {
      assertThat(Judge.judge(RUNS.get("equivalent")).naive()).isEmpty();
    }
  }

  /** Records in, the decision out: the whole path agrees with the core that the proof drives. */
  @Test
  void judging_records_is_judging_their_differences() {
    for (int seed = 0; seed < 40; seed++) {
      Run run = SyntheticRun.of(PlanLength.DEFAULT, seed).spread(0.8).toTheEnd();
      List<RowSeries> series =
          run.plan().rows().stream()
              .map(row -> PairedValues.series(row, run.replicates()))
              .toList();
      Decision decision =
          new DecisionProcedure(Boundaries.of(run.plan().looks(), series.size()), true)
              .decide(series, run.replicates().size());

      assertThat(Judge.judge(run).word().name())
          .as("seed " + seed)
          .isEqualTo(decision.outcome().name());
    }
  }
}
