package dev.fanout.experiment;

import dev.fanout.experiment.RunLoop.ReplicateSource;
import dev.fanout.experiment.process.EnvironmentFailure;
import dev.fanout.measurements.run.Design;
import dev.fanout.measurements.run.Replicate;
import dev.fanout.measurements.run.RunPlan;
import dev.fanout.measurements.run.Slot;
import dev.fanout.measurements.run.Slot.StageOrder;
import dev.fanout.measurements.run.SmokeTest;
import dev.fanout.measurements.run.Stage;
import dev.fanout.measurements.run.SteadyState;
import dev.fanout.measurements.run.Trial;
import dev.fanout.measurements.run.VariantLabel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One replicate: a fresh gateway, every operation once on both variants, warm-up, then the trials
 * in the order of the slot.
 */
final class ReplicateRunner implements ReplicateSource {
  private final Target target;
  private final LoadMeter meter;
  private final TrialRunner trials;
  private final WarmUp warmUp;
  private final RunPlan plan;
  private final List<String> injections;
  private final Optional<VariantLabel> only;
  private final Duration coolDown;
  private final Clock clock;
  private final RunEvents events;

  /**
   * @param only the one variant that has trials; both have when it is empty
   * @param coolDown between the variants of a {@link Design#SEQUENTIAL} replicate
   */
  ReplicateRunner(
      Target target,
      LoadMeter meter,
      TrialRunner trials,
      WarmUp warmUp,
      RunPlan plan,
      List<String> injections,
      Optional<VariantLabel> only,
      Duration coolDown,
      Clock clock,
      RunEvents events) {
    this.target = target;
    this.meter = meter;
    this.trials = trials;
    this.warmUp = warmUp;
    this.plan = plan;
    this.injections = List.copyOf(injections);
    this.only = only;
    this.coolDown = coolDown;
    this.clock = clock;
    this.events = events;
  }

  @Override
  public Replicate run(Slot slot, int attempt) throws EnvironmentFailure, InterruptedException {
    Instant startedAt = clock.instant();
    List<SteadyState> states = List.of();
    List<Trial> done = new ArrayList<>();
    Optional<String> voidReason = Optional.empty();
    try (RunningGateway gateway = target.start(slot.portFirst(), injections)) {
      SmokeTest smoke = new SmokeRunner(meter).run(gateway, slot.randomSeed());
      if (smoke.failed() > 0) {
        voidReason = Optional.of("smoke test: " + smoke.failures().get(0));
      } else {
        states =
            warmUp.run(
                gateway,
                slot.warmUpFirst(),
                TrialRunner.model(plan.topStage().load()),
                Seeds.derive(slot.randomSeed(), 1));
        runTrials(gateway, slot, attempt, done);
      }
    }
    return new Replicate(slot.index(), attempt, startedAt, states, done, voidReason);
  }

  private void runTrials(RunningGateway gateway, Slot slot, int attempt, List<Trial> done)
      throws EnvironmentFailure, InterruptedException {
    if (plan.design() == Design.SEQUENTIAL) {
      VariantLabel first = slot.stages().get(0).first();
      runAllStages(gateway, slot, attempt, first, true, done);
      if (done.stream().allMatch(trial -> trial.voidReason().isEmpty())) {
        if (only.isEmpty()) {
          events.phase("cooling down");
          Thread.sleep(coolDown.toMillis());
        }
        runAllStages(gateway, slot, attempt, first.other(), false, done);
      }
      return;
    }
    for (StageOrder order : slot.stages()) {
      Stage stage = plan.stages().get(order.stage());
      List<Trial> trials =
          only.isPresent()
              ? List.of(one(gateway, slot, attempt, stage, only.get(), true))
              : this.trials.runBoth(
                  gateway, slot, attempt, stage, order.first(), seed(slot, stage));
      if (!keep(stage, trials, done)) {
        return;
      }
    }
  }

  private void runAllStages(
      RunningGateway gateway,
      Slot slot,
      int attempt,
      VariantLabel variant,
      boolean first,
      List<Trial> done)
      throws EnvironmentFailure, InterruptedException {
    if (only.isPresent() && only.get() != variant) {
      return;
    }
    for (Stage stage : plan.stages()) {
      if (!keep(stage, List.of(one(gateway, slot, attempt, stage, variant, first)), done)) {
        return;
      }
    }
  }

  private Trial one(
      RunningGateway gateway,
      Slot slot,
      int attempt,
      Stage stage,
      VariantLabel variant,
      boolean first)
      throws EnvironmentFailure, InterruptedException {
    return trials.run(gateway, slot, attempt, stage, variant, first, seed(slot, stage));
  }

  private static long seed(Slot slot, Stage stage) {
    return Seeds.derive(slot.randomSeed(), 100L + stage.index());
  }

  /** Whether none of them is void. */
  private boolean keep(Stage stage, List<Trial> trials, List<Trial> done) {
    for (Trial trial : trials) {
      done.add(trial);
      events.trialFinished(stage, trial);
    }
    return trials.stream().allMatch(trial -> trial.voidReason().isEmpty());
  }
}
