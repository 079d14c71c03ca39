package dev.fanout.experiment;

import dev.fanout.experiment.LoadMeter.Shape;
import dev.fanout.experiment.process.EnvironmentFailure;
import dev.fanout.load.LoadModel;
import dev.fanout.load.TrialResult;
import dev.fanout.measurements.run.CapacitySearch;
import dev.fanout.measurements.run.GatewayOverhead;
import dev.fanout.measurements.run.Run;
import dev.fanout.measurements.run.RunFile;
import dev.fanout.measurements.run.RunPlan;
import dev.fanout.measurements.run.SmokeTest;
import dev.fanout.measurements.run.StageLoad;
import dev.fanout.measurements.run.VariantLabel;
import dev.fanout.verdict.Judge;
import dev.fanout.verdict.NextStep;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.HdrHistogram.Histogram;

/**
 * The flow of a run on a target that is there: smoke test, calibration on a process that is thrown
 * away, then replicates until the judge says stop. Whatever is learnt is on disk before the next
 * step.
 */
final class Experiment {
  private static final int HEAT_USERS = 256;

  /** Of what the gateway did at the end of its heating, when it was not yet warm. */
  private static final double SETTLING_SHARE = 0.6;

  /** Longer than a backend takes for one more instance. */
  private static final Duration BACKEND_ROUND = Duration.ofSeconds(6);

  private static final int MOST_BACKEND_ROUNDS = 20;
  private static final Duration MOST_SETTLING = Duration.ofSeconds(8);
  private static final double OVERHEAD_RATE_PER_SECOND = 1_000;

  private final Settings settings;
  private final Prepared prepared;
  private final Target target;
  private final LoadMeter meter;
  private final RunFile file;
  private final TrialRunner.TrialLog log;
  private final StopSignal signal;
  private final RunEvents events;
  private final Clock clock;

  /**
   * @param heat of the process that is thrown away
   */
  record Settings(
      List<InjectionSpec> injections,
      Optional<VariantLabel> only,
      boolean needsCapacity,
      boolean measureAnyway,
      boolean keepGoing,
      Duration heat,
      WarmUp.Settings warmUp,
      Duration coolDown) {}

  Experiment(
      Settings settings,
      Prepared prepared,
      Target target,
      LoadSource load,
      LoadMeter.PauseSource pauses,
      RunFile file,
      TrialRunner.TrialLog log,
      StopSignal signal,
      RunEvents events,
      Clock clock) {
    this.settings = settings;
    this.prepared = prepared;
    this.target = target;
    this.meter = new LoadMeter(load, target, prepared.mixes(), pauses, CoreLoad::read);
    this.file = file;
    this.log = log;
    this.signal = signal;
    this.events = events;
    this.clock = clock;
  }

  /**
   * @return why the run ended
   */
  String run() throws EnvironmentFailure, InterruptedException {
    for (String note : target.notes()) {
      update(run -> run.withNote(note));
    }
    prepared.remarks().forEach(this::note);
    update(run -> run.withUpstreamEquality(prepared.equality()));
    boolean same = prepared.equality().differing() == 0;
    if (!same && !settings.measureAnyway() && settings.only().isEmpty()) {
      return confirmByEcho();
    }
    List<String> injections = calibrate();
    events.phase("measuring");
    RunPlan plan = file.run().plan();
    TrialRunner trials =
        new TrialRunner(
            meter, log, clock, plan::minimumRequests, () -> Judge.repeatsLeft(file.run()) > 0);
    ReplicateRunner replicates =
        new ReplicateRunner(
            target,
            meter,
            trials,
            new WarmUp(meter, settings.warmUp()),
            plan,
            injections,
            settings.only(),
            settings.keepGoing(),
            settings.coolDown(),
            clock,
            events);
    String why = new RunLoop(file, replicates, this::next, events, this::update).run();
    replicates.injectionNotes().forEach(this::note);
    return why;
  }

