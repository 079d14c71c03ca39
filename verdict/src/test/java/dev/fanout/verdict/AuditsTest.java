package dev.fanout.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.measurements.run.Design;
import dev.fanout.measurements.run.ErrorKind;
import dev.fanout.measurements.run.Run;
import dev.fanout.measurements.run.Scope;
import dev.fanout.measurements.run.SmokeTest;
import dev.fanout.measurements.run.SteadyState;
import dev.fanout.measurements.run.Trial;
import dev.fanout.measurements.run.VariantLabel;
import dev.fanout.verdict.simulation.SyntheticRun;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each audit is silent on a sound run and speaks on its spoilt twin. */
class AuditsTest {
  private static final Run SOUND = Runs.sound();

  private static AuditResult audit(Run run, Audit which) {
    return Judge.judge(run).audits().stream()
        .filter(result -> result.audit() == which)
        .findFirst()
        .orElseThrow();
  }

  private static void assertWithheld(Run run, Audit which, String finding) {
    assertThat(audit(run, which).failed()).isTrue();
    assertThat(audit(run, which).finding()).contains(finding);
    assertThat(Judge.judge(run).word()).isEqualTo(VerdictWord.WITHHELD);
    assertThat(Judge.judge(run).exitCode()).isEqualTo(12);
    assertThat(Judge.judge(run).headline()).contains(which.title());
  }

  private static void assertPasses(Run run, Audit which) {
    assertThat(audit(run, which).state()).isEqualTo(AuditResult.State.PASSED);
  }

  private static Run trials(UnaryOperator<Runs.Change> change) {
    return Runs.each(SOUND, Runs.trials(t -> change.apply(Runs.of(t)).trial()));
  }

  private static Run trialsOfB(UnaryOperator<Runs.Change> change) {
    return trials(c -> c.is(VariantLabel.B) ? change.apply(c) : c);
  }

  @Test
  void all_pass_on_a_sound_run() {
    assertThat(Judge.judge(SOUND).audits())
        .hasSize(Audit.values().length)
        .allMatch(result -> result.state() == AuditResult.State.PASSED);
  }

  @Nested
  class SameUpstreamRequest {
    @Test
    void without_evidence_withholds_what_would_be_a_claim() {
      Run run = Runs.withoutEvidence(SOUND);

      assertThat(audit(run, Audit.SAME_UPSTREAM_REQUEST).state())
          .isEqualTo(AuditResult.State.NOT_DONE);
      assertThat(Judge.judge(run).word()).isEqualTo(VerdictWord.WITHHELD);
    }

    @Test
    void without_evidence_leaves_what_claims_nothing() {
      Run run = Runs.withoutEvidence(Runs.withoutReplicates(SOUND));

      assertThat(Judge.judge(run).word()).isEqualTo(VerdictWord.NOT_ENOUGH_DATA);
    }
  }

  @Nested
  class RightAnswers {
    @Test
    void fails_on_one_wrong_body() {
      assertWithheld(
          trialsOfB(c -> c.errors(ErrorKind.BODY, 1)), Audit.RIGHT_ANSWERS, "6 answers of B");
      assertWithheld(
          trialsOfB(c -> c.errors(ErrorKind.TRUNCATED, 1)), Audit.RIGHT_ANSWERS, "truncated");
    }

    @Test
    void leaves_failures_without_an_answer_to_the_errors_row() {
      assertPasses(trialsOfB(c -> c.errors(ErrorKind.TIMEOUT, 1)), Audit.RIGHT_ANSWERS);
    }

    @Test
    void fails_on_the_smoke_test() {
      assertWithheld(
          SOUND.withSmokeTest(new SmokeTest(200, 1, List.of("GET /svc01/v1: 404"))),
          Audit.RIGHT_ANSWERS,
          "1 of 200 requests before the first trial");
    }
  }

  @Nested
  class Gateways {
    @Test
    void one_topology_each_withholds() {
      assertWithheld(
          Runs.withDesign(SOUND, Design.CONFOUNDED_GATEWAYS),
          Audit.UNCONFOUNDED,
          "one topology only");
      assertPasses(Runs.withDesign(SOUND, Design.CROSSED_GATEWAYS), Audit.UNCONFOUNDED);
    }
  }

  @Nested
  class SteadyStateIsThere {
    private List<SteadyState.Window> windows(double cpuStep, double p50Step) {
      return List.of(
          new SteadyState.Window(OptionalDouble.of(60_000 * (1 - cpuStep)), 6e6 * (1 - p50Step)),
          new SteadyState.Window(OptionalDouble.of(60_000), 6e6),
          new SteadyState.Window(OptionalDouble.of(60_000 * (1 + cpuStep)), 6e6 * (1 + p50Step)));
    }

    private Run gates(boolean reached, double cpuStep, double p50Step) {
      return Runs.each(
          SOUND,
          Runs.gates(
              g ->
                  new SteadyState(
                      g.variant(), reached, 20_000_000_000L, windows(cpuStep, p50Step))));
    }

