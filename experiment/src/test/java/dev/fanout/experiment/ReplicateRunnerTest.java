package dev.fanout.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fanout.experiment.Fakes.FakeLoad;
import dev.fanout.experiment.Fakes.FakeTarget;
import dev.fanout.load.LoadModel;
import dev.fanout.load.TrialPlan;
import dev.fanout.measurements.run.ErrorKind;
import dev.fanout.measurements.run.Replicate;
import dev.fanout.measurements.run.RunPlan;
import dev.fanout.measurements.run.Trial;
import dev.fanout.measurements.run.VariantLabel;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReplicateRunnerTest {
  private static final WarmUp.Settings WARM_UP =
      new WarmUp.Settings(Duration.ofSeconds(1), 8, Duration.ofSeconds(1), Duration.ofSeconds(9));

  private final FakeTarget target = new FakeTarget();
  private final FakeLoad load = new FakeLoad(target);
  private final RunPlan plan = Fakes.plan(2);
  private Optional<VariantLabel> only = Optional.empty();
  private boolean mayRepeat = true;
  private boolean keepGoing;
  private long pauseNanos;
  private final LoadMeter.PauseSource pauses =
      new LoadMeter.PauseSource() {
        @Override
        public void reset() {}

        @Override
        public long longestNanos() {
          return pauseNanos;
        }
      };

  private long gatewayCoreBusyPercent;
  private long readings;

  /** Of core 0 a share is busy, of core 1 nothing. */
  private CoreLoad cores() {
    long ticks = readings++;
    return CoreLoad.parse(
        "cpu0 %d 0 0 %d 0 0 0 0%ncpu1 0 0 0 %d 0 0 0 0%n"
            .formatted(
                ticks * gatewayCoreBusyPercent,
                ticks * (100 - gatewayCoreBusyPercent),
                ticks * 100));
  }

  private Replicate run(int slot, List<String> injections) throws Exception {
    return runner(plan, injections).run(plan.slots().get(slot), 0);
  }

  private ReplicateRunner runner(RunPlan plan) {
    return runner(plan, List.of());
  }

  private ReplicateRunner runner(RunPlan plan, List<String> injections) {
    LoadMeter meter = new LoadMeter(load, target, Fakes.mixes(), pauses, this::cores);
    TrialRunner trials =
        new TrialRunner(
            meter, TrialRunner.TrialLog.NONE, Clock.systemUTC(), stage -> 500, () -> mayRepeat);
    return new ReplicateRunner(
        target,
        meter,
        trials,
        new WarmUp(meter, WARM_UP),
        plan,
        injections,
        only,
        keepGoing,
        Duration.ZERO,
        Clock.systemUTC(),
        RunEvents.NONE);
  }

  @Test
  void smokes_warms_and_runs_the_trials_in_the_order_of_the_slot() throws Exception {
    run(0, List.of());
    assertThat(target.events)
        .containsExactly(
            "start B",
            "A 1200.0/s",
            "B 1200.0/s",
            "A closed",
            "B closed",
            "isolate",
            "A 6000.0/s",
            "B 6000.0/s",
            "A 6000.0/s",
            "B 6000.0/s",
            "A 6000.0/s",
            "B 6000.0/s",
            "A 6000.0/s",
            "B 6000.0/s",
            "B 1000.0/s",
            "A 1000.0/s",
            "stop");
  }

  @Test
  void the_other_slot_turns_every_order_round() throws Exception {
    run(1, List.of("B:+1ms"));
    assertThat(target.events)
        .startsWith("start A [B:+1ms]", "A 1200.0/s", "B 1200.0/s", "B closed", "A closed")
        .endsWith("B 6000.0/s", "A 6000.0/s", "A 1000.0/s", "B 1000.0/s", "stop");
  }

  @Test
  void one_variant_alone_has_trials_while_both_are_smoked_and_warmed() throws Exception {
    only = Optional.of(VariantLabel.B);
    assertThat(run(0, List.of()).trials())
        .extracting(Trial::variant)
        .containsExactly(VariantLabel.B, VariantLabel.B);
  }

  @Test
  void both_trials_of_a_pair_see_the_same_arrivals() throws Exception {
    run(0, List.of());
    List<TrialPlan> last = load.plans.subList(load.plans.size() - 4, load.plans.size());
    assertThat(last.get(0).randomSeed()).isEqualTo(last.get(1).randomSeed());
    assertThat(last.get(2).randomSeed()).isEqualTo(last.get(3).randomSeed());
    assertThat(last.get(0).randomSeed()).isNotEqualTo(last.get(2).randomSeed());
  }

  @Test
  void trials_take_turns_in_an_order_that_favours_neither() throws Exception {
    target.events.clear();
    ReplicateRunner inTurns = runner(Fakes.inTurns(plan, 4));
    Replicate replicate = inTurns.run(plan.slots().get(0), 0);
    assertThat(target.events.subList(target.events.size() - 9, target.events.size()))
        .containsExactly(
            "B 1000.0/s",
            "A 1000.0/s",
            "A 1000.0/s",
            "B 1000.0/s",
            "A 1000.0/s",
            "B 1000.0/s",
            "B 1000.0/s",
            "A 1000.0/s",
            "stop");
    assertThat(replicate.trials()).hasSize(4);
    Trial trial = replicate.trials().get(3);
    assertThat(trial.variant()).isEqualTo(VariantLabel.A);
    assertThat(trial.first()).isFalse();
    assertThat(trial.windowNanos()).isEqualTo(1_000_000_000);
    assertThat(trial.requests()).isEqualTo(1_000);
    assertThat(trial.cpuPerRequestNanos()).hasValue(Fakes.CPU_PER_REQUEST_NANOS);
    assertThat(trial.cpu().gatewayCores().orElseThrow()).isCloseTo(0.05, within(1e-9));
    assertThat(trial.pool().orElseThrow().reused()).isEqualTo(1_000);
  }

  @Test
  void turns_of_the_same_number_see_the_same_arrivals() throws Exception {
    runner(Fakes.inTurns(plan, 4)).run(plan.slots().get(0), 0);
    List<Long> seeds =
        load.plans.subList(load.plans.size() - 8, load.plans.size()).stream()
            .map(TrialPlan::randomSeed)
            .toList();
    assertThat(seeds.get(0)).isEqualTo(seeds.get(1)); // B's and A's first
    assertThat(seeds.get(2)).isEqualTo(seeds.get(3));
    assertThat(seeds.get(6)).isEqualTo(seeds.get(7));
    assertThat(new HashSet<>(seeds)).hasSize(4);
  }

  @Test
  void a_trial_holds_what_was_seen() throws Exception {
    Trial trial = run(0, List.of()).trials().get(0);
    assertThat(trial.variant()).isEqualTo(VariantLabel.A);
    assertThat(trial.first()).isTrue();
    assertThat(trial.requests()).isEqualTo(6_000);
    assertThat(trial.cpuPerRequestNanos()).hasValue(Fakes.CPU_PER_REQUEST_NANOS);
    assertThat(trial.latency().orElseThrow().p50Nanos()).isBetween(5_995_000L, 6_005_000L);
    assertThat(trial.cpu().gatewayCores()).hasValue(0.3);
    assertThat(trial.pool().orElseThrow().reused()).isEqualTo(6_000);
    // 6,000 per second x 6 ms from the send, and x 50 µs before it
    assertThat(trial.meanInFlight()).isBetween(36.29, 36.31);
    assertThat(trial.voidReason()).isEmpty();
  }

  @Test
  void the_gate_leaves_its_evidence_for_both() throws Exception {
    Replicate replicate = run(0, List.of());
    assertThat(replicate.steadyStates())
        .extracting(s -> s.variant().name())
        .containsExactly("A", "B");
    assertThat(replicate.steadyStates()).allMatch(state -> state.reached());
    assertThat(replicate.steadyStates()).allMatch(state -> state.windows().size() == 3);
  }

  @Nested
  class WhenSomethingFails {
    @Test
    void a_wrong_answer_in_the_smoke_test_voids_the_replicate() throws Exception {
      load.failFrom = "B 1200.0/s";
      Replicate replicate = run(0, List.of());
      assertThat(replicate.whyVoid())
          .hasValueSatisfying(
              why ->
                  assertThat(why).startsWith("smoke test: B: 127.0.0.1 answers with status 404"));
      assertThat(replicate.trials()).isEmpty();
      assertThat(target.events).last().isEqualTo("stop");
    }

    @Test
    void a_trial_that_was_stopped_ends_the_replicate() throws Exception {
      load.failFrom = "B 1000.0/s";
      Replicate replicate = run(0, List.of());
      assertThat(replicate.whyVoid()).hasValue("127.0.0.1 answers with status 404");
      assertThat(replicate.trials()).hasSize(3);
      assertThat(replicate.trials().get(2).errors()).containsEntry(ErrorKind.STATUS, 1_000L);
    }

    @Test
    void an_operation_that_is_known_to_be_wrong_is_measured_when_the_user_says_so()
        throws Exception {
      load.failFrom = "B 1200.0/s";
      keepGoing = true;
      Replicate replicate = run(0, List.of());
      assertThat(replicate.trials()).isNotEmpty();
    }

    @Test
    void a_machine_that_stands_still_for_a_twentieth_of_a_trial_voids_it() throws Exception {
      pauseNanos = 50_000_001;
      Replicate replicate = run(0, List.of());
      assertThat(replicate.whyVoid())
          .hasValue("the machine stood still for 50 ms, more than a twentieth of a trial");
      assertThat(replicate.trials()).hasSize(1);
      assertThat(replicate.trials().get(0).longestPauseNanos()).hasValue(50_000_001);
    }

    @Test
    void other_work_on_a_core_of_the_run_voids_it() throws Exception {
      target.gatewayCore = OptionalInt.of(0);
      gatewayCoreBusyPercent = 51; // of which the gateway needs 30
      assertThat(run(0, List.of()).whyVoid())
          .hasValue("other work took 21 % of a core of this run, more than 20 %");
    }

    @Test
    void what_the_gateway_itself_needs_is_no_other_work() throws Exception {
      target.gatewayCore = OptionalInt.of(0);
      gatewayCoreBusyPercent = 49;
      assertThat(run(0, List.of()).trials().get(0).voidReason()).isEmpty();
    }

    @Test
    void a_shorter_pause_counts() throws Exception {
      pauseNanos = 50_000_000;
      assertThat(run(0, List.of()).whyVoid()).isEmpty();
    }

    @Test
    void a_pause_counts_when_nothing_can_be_repeated_any_more() throws Exception {
      pauseNanos = 200_000_000;
      mayRepeat = false;
      assertThat(run(0, List.of()).whyVoid()).isEmpty();
    }

    @Test
    void the_load_of_the_windows_is_that_of_the_top_stage() throws Exception {
      run(0, List.of());
      assertThat(load.plans.get(4).model())
          .isEqualTo(new LoadModel.Open(6_000, LoadMeter.MOST_IN_FLIGHT));
    }
  }
}
