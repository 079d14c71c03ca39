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
import java.util.Map;
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
  private final boolean keepGoing;
  private final Duration coolDown;
  private final Clock clock;
  private final RunEvents events;
  private final InjectionMeter injected = new InjectionMeter();

  /**
   * @param only the one variant that has trials; both have when it is empty
   * @param keepGoing whether operations that the smoke test finds wrong are measured, as errors
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
      boolean keepGoing,
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
    this.keepGoing = keepGoing;
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
      if (smoke.failed() > 0 && !keepGoing) {
        voidReason = Optional.of("smoke test: " + smoke.failures().get(0));
      } else {
        try {
          states =
              warmUp.run(
                  gateway,
                  slot.warmUpFirst(),
                  TrialRunner.model(plan.topStage().load()),
                  Seeds.derive(slot.randomSeed(), 1));
          Map<VariantLabel, RunningGateway.Injected> before =
              injections.isEmpty() ? Map.of() : InjectionMeter.read(gateway);
          voidReason = runTrials(gateway, slot, attempt, done);
          if (!injections.isEmpty()) {
            injected.add(before, InjectionMeter.read(gateway));
          }
        } catch (EnvironmentFailure e) {
          if (gateway.isAlive()) {
            throw e;
          }
          voidReason = Optional.of("the gateway process ended");
        }
      }
    }
    return new Replicate(slot.index(), attempt, startedAt, states, done, voidReason);
  }

  /** What faults on purpose took in the trials so far, a line for each variant. */
  List<String> injectionNotes() {
    return injected.notes();
  }

  /** Why the replicate cannot count, when no trial says so. */
  private Optional<String> runTrials(
      RunningGateway gateway, Slot slot, int attempt, List<Trial> done)
      throws EnvironmentFailure, InterruptedException {
    if (plan.design() == Design.SEQUENTIAL) {
      VariantLabel first = slot.stages().get(0).first();
      Optional<String> stopped = runAllStages(gateway, slot, attempt, first, true, done);
      if (stopped.isPresent() || isVoid(done)) {
        return stopped;
      }
      if (only.isEmpty()) {
        events.phase("cooling down");
        Thread.sleep(coolDown.toMillis());
      }
      return runAllStages(gateway, slot, attempt, first.other(), false, done);
    }
    for (StageOrder order : slot.stages()) {
      Stage stage = plan.stages().get(order.stage());
      TrialRunner.Trials ran =
          only.isPresent()
              ? trials.run(gateway, slot, attempt, stage, only.get(), true, seed(slot, stage))
              : trials.runBoth(gateway, slot, attempt, stage, order.first(), seed(slot, stage));
      keep(stage, ran, done);
      if (ran.stopped().isPresent() || isVoid(done)) {
        return ran.stopped();
      }
    }
    return Optional.empty();
  }

  private Optional<String> runAllStages(
      RunningGateway gateway,
      Slot slot,
      int attempt,
      VariantLabel variant,
      boolean first,
      List<Trial> done)
      throws EnvironmentFailure, InterruptedException {
    if (only.isPresent() && only.get() != variant) {
      return Optional.empty();
    }
    for (Stage stage : plan.stages()) {
      TrialRunner.Trials ran =
          trials.run(gateway, slot, attempt, stage, variant, first, seed(slot, stage));
      keep(stage, ran, done);
      if (ran.stopped().isPresent() || isVoid(done)) {
        return ran.stopped();
      }
    }
    return Optional.empty();
  }

  private static long seed(Slot slot, Stage stage) {
    return Seeds.derive(slot.randomSeed(), 100L + stage.index());
  }

  private void keep(Stage stage, TrialRunner.Trials ran, List<Trial> done) {
    for (Trial trial : ran.trials()) {
      done.add(trial);
      events.trialFinished(stage, trial);
    }
  }

  private static boolean isVoid(List<Trial> done) {
    return done.stream().anyMatch(trial -> trial.voidReason().isPresent());
  }
}