    @Test
    void within_10_percent_of_cpu_and_2_percent_of_p50() {
      assertPasses(gates(true, 0.10, 0.02), Audit.STEADY_STATE);
    }

    @Test
    void not_beyond() {
      assertWithheld(gates(true, 0.11, 0), Audit.STEADY_STATE, "6 of 6 warm-ups");
      assertWithheld(gates(true, 0, 0.021), Audit.STEADY_STATE, "6 of 6 warm-ups");
    }

    @Test
    void not_when_the_gate_gave_up() {
      assertWithheld(gates(false, 0, 0), Audit.STEADY_STATE, "never came to a steady state");
    }

    @Test
    void not_with_fewer_than_three_windows() {
      assertThat(SteadyStateAudit.flat(List.of(windows(0, 0).subList(0, 2)))).isFalse();
      assertThat(SteadyStateAudit.flat(List.of(windows(0, 0)))).isTrue();
      assertThat(SteadyStateAudit.flat(List.of())).isFalse();
    }

    @Test
    void one_variant_whose_median_moves_is_enough_against_it() {
      assertThat(SteadyStateAudit.flat(List.of(windows(0, 0), windows(0, 0.021)))).isFalse();
    }

    /** 14 % of one variant's CPU are 7 % of the process's. */
    @Test
    void the_cpu_is_that_of_the_process() {
      assertThat(SteadyStateAudit.flat(List.of(windows(0, 0), windows(0.14, 0)))).isTrue();
      assertThat(SteadyStateAudit.flat(List.of(windows(0.14, 0), windows(0.14, 0)))).isFalse();
    }
  }

  @Nested
  class Headroom {
    @Test
    void ends_at_70_percent_of_the_generators_core_and_85_of_any() {
      assertPasses(trials(c -> c.cores(0.70, 0.85)), Audit.HEADROOM);
      assertWithheld(
          trials(c -> c.cores(0.71, 0.8)),
          Audit.HEADROOM,
          "generator's core was 71 % busy (A at 60%)");
      assertWithheld(trials(c -> c.cores(0.5, 0.86)), Audit.HEADROOM, "busiest core was 86 % busy");
    }

    /** The synthetic generator and backend take 25.5 % and 17 % of a core. */
    @Test
    void names_other_work_on_the_machine() {
      assertWithheld(
          trials(c -> c.cores(0.99, 0.5)),
          Audit.HEADROOM,
          "backend took 43 % of a core: other work");
      assertThat(audit(trials(c -> c.cores(0.72, 0.5)), Audit.HEADROOM).finding())
          .doesNotContain("other work");
    }

    @Test
    void needs_the_offered_load_to_be_sent() {
      assertPasses(trials(c -> c.achievedTimes(0.9991)), Audit.HEADROOM);
      assertWithheld(trials(c -> c.achievedTimes(0.998)), Audit.HEADROOM, "99.80 %");
    }

    /** A quarter of 25 µs. */
    @Test
    void needs_the_same_send_lag_on_both_sides() {
      assertPasses(trialsOfB(c -> c.lag(26_000)), Audit.HEADROOM);
      assertWithheld(
          trialsOfB(c -> c.lag(27_000)), Audit.HEADROOM, "send lags of A and B are 7.0 µs");
    }

    /** 0 or 20 µs in turn: 10 µs on average, ± 11.5 µs by the t interval. */
    @Test
    void takes_a_lag_that_comes_and_goes_for_spread() {
      Run run =
          Runs.each(
              SOUND,
              r ->
                  Runs.trials(
                          t ->
                              t.variant() == VariantLabel.B
                                  ? Runs.of(t).lag(20_000 + 20_000 * (r.slot() % 2)).trial()
                                  : t)
                      .apply(r));

      assertPasses(run, Audit.HEADROOM);
    }

    @Test
    void says_when_the_platform_does_not_tell() {
      Run run = trials(Runs.Change::coresUnknown);

      assertPasses(run, Audit.HEADROOM);
      assertThat(audit(run, Audit.HEADROOM).finding()).contains("does not tell");
    }
  }

  @Nested
  class LittlesLaw {
    @Test
    void allows_one_percent() {
      assertPasses(trials(c -> c.inFlightTimes(1.009)), Audit.LITTLES_LAW);
      assertWithheld(trials(c -> c.inFlightTimes(1.011)), Audit.LITTLES_LAW, "+1.10 %");
      assertWithheld(trialsOfB(c -> c.inFlightTimes(0.98)), Audit.LITTLES_LAW, "B at 60%");
    }

    /** They are a finding of their own, and must not hide behind a failed audit. */
    @Test
    void counts_failures_by_the_time_that_they_took() {
      assertPasses(trialsOfB(c -> c.fail(300, 200_000)), Audit.LITTLES_LAW);
      assertPasses(trialsOfB(c -> c.fail(50, 5e9)), Audit.LITTLES_LAW);
      assertWithheld(
          trialsOfB(c -> c.fail(50, 5e9).inFlightTimes(1.02)), Audit.LITTLES_LAW, "B at 60%");
    }
  }