  /** The judge stops a run whose variants differ upstream; who measures anyway hides that. */
  private NextStep next(Run run) {
    if (settings.only().isPresent()) {
      return run.replicates().isEmpty()
          ? new NextStep.RunReplicate(run.plan().slots().get(0), 0)
          : new NextStep.Stop("one variant was measured, once, and nothing is compared");
    }
    return Judge.next(
        settings.measureAnyway()
            ? new Run(
                run.schemaVersion(),
                run.manifest(),
                run.scope(),
                run.plan(),
                run.variants(),
                run.estate(),
                Optional.empty(),
                run.smokeTest(),
                run.capacity(),
                run.overhead(),
                run.replicates(),
                run.notes(),
                run.end())
            : run);
  }

  private String confirmByEcho() throws EnvironmentFailure, InterruptedException {
    events.phase("asking the backend what it receives");
    try (RunningGateway gateway = target.start(VariantLabel.A, List.of())) {
      SmokeTest smoke = new SmokeRunner(meter).run(gateway, file.run().plan().randomSeed());
      update(run -> run.withSmokeTest(smoke));
      String echo =
          smoke.failed() == 0
              ? "the backend's echo of "
                  + smoke.requests()
                  + " requests shows the URLs that the policies say"
              : smoke.failed()
                  + " of "
                  + smoke.requests()
                  + " requests were not answered as traced";
      return "not measured, since the variants send different upstream requests; "
          + echo
          + "; --measure-anyway goes on";
    }
  }

  /** What a first gateway process tells; returns the injections as the gateway takes them. */
  private List<String> calibrate() throws EnvironmentFailure, InterruptedException {
    long seed = Seeds.derive(file.run().plan().randomSeed(), -1);
    Calibration calibration = new Calibration(meter, seed);
    events.phase("smoke test of every operation on both");
    try (RunningGateway gateway = target.start(VariantLabel.A, List.of())) {
      smoke(gateway, seed);
      events.phase("warming a gateway process that is thrown away afterwards");
      double fastest = calibration.heat(gateway, HEAT_USERS, settings.heat());
      if (!(fastest > 0)) {
        throw new EnvironmentFailure(
            gateway.isAlive()
                ? "no request was answered as it should be while the gateway was warmed"
                : "the gateway process ended while it was warmed");
      }
      untilTheBackendStopsGrowing(calibration, gateway);
      WarmUp warmUp = new WarmUp(meter, settings.warmUp());
      var unused =
          warmUp.settle(gateway, VariantLabel.A, settlingLoad(fastest), MOST_SETTLING, seed);
      warmUp.complaint().ifPresent(this::note);
      List<InjectionSpec> injections = settings.injections();
      if (settings.needsCapacity()) {
        events.phase("finding the capacity");
        double topShare = topShare();
        CapacitySearch found = calibration.capacity(gateway, fastest, topShare);
        injections =
            withCpu(calibration, gateway, found.ratePerSecond() * topShare, settings.injections());
        CapacitySearch capacity = lessInjected(calibration, gateway, found, injections, topShare);
        update(run -> run.withCapacity(capacity));
        if (calibration.disturbedProbes() > 0) {
          note(
              "other work kept the machine busy in "
                  + calibration.disturbedProbes()
                  + " probes of the capacity search; the rates may be off");
        }
      } else {
        injections = withCpu(calibration, gateway, OVERHEAD_RATE_PER_SECOND, settings.injections());
      }
      overhead(gateway, seed);
      return injections.stream().map(InjectionSpec::gatewayArgument).toList();
    }
  }

  /**
   * The same load again and again, until no further instance answers: a backend that still grows
   * would make whichever variant goes first look slow.
   */
  private void untilTheBackendStopsGrowing(Calibration calibration, RunningGateway gateway)
      throws EnvironmentFailure, InterruptedException {
    int before = target.backendRequests().size();
    if (before == 0) {
      return;
    }
    events.phase("waiting until the backend has stopped growing");
    for (int round = 0; round < MOST_BACKEND_ROUNDS; round++) {
      double unused = calibration.heat(gateway, HEAT_USERS, BACKEND_ROUND);
      int now = target.backendRequests().size();
      if (now == before) {
        note("the backend had " + now + " instances before the first trial");
        return;
      }
      before = now;
    }
    note("the backend still grew when the first trial began");
  }

