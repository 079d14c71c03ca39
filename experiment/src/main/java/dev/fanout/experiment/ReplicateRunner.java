package dev.fanout.experiment;

import dev.fanout.experiment.RunLoop.ReplicateSource;
import dev.fanout.experiment.TrialRunner.Place;
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
      for (VariantLabel variant : List.of(order.first(), order.first().other())) {
        boolean first = variant == order.first();
        if (!runTrial(gateway, slot, attempt, order.stage(), variant, first, done)) {
          return;
        }
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
    for (Stage stage : plan.stages()) {
      if (!runTrial(gateway, slot, attempt, stage.index(), variant, first, done)) {
        return;
      }
    }
  }

  /** Both trials of a pair see the same arrivals, so that these cancel in the difference. */
  private boolean runTrial(
      RunningGateway gateway,
      Slot slot,
      int attempt,
      int stageIndex,
      VariantLabel variant,
      boolean first,
      List<Trial> done)
      throws EnvironmentFailure, InterruptedException {
    if (only.isPresent() && only.get() != variant) {
      return true;
    }
    Stage stage = plan.stages().get(stageIndex);
    long seed = Seeds.derive(slot.randomSeed(), 100L + stageIndex);
    Trial trial =
        trials.run(gateway, new Place(slot.index(), attempt, stage, variant, first), seed);
    done.add(trial);
    events.trialFinished(stage, trial);
    return trial.voidReason().isEmpty();
  }
}