  @Nested
  class SameBackend {
    private Run instances(long first, long second, long firstOfB, long secondOfB) {
      return trials(
          c ->
              c.instances(
                  c.is(VariantLabel.A)
                      ? Map.of("one", first, "two", second)
                      : Map.of("one", firstOfB, "two", secondOfB)));
    }

    @Test
    void is_known_on_this_machine_where_one_process_serves_both() {
      assertPasses(SOUND, Audit.SAME_BACKEND);
      assertThat(audit(SOUND, Audit.SAME_BACKEND).finding()).contains("one backend process");
    }

    @Test
    void allows_five_points_between_the_shares_of_an_instance() {
      assertPasses(instances(5_000, 5_000, 5_400, 4_600), Audit.SAME_BACKEND);
      assertWithheld(
          instances(5_000, 5_000, 5_700, 4_300),
          Audit.SAME_BACKEND,
          "instance one served 50.0 % of A and 57.0 % of B");
    }

    @Test
    void fails_when_an_instance_serves_one_variant_only() {
      assertWithheld(instances(9_400, 600, 10_000, 0), Audit.SAME_BACKEND, "6.0 % of A and 0.0 %");
      assertPasses(instances(9_600, 400, 10_000, 0), Audit.SAME_BACKEND);
    }

    /** 40 points apart in turn: connections stay with an instance, and change with the process. */
    @Test
    void takes_shares_that_come_and_go_for_spread() {
      Run run =
          Runs.each(
              SOUND,
              r ->
                  Runs.trials(
                          t -> {
                            boolean more = (t.variant() == VariantLabel.A) == (r.slot() % 2 == 0);
                            return t.withBackendInstances(
                                Map.of(
                                    "one", more ? 7_000L : 3_000L, "two", more ? 3_000L : 7_000L));
                          })
                      .apply(r));

      assertPasses(run, Audit.SAME_BACKEND);
    }

    @Test
    void is_unknown_in_the_cloud_when_nobody_counted() {
      Run run =
          SyntheticRun.of(PlanLength.QUICK, 7)
              .scope(
                  new Scope.MeasuredOnApim(
                      "Premium", 1, "australiaeast", "2026-11-24", Optional.empty()))
              .spread(0.3)
              .toTheEnd();
      Run uncounted = Runs.each(run, Runs.trials(t -> Runs.of(t).trial()));

      assertThat(Judge.judge(run).word()).isEqualTo(VerdictWord.EQUIVALENT);
      assertThat(audit(uncounted, Audit.SAME_BACKEND).state())
          .isEqualTo(AuditResult.State.NOT_DONE);
      assertThat(Judge.judge(uncounted).word()).isEqualTo(VerdictWord.WITHHELD);
    }
  }

  @Nested
  class OrderAndDrift {
    private long p50(Trial trial) {
      return trial.latency().orElseThrow().p50Nanos();
    }

    @Test
    void whoever_goes_first_must_not_gain() {
      Run run =
          Runs.each(
              SOUND, Runs.trials(t -> t.first() ? Runs.of(t).p50(p50(t) + 100_000).trial() : t));

      assertWithheld(run, Audit.ORDER, "going first moves p50 at 60% by +0.09");
      assertPasses(run, Audit.DRIFT);
    }

    @Test
    void a_difference_must_not_move_over_the_run() {
      Run run =
          Runs.each(
              SOUND,
              r ->
                  Runs.trials(
                          t ->
                              t.variant() == VariantLabel.A
                                  ? Runs.of(t).p50(p50(t) + 60_000L * r.slot()).trial()
                                  : t)
                      .apply(r));

      assertWithheld(run, Audit.DRIFT, "moved in p50 at 60% by +0.29");
      assertPasses(run, Audit.ORDER);
    }

    /** Both variants move together: the difference does not. */
    @Test
    void what_both_share_is_neither() {
      Run run =
          Runs.each(
              SOUND,
              r -> Runs.trials(t -> Runs.of(t).p50(p50(t) + 60_000L * r.slot()).trial()).apply(r));

      assertPasses(run, Audit.ORDER);
      assertPasses(run, Audit.DRIFT);
    }

    @Test
    void say_what_they_could_have_seen() {
      assertThat(audit(SOUND, Audit.ORDER).finding()).contains("would have been seen");
      assertThat(audit(SOUND, Audit.DRIFT).evidence())
          .hasSize(3)
          .allMatch(line -> line.contains("margins would have been seen"));
    }

    @Test
    void are_not_done_with_one_replicate() {
      Run one = SyntheticRun.of(PlanLength.QUICK, 7).replicates(1);

      assertThat(audit(one, Audit.ORDER).state()).isEqualTo(AuditResult.State.NOT_DONE);
      assertThat(Judge.judge(one).word()).isEqualTo(VerdictWord.NOT_ENOUGH_DATA);
    }
  }
}