  /** That of the top stage where it is known, else a share of what the gateway can do. */
  private LoadModel settlingLoad(double fastest) {
    StageLoad top = file.run().plan().topStage().load();
    return top instanceof StageLoad.Open open && open.ratePerSecond().isPresent()
        ? TrialRunner.model(open)
        : new LoadModel.Open(fastest * SETTLING_SHARE, LoadMeter.MOST_IN_FLIGHT);
  }

  private void smoke(RunningGateway gateway, long seed)
      throws EnvironmentFailure, InterruptedException {
    SmokeTest smoke = new SmokeRunner(meter).run(gateway, seed);
    update(run -> run.withSmokeTest(smoke));
    if (smoke.failed() > 0 && !settings.keepGoing()) {
      throw new EnvironmentFailure(
          "the smoke test failed for "
              + smoke.failed()
              + " of "
              + smoke.requests()
              + " requests; the first: "
              + smoke.failures().get(0));
    }
  }

  private double topShare() {
    return file.run().plan().topStage().load() instanceof StageLoad.Open open
        ? open.capacityShare().orElse(1)
        : 1;
  }

  private List<InjectionSpec> withCpu(
      Calibration calibration, RunningGateway gateway, double rate, List<InjectionSpec> specs)
      throws EnvironmentFailure, InterruptedException {
    List<InjectionSpec> ready = new ArrayList<>();
    for (InjectionSpec spec : specs) {
      ready.add(
          spec.needsCpuPerRequest()
              ? spec.withCpuPerRequest(cpu(calibration, gateway, spec.variant(), rate))
              : spec);
    }
    return ready;
  }

  private static double cpu(
      Calibration calibration, RunningGateway gateway, VariantLabel variant, double rate)
      throws EnvironmentFailure, InterruptedException {
    OptionalDouble nanos = calibration.cpuPerRequestNanos(gateway, variant, rate);
    if (nanos.isEmpty()) {
      throw new EnvironmentFailure("the CPU time of the gateway process cannot be read here");
    }
    return nanos.getAsDouble();
  }

  /** The process that found the capacity had no injection; a busy time takes its share of it. */
  private CapacitySearch lessInjected(
      Calibration calibration,
      RunningGateway gateway,
      CapacitySearch found,
      List<InjectionSpec> injections,
      double topShare)
      throws EnvironmentFailure, InterruptedException {
    double least = 1;
    for (InjectionSpec spec : injections) {
      if (spec.busy().isPresent()) {
        double cpu = cpu(calibration, gateway, spec.variant(), found.ratePerSecond() * topShare);
        least = Math.min(least, cpu / (cpu + spec.busy().get().toNanos()));
      }
    }
    return new CapacitySearch(found.ratePerSecond() * least, found.slower(), found.steps());
  }

  private void overhead(RunningGateway gateway, long seed) throws InterruptedException {
    Shape shape =
        Shape.open(OVERHEAD_RATE_PER_SECOND, Duration.ofMillis(150), Duration.ofMillis(600), seed);
    if (prepared.a().direct().isEmpty()) {
      return;
    }
    Optional<TrialResult> direct = meter.measureBackend(prepared.a().direct().get(), shape);
    if (direct.isPresent()) {
      TrialResult through = meter.measure(gateway, VariantLabel.A, shape).result();
      if (direct.get().passed() > 0 && through.passed() > 0) {
        update(
            run ->
                run.withOverhead(
                    new GatewayOverhead(
                        p50(through.responseTime()), p50(direct.get().responseTime()))));
      }
    }
  }

  private static long p50(Histogram histogram) {
    return histogram.getValueAtPercentile(50);
  }

  private void note(String sentence) {
    events.note(sentence);
    update(run -> run.withNote(sentence));
  }

  private void update(UnaryOperator<Run> change) {
    Run unused = signal.undisturbed(() -> file.update(change));
  }
}
