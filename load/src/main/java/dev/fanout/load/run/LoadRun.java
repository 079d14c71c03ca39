package dev.fanout.load.run;

import dev.fanout.load.LoadRunner;
import dev.fanout.load.RequestSink;
import dev.fanout.load.StopReason;
import dev.fanout.load.TrialPlan;
import dev.fanout.load.TrialRecording;
import dev.fanout.load.TrialResult;
import dev.fanout.measurements.MachineInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Plays a {@link LoadPlan} on a thread of its own, from {@link #start} on. */
public final class LoadRun {
  /** What {@link #footprintBytes} may be at most. */
  public static final long MAX_FOOTPRINT_BYTES = LoadRunner.MOST_FOOTPRINT_BYTES;

  /** One stage against one target. */
  private record Planned(LoadTarget target, LoadStage stage, TrialPlan plan) {}

  private final LoadPlan plan;
  private final List<Planned> trials;
  private final LoadListener listener;
  private final Clock clock = Clock.systemUTC();
  private final LoadRunner runner;
  private final RunFiles files;
  private final Thread thread = new Thread(this::play, "fanout-load-run");
  private final List<LoadTrial> played = new ArrayList<>();
  private volatile boolean interrupted;
  private @Nullable LoadResult result;
  private @Nullable RuntimeException failure;

  private LoadRun(
      LoadPlan plan,
      List<Planned> trials,
      LoadListener listener,
      LoadRunner runner,
      RunFiles files) {
    this.plan = plan;
    this.trials = trials;
    this.listener = listener;
    this.runner = runner;
    this.files = files;
  }

  /**
   * Returns when the first trial is about to begin.
   *
   * @throws LoadRefused when the plan must not or cannot be played: a target on another machine
   *     that is not allowed, an unknown host, more memory than {@link #MAX_FOOTPRINT_BYTES}
   * @throws IOException when a file cannot be made, or is there already
   */
  public static LoadRun start(LoadPlan plan, LoadListener listener)
      throws LoadRefused, IOException {
    List<Planned> trials = planned(plan);
    long bytes = footprintBytes(plan, trials);
    if (bytes > MAX_FOOTPRINT_BYTES) {
      throw new LoadRefused(
          "histograms and buffers would take "
              + (bytes >> 20)
              + " MiB, more than "
              + (MAX_FOOTPRINT_BYTES >> 20)
              + "; fewer APIs, connections or bytes in bodies take less");
    }
    LoadRunner runner = new LoadRunner(plan.options());
    try {
      RunFiles files = RunFiles.open(plan, runner.transport(), MachineInfo.here(), Instant.now());
      LoadRun run = new LoadRun(plan, trials, listener, runner, files);
      run.thread.start();
      return run;
    } catch (IOException | RuntimeException e) {
      runner.close();
      throw e;
    }
  }

  /**
   * Memory that the largest trial takes.
   *
   * @throws LoadRefused as {@link #start}
   */
  public static long footprintBytes(LoadPlan plan) throws LoadRefused {
    return footprintBytes(plan, planned(plan));
  }

  private static long footprintBytes(LoadPlan plan, List<Planned> trials) throws LoadRefused {
    long most = 0;
    for (Planned trial : trials) {
      TrialRecording recording =
          new TrialRecording(
              Optional.of(interval -> {}),
              plan.output().requestRows().isPresent()
                  ? Optional.of((t, i, a, b, c, d, s, e) -> {})
                  : Optional.empty());
      most =
          Math.max(
              most,
              Trials.refusing(
                  () -> LoadRunner.footprintBytes(trial.plan(), plan.options(), recording)));
    }
    return most;
  }

  private static List<Planned> planned(LoadPlan plan) throws LoadRefused {
    List<Planned> trials = new ArrayList<>();
    SplittableRandom seeds = new SplittableRandom(plan.randomSeed());
    for (LoadStage stage : plan.stages()) {
      long seed = seeds.nextLong();
      for (LoadTarget target : plan.targets()) {
        trials.add(
            new Planned(
                target,
                stage,
                Trials.plan(
                    target,
                    stage,
                    plan.limits(),
                    plan.safety(),
                    plan.safety().maxRatePerSecond(),
                    seed)));
      }
    }
    return trials;
  }

  /**
   * Waits until all trials are played, or the run was stopped.
   *
   * @throws UncheckedIOException when a file could no longer be written, which ends the run
   * @throws RuntimeException what the listener has thrown
   */
  public LoadResult await() throws InterruptedException {
    thread.join();
    if (failure != null) {
      throw failure;
    }
    return java.util.Objects.requireNonNull(result);
  }

  /** The trial that is being played ends now, later ones are not played. From any thread. */
  public void stop() {
    interrupted = true;
    runner.endTrial();
  }

  private void play() {
    Instant startedAt = clock.instant();
    try (GcWatch collections = new GcWatch();
        runner;
        files) {
      Optional<StopReason> stopped = Optional.empty();
      for (int i = 0; i < trials.size() && stopped.isEmpty() && !interrupted; i++) {
        LoadTrial trial = play(i, collections);
        played.add(trial);
        stopped = trial.result().stopped();
        files.trialEnded(trial);
        listener.trialEnded(trial);
      }
      result =
          new LoadResult(
              plan.name(),
              runner.transport(),
              MachineInfo.here(),
              startedAt,
              clock.instant(),
              plan.randomSeed(),
              played,
              stopped,
              interrupted);
    } catch (InterruptedException e) {
      failure = new IllegalStateException("the run's own thread was interrupted", e);
    } catch (IOException e) {
      failure = new UncheckedIOException(e);
    } catch (RuntimeException e) {
      failure = e;
    }
  }

  private LoadTrial play(int index, GcWatch collections) throws InterruptedException {
    Planned trial = trials.get(index);
    Instant startedAt = clock.instant();
    long startedNanos = System.nanoTime();
    TrialStart start =
        new TrialStart(index + 1, trials.size(), trial.target(), trial.stage(), startedAt);
    listener.trialStarted(start);
    WindowMeter meter = new WindowMeter(runner, collections, trial.target().processes());
    Optional<RequestSink> requests = files.requests(trial.target(), trial.stage());
    TrialRecording recording =
        new TrialRecording(
            Optional.of(
                interval -> {
                  Instant at = startedAt.plusNanos(interval.startNanos() - startedNanos);
                  Interval named = Interval.of(start, interval, at);
                  files.interval(named);
                  if (interrupted) {
                    runner.endTrial();
                  }
                  listener.interval(named);
                }),
            requests);
    TrialResult result = runner.run(trial.plan(), meter, recording);
    return new LoadTrial(
        trial.target(),
        trial.stage(),
        startedAt,
        clock.instant(),
        result,
        meter.check(trial.stage().model(), result));
  }
}
