package dev.fanout.experiment;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fanout.catalog.Catalog;
import dev.fanout.catalog.LoadProfile;
import dev.fanout.experiment.LoadMeter.Shape;
import dev.fanout.experiment.local.LocalTarget;
import dev.fanout.experiment.local.LocalTargetOptions;
import dev.fanout.experiment.process.CorePlan;
import dev.fanout.experiment.process.EnvironmentFailure;
import dev.fanout.experiment.process.JavaCommand;
import dev.fanout.gateway.estate.CompileOptions;
import dev.fanout.load.LoadModel;
import dev.fanout.load.LoadRunner;
import dev.fanout.load.LoadRunnerOptions;
import dev.fanout.load.RequestMix;
import dev.fanout.load.TrialResult;
import dev.fanout.measurements.run.VariantLabel;
import dev.fanout.verdict.Margins;
import dev.fanout.verdict.PlanLength;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The trap of the published benchmark, on this machine: a backend that scales out while it is
 * measured. The published design (all of A, then all of B, once) is played to it in both orders,
 * then ours; each begins with a cold backend.
 */
public final class ColdScaleDemo {
  /** What the backend is; Azure takes one to two minutes for what takes three seconds here. */
  public static final BackendScaling SCALING = new BackendScaling(4, 6, Duration.ofSeconds(3));

  /** Of the published design here: more than the backend works on at a time, as there. */
  public static final int VIRTUAL_USERS = 48;

  /** Of one variant in the published design here. */
  public static final Duration STAGE = Duration.ofSeconds(10);

  /** Of ours: half of what the backend can do when it has grown. */
  public static final double RATE_PER_SECOND = 2_500;

  /** Of ours: a thousandth of what the trap makes of a difference. */
  public static final Margins MARGINS = new Margins(50_000, 500_000, 0.10, 0.02, 0.005);

  /** What the published design saw, in the folder of the demonstration. */
  public static final String FILE = "sequential.json";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration WARM_UP = Duration.ofSeconds(1);
  private static final int GATEWAY_HEAP_MEGABYTES = 512;

  private final Options options;
  private final RunEvents events;

  public ColdScaleDemo(Options options, RunEvents events) {
    this.options = options;
    this.events = events;
  }

  /**
   * @param catalog whose two topologies are compared
   * @param folder of all three runs
   * @param command the words of the command line, for the manifest
   * @param ours whether our own design is played, too
   */
  public record Options(
      Catalog catalog,
      Path folder,
      JavaCommand java,
      List<String> command,
      String version,
      Optional<String> commit,
      long randomSeed,
      boolean ours) {
    public Options {
      Objects.requireNonNull(catalog, "catalog");
      Objects.requireNonNull(folder, "folder");
      Objects.requireNonNull(java, "java");
      command = List.copyOf(command);
      Objects.requireNonNull(version, "version");
      Objects.requireNonNull(commit, "commit");
    }
  }

  /**
   * What the published design saw of one variant.
   *
   * @param instancesBefore that answered when it began
   * @param instancesAfter that answered when it ended
   */
  public record Side(
      VariantLabel variant,
      double throughputPerSecond,
      long p50Nanos,
      long p95Nanos,
      int instancesBefore,
      int instancesAfter) {}

  /** One run of the published design, the variants in the order in which they ran. */
  public record Sequential(Side first, Side second) {
    /** Of whoever ran first, as a share of the other's. */
    public double throughputRatio() {
      return first.throughputPerSecond() / second.throughputPerSecond();
    }

    /** Of whoever ran first, in multiples of the other's. */
    public double p95Ratio() {
      return (double) first.p95Nanos() / second.p95Nanos();
    }

    /** Whether it takes whoever ran first for much slower. */
    public boolean fooled() {
      return throughputRatio() <= 0.6 || p95Ratio() >= 2;
    }
  }

  /**
   * @param ours empty when it was not asked for
   */
  public record Result(Sequential aFirst, Sequential bFirst, Optional<Bench.Result> ours) {}

  /**
   * @throws EnvironmentFailure a process could not be started, or died
   */
  public Result run() throws EnvironmentFailure, InterruptedException {
    CorePlan cores = CorePlan.ofThisMachine();
    RunFolder folder = RunFolder.at(options.folder());
    folder.create();
    Prepared prepared =
        new Preparation(
                new Subject.OfCatalog(options.catalog()),
                CompileOptions.STRICT,
                RequestMix.Selection.ROUND_ROBIN,
                LocalTarget.SUBSCRIPTION_KEY)
            .prepare(folder.path());
    Sequential aFirst = sequential(VariantLabel.A, prepared, folder, cores);
    Sequential bFirst = sequential(VariantLabel.B, prepared, folder, cores);
    write(folder, aFirst, bFirst);
    if (!options.ours()) {
      return new Result(aFirst, bFirst, Optional.empty());
    }
    events.phase("our design, on a cold backend again");
    return new Result(aFirst, bFirst, Optional.of(new Bench(benchOptions(), events).run()));
  }

