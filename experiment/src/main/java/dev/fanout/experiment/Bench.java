package dev.fanout.experiment;

import dev.fanout.artifacts.ArtifactIssues;
import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueException;
import dev.fanout.experiment.local.LocalTarget;
import dev.fanout.experiment.local.LocalTargetOptions;
import dev.fanout.experiment.process.CorePlan;
import dev.fanout.experiment.process.EnvironmentFailure;
import dev.fanout.gateway.estate.CompileOptions;
import dev.fanout.load.LoadRunner;
import dev.fanout.load.LoadRunnerOptions;
import dev.fanout.load.RequestMix;
import dev.fanout.measurements.run.EstateFacts;
import dev.fanout.measurements.run.EstateFactsFile;
import dev.fanout.measurements.run.Run;
import dev.fanout.measurements.run.RunEnd;
import dev.fanout.measurements.run.RunFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One run of {@code fanout bench} on this machine: from what is compared to a run folder that can
 * be judged. A bench runs once.
 */
public final class Bench {
  private static final int GATEWAY_HEAP_MEGABYTES = 512;
  private static final Duration HEAT = Duration.ofSeconds(3);
  private static final Set<String> NOT_WRITTEN =
      Set.of("RUN_NOT_WRITTEN", ArtifactIssues.DISK_FULL, ArtifactIssues.WRITE);
  private static final long SIGNALS_ARRIVE_WITHIN_MILLIS = 300;

  private final BenchOptions options;
  private final RunEvents events;
  private final Clock clock = Clock.systemUTC();
  private volatile @Nullable StopSignal signal;

  public Bench(BenchOptions options, RunEvents events) {
    this.options = options;
    this.events = events;
  }

  /**
   * How a run ended.
   *
   * @param run as it is on disk
   * @param failure why the environment ended it, one sentence; empty when it did not
   */
  public record Result(Path folder, Run run, Optional<String> failure) {}

  /**
   * Runs until a look decides, the plan is used up, the environment gives in, or {@link #stop}.
   *
   * @throws IssueException an input cannot be used; nothing was measured
   * @throws EnvironmentFailure the run could not begin, or its end could not be written
   */
  public Result run() throws EnvironmentFailure {
    StopSignal stop = new StopSignal();
    signal = stop;
    try {
      return run(stop);
    } catch (InterruptedException e) {
      stop.stopped();
      throw stop.failure()
          .orElseGet(() -> new EnvironmentFailure("stopped before the first trial"));
    } catch (IssueException e) {
      throw notWritten(e).orElseThrow(() -> e);
    } finally {
      stop.stopped();
    }
  }

  /** Ends the run soon, from any thread; what was measured stays. */
  public void stop() {
    StopSignal stop = signal;
    if (stop != null) {
      stop.ask();
    }
  }

  private Result run(StopSignal stop) throws EnvironmentFailure, InterruptedException {
    RunFolder folder = RunFolder.at(options.folder());
    CorePlan cores = CorePlan.ofThisMachine(); // before this process moves to one of them
    events.phase("preparing the artifacts of both variants");
    Prepared prepared =
        new Preparation(
                options.subject(),
                CompileOptions.STRICT
                    .withAllowUnsupported(options.allowUnsupported())
                    .withNamedValues(options.namedValues()),
                options.plan().published()
                    ? RequestMix.Selection.ROUND_ROBIN
                    : RequestMix.Selection.UNIFORM,
                LocalTarget.SUBSCRIPTION_KEY)
            .prepare(folder.path());
    folder.create();
    events.phase("starting the backend");
    try (LoadRunner runner = new LoadRunner(LoadRunnerOptions.DEFAULT);
        LocalTarget target = LocalTarget.start(targetOptions(folder, prepared, cores), stop::fail);
        PauseWitness pauses = PauseWitness.start(cores);
        HistogramFile histograms = HistogramFile.open(folder.path(), clock.instant(), stop)) {
      RunFile file =
          RunFile.create(
              folder.path(),
              Run.planned(
                  new ManifestWriter(options).write(target, runner.transport(), clock.instant()),
                  target.scope(),
                  options.plan().draw(target.design()),
                  prepared.variants(),
                  prepared.estate()));
      if (prepared.facts().isPresent()) {
        write(folder, prepared.facts().get());
      }
      Experiment experiment =
          new Experiment(
              new Experiment.Settings(
                  options.injections(),
                  options.only(),
                  options.plan().needsCapacity(),
                  options.measureAnyway(),
                  options.keepGoing(),
                  HEAT,
                  WarmUp.Settings.STANDARD,
                  options.coolDown()),
              prepared,
              target,
              runner::run,
              pauses,
              file,
              histograms,
              stop,
              events,
              clock);
      return finish(experiment, file, stop);
    }
  }

  private static void write(RunFolder folder, EstateFacts facts) throws EnvironmentFailure {
    try {
      EstateFactsFile.write(folder.path(), facts);
    } catch (IOException e) {
      throw new EnvironmentFailure("cannot write to " + folder.path() + ": " + RunFolder.why(e), e);
    }
  }

  private Result finish(Experiment experiment, RunFile file, StopSignal stop)
      throws EnvironmentFailure {
    try {
      String why = experiment.run();
      return end(file, stop, RunEnd.Reason.FINISHED, why);
    } catch (InterruptedException e) {
      return interrupted(file, stop);
    } catch (EnvironmentFailure e) {
      return mayBeInterrupted(stop)
          ? interrupted(file, stop)
          : end(file, stop, RunEnd.Reason.ENVIRONMENT_FAILURE, message(e));
    }
  }

  private Result interrupted(RunFile file, StopSignal stop) {
    stop.stopped();
    Optional<EnvironmentFailure> failure = stop.failure();
    return failure.isPresent() && !mayBeInterrupted(stop)
        ? end(file, stop, RunEnd.Reason.ENVIRONMENT_FAILURE, message(failure.get()))
        : end(file, stop, RunEnd.Reason.INTERRUPTED, "by the user");
  }

  /** ^C ends our children at the same moment: their death may be seen first. */
  private static boolean mayBeInterrupted(StopSignal stop) {
    stop.stopped();
    if (!stop.askedFor()) {
      try {
        Thread.sleep(SIGNALS_ARRIVE_WITHIN_MILLIS);
      } catch (InterruptedException e) {
        return stop.askedFor();
      }
    }
    return stop.askedFor();
  }

  private Result end(RunFile file, StopSignal stop, RunEnd.Reason reason, String why) {
    stop.stopped();
    Run run = file.update(r -> r.withEnd(new RunEnd(reason, clock.instant(), why)));
    return new Result(
        options.folder(),
        run,
        reason == RunEnd.Reason.ENVIRONMENT_FAILURE ? Optional.of(why) : Optional.empty());
  }

  private LocalTargetOptions targetOptions(RunFolder folder, Prepared prepared, CorePlan cores) {
    return new LocalTargetOptions(
        options.java(),
        cores,
        prepared.a().artifacts(),
        prepared.b().artifacts(),
        folder.logs(),
        options.pool().model(),
        options.pool().limit(),
        options.separateProcesses(),
        options.allowUnsupported(),
        options.namedValues(),
        GATEWAY_HEAP_MEGABYTES,
        options.scaling().map(BackendScaling::arguments).orElse(List.of()));
  }

  private static String message(EnvironmentFailure failure) {
    String message = failure.getMessage();
    return message == null ? "the environment failed" : message;
  }

  /** A run that cannot be written is no mistake in an input. */
  private static Optional<EnvironmentFailure> notWritten(IssueException e) {
    return e.issues().stream()
        .filter(issue -> NOT_WRITTEN.contains(issue.code()))
        .map(Issue::message)
        .findFirst()
        .map(message -> new EnvironmentFailure(message, e));
  }
}