  private static void write(RunFolder folder, Sequential aFirst, Sequential bFirst)
      throws EnvironmentFailure {
    ObjectNode all = JSON.createObjectNode().put("schemaVersion", 1);
    for (Sequential run : List.of(aFirst, bFirst)) {
      ObjectNode one = all.putObject(run.first().variant() + "First");
      one.put("throughputRatio", run.throughputRatio());
      one.put("p95Ratio", run.p95Ratio());
      one.put("fooled", run.fooled());
      for (Side side : List.of(run.first(), run.second())) {
        one.putObject(side.variant().name())
            .put("throughputPerSecond", side.throughputPerSecond())
            .put("p50Nanos", side.p50Nanos())
            .put("p95Nanos", side.p95Nanos())
            .put("instancesBefore", side.instancesBefore())
            .put("instancesAfter", side.instancesAfter());
      }
    }
    Path file = folder.path().resolve(FILE);
    try {
      Files.writeString(file, all.toPrettyString() + "\n", StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new EnvironmentFailure("cannot write " + file + ": " + RunFolder.why(e), e);
    }
  }

  private Sequential sequential(
      VariantLabel first, Prepared prepared, RunFolder folder, CorePlan cores)
      throws EnvironmentFailure, InterruptedException {
    StopSignal stop = new StopSignal();
    events.phase("the published design on a cold backend: all of " + first + ", then the other");
    try (LoadRunner runner = new LoadRunner(LoadRunnerOptions.DEFAULT);
        LocalTarget target = LocalTarget.start(target(prepared, folder, cores), stop::fail)) {
      LoadMeter meter =
          new LoadMeter(
              runner::run,
              target,
              prepared.mixes(),
              LoadMeter.PauseSource.NONE,
              () -> CoreLoad.UNKNOWN);
      try (RunningGateway gateway = target.start(first, List.of())) {
        Side one = side(meter, gateway, first);
        Side other = side(meter, gateway, first.other());
        return new Sequential(one, other);
      }
    } catch (InterruptedException e) {
      stop.stopped();
      if (stop.failure().isPresent()) {
        throw stop.failure().get();
      }
      throw e;
    } finally {
      stop.stopped();
    }
  }

  /** A short warm-up with one virtual user, as the published design's, then the stage. */
  private Side side(LoadMeter meter, RunningGateway gateway, VariantLabel variant)
      throws EnvironmentFailure, InterruptedException {
    long seed = Seeds.derive(options.randomSeed(), variant.ordinal());
    meter.measure(
        gateway, variant, new Shape(new LoadModel.Closed(1), Duration.ZERO, WARM_UP, seed));
    int before = answering(meter);
    TrialResult result =
        meter
            .measure(
                gateway,
                variant,
                new Shape(new LoadModel.Closed(VIRTUAL_USERS), Duration.ZERO, STAGE, seed))
            .result();
    if (result.passed() == 0) {
      throw new EnvironmentFailure("no request of variant " + variant + " was answered");
    }
    return new Side(
        variant,
        result.passed() / (result.windowNanos() / 1e9),
        result.serviceTime().getValueAtPercentile(50),
        result.serviceTime().getValueAtPercentile(95),
        before,
        answering(meter));
  }

  private static int answering(LoadMeter meter) throws EnvironmentFailure, InterruptedException {
    Map<String, Long> requests = meter.backendRequests();
    return requests.size();
  }

  private LocalTargetOptions target(Prepared prepared, RunFolder folder, CorePlan cores) {
    return new LocalTargetOptions(
        options.java(),
        cores,
        prepared.a().artifacts(),
        prepared.b().artifacts(),
        folder.logs(),
        BenchOptions.Pool.STANDARD.model(),
        BenchOptions.Pool.STANDARD.limit(),
        false,
        false,
        Map.of(),
        GATEWAY_HEAP_MEGABYTES,
        SCALING.arguments());
  }

  private BenchOptions benchOptions() {
    PlanChoice plan =
        new PlanChoice(
                PlanLength.DEFAULT,
                false,
                false,
                Optional.of(new LoadProfile.Rates(List.of(RATE_PER_SECOND))),
                Optional.empty(),
                Optional.empty(),
                MARGINS,
                options.randomSeed())
            .with(
                new CustomPlan(
                    "cold-scale", PlanLength.DEFAULT.looks(), CustomPlan.RowSet.LATENCY));
    return new BenchOptions(
        new Subject.OfCatalog(options.catalog()),
        plan,
        options.folder().resolve("ours"),
        options.java(),
        options.command(),
        options.version(),
        options.commit(),
        List.of(),
        BenchOptions.Pool.STANDARD,
        Optional.empty(),
        false,
        Map.of(),
        false,
        false,
        false,
        Duration.ZERO,
        Optional.of(SCALING));
  }
}
