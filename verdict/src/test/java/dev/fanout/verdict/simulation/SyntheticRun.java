package dev.fanout.verdict.simulation;

import dev.fanout.measurements.run.CapacitySearch;
import dev.fanout.measurements.run.CpuShares;
import dev.fanout.measurements.run.Design;
import dev.fanout.measurements.run.ErrorKind;
import dev.fanout.measurements.run.EstateSummary;
import dev.fanout.measurements.run.GatewayOverhead;
import dev.fanout.measurements.run.LatencySummary;
import dev.fanout.measurements.run.Manifest;
import dev.fanout.measurements.run.PoolCounters;
import dev.fanout.measurements.run.Replicate;
import dev.fanout.measurements.run.Run;
import dev.fanout.measurements.run.RunEnd;
import dev.fanout.measurements.run.RunPlan;
import dev.fanout.measurements.run.Scope;
import dev.fanout.measurements.run.Slot;
import dev.fanout.measurements.run.SmokeTest;
import dev.fanout.measurements.run.Stage;
import dev.fanout.measurements.run.StageLoad;
import dev.fanout.measurements.run.SteadyState;
import dev.fanout.measurements.run.Trial;
import dev.fanout.measurements.run.UpstreamEquality;
import dev.fanout.measurements.run.Variant;
import dev.fanout.measurements.run.VariantLabel;
import dev.fanout.verdict.Judge;
import dev.fanout.verdict.Margins;
import dev.fanout.verdict.NextStep;
import dev.fanout.verdict.PlanDrawer;
import dev.fanout.verdict.PlanLength;
import dev.fanout.verdict.Rows;
import dev.fanout.verdict.Stages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;

/**
 * A run record as an experiment would leave it, from a model: variant A shows the baseline, and B
 * the baseline plus the effects. Spreads are those of d, in units of the row's margin.
 */
public final class SyntheticRun {
  private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");
  private static final long PAIR_SECONDS = 5;
  private static final double CAPACITY = 8_000;

  private final Random random;
  private final RunPlan plan;
  private Scope scope = new Scope.LocalModel();
  private double p50ShiftNanos;
  private double p95ShiftNanos;
  private double cpuFactor = 1;
  private double deviation = 0.4;
  private long wrongBodies;
  private String poolModel = "per-authority";
  private Run run;

  private SyntheticRun(RunPlan plan, long seed) {
    this.plan = plan;
    this.random = new Random(seed);
    this.run = planned();
  }

  /** The local plan of that length with the published case's two topologies. */
  public static SyntheticRun of(PlanLength length, long seed) {
    boolean quick = length == PlanLength.QUICK;
    List<Stage> stages =
        Stages.ofCapacity(
            quick ? List.of(0.60) : Stages.LOCAL_SHARES,
            new Stages.Timing(500_000_000L, length.windowNanos(), Stages.LOCAL_TURNS));
    Margins margins = quick ? Margins.LOCAL_QUICK : Margins.LOCAL;
    return new SyntheticRun(
        PlanDrawer.draw(
            length.label(),
            "standard",
            Design.ONE_PROCESS,
            length.looks(),
            quick ? Rows.quick(stages, margins) : Rows.local(stages, margins),
            stages,
            seed),
        seed);
  }

  /** One pair of the published protocol. */
  public static SyntheticRun published(long seed) {
    List<Stage> stages =
        Stages.ofVirtualUsers(
            List.of(50, 100, 200), new Stages.Timing(2_000_000_000L, 10_000_000_000L, 1));
    return new SyntheticRun(
        PlanDrawer.published(Rows.published(stages, Margins.PUBLISHED), stages, seed), seed);
  }

  public SyntheticRun slowerB(double p50Nanos, double p95Nanos) {
    p50ShiftNanos = p50Nanos;
    p95ShiftNanos = p95Nanos;
    return this;
  }

  public SyntheticRun costlierB(double factor) {
    cpuFactor = factor;
    return this;
  }

  public SyntheticRun spread(double marginsOfD) {
    deviation = marginsOfD;
    return this;
  }

  public SyntheticRun scope(Scope other) {
    scope = other;
    run = planned();
    return this;
  }

  public SyntheticRun pools(String model) {
    poolModel = model;
    run = planned();
    return this;
  }

  public SyntheticRun estate(EstateSummary estate) {
    run = run.withEstate(estate);
    return this;
  }

  public SyntheticRun upstream(UpstreamEquality found) {
    run = run.withUpstreamEquality(found);
    return this;
  }

  public SyntheticRun wrongBodies(long perTrial) {
    wrongBodies = perTrial;
    return this;
  }

  /** Replicates until the judge says stop. */
  public Run toTheEnd() {
    while (Judge.next(run) instanceof NextStep.RunReplicate next) {
      run = run.withReplicate(replicate(next.slot(), next.attempt()));
    }
    return finished();
  }

  /** So many replicates, whatever the judge says. */
  public Run replicates(int count) {
    for (int i = 0; i < count; i++) {
      run = run.withReplicate(replicate(plan.slots().get(i), 0));
    }
    return run;
  }

  public Run finished() {
    return run.withEnd(new RunEnd(RunEnd.Reason.FINISHED, at(run.replicates().size()), ""));
  }

  public Run interruptedAfter(int count) {
    replicates(count);
    return run.withEnd(
        new RunEnd(RunEnd.Reason.INTERRUPTED, at(run.replicates().size()), "stopped by ^C"));
  }

  private static Instant at(int replicate) {
    return START.plusSeconds(20L * (replicate + 1));
  }

  private Run planned() {
    boolean open = plan.stages().get(0).load() instanceof StageLoad.Open;
    Run planned =
        Run.planned(
                manifest(),
                scope,
                plan,
                List.of(
                    new Variant(VariantLabel.A, "shared-backend", "artifacts/a"),
                    new Variant(VariantLabel.B, "per-api", "artifacts/b")),
                new EstateSummary(100, 100, List.of()))
            .withUpstreamEquality(new UpstreamEquality(100, 0, List.of()))
            .withSmokeTest(new SmokeTest(200, 0, List.of()))
            .withOverhead(new GatewayOverhead(5_900_000, 5_150_000));
    return open
        ? planned.withCapacity(
            new CapacitySearch(
                CAPACITY,
                VariantLabel.A,
                List.of(
                    new CapacitySearch.Step(VariantLabel.A, 4_000, 0.43, 5_800_000),
                    new CapacitySearch.Step(VariantLabel.B, 4_000, 0.42, 5_790_000))))
        : planned;
  }

  private Manifest manifest() {
    return new Manifest(
        "0.1.0",
        Optional.of("0123456789abcdef0123456789abcdef01234567"),
        List.of(
            "fanout", "bench", "--plan", plan.name(), "--seed", Long.toString(plan.randomSeed())),
        START,
        new Manifest.Jvm("17.0.15", "Debian", List.of("-Xmx512m", "-XX:+UseSerialGC")),
        new Manifest.Machine("Linux 6.1", "amd64", "a synthetic processor", 2, 8L << 30),
        "epoll",
        new Manifest.GatewaySettings(
            List.of("-Xmx256m", "-XX:+UseSerialGC"),
            poolModel,
            256,
            Optional.of("0"),
            Optional.of("1")),
        List.of());
  }

  private Replicate replicate(Slot slot, int attempt) {
    double process = 60_000 * random.nextGaussian();
    Instant start = at(run.replicates().size());
    List<SteadyState> gates = new ArrayList<>();
    if (!plan.protocol().equals("published")) {
      gates.add(gate(VariantLabel.A, process));
      gates.add(gate(VariantLabel.B, process));
    }
    List<Trial> trials = new ArrayList<>();
    for (Slot.StageOrder order : slot.stages()) {
      Stage stage = run.plan().stages().get(order.stage());
      double[] noise = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
      Instant first = start.plusSeconds(PAIR_SECONDS * trials.size());
      trials.add(trial(stage, order.first(), true, first, process, noise));
      trials.add(
          trial(
              stage,
              order.first().other(),
              false,
              first.plusSeconds(PAIR_SECONDS / 2),
              process,
              noise));
    }
    return new Replicate(slot.index(), attempt, start, gates, trials, Optional.empty());
  }

  private SteadyState gate(VariantLabel label, double process) {
    List<SteadyState.Window> windows = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      windows.add(
          new SteadyState.Window(
              OptionalDouble.of(60_000 + 500 * random.nextGaussian()), 5_900_000 + process));
    }
    return new SteadyState(label, true, 6_000_000_000L, windows);
  }

  private Trial trial(
      Stage stage,
      VariantLabel label,
      boolean first,
      Instant startedAt,
      double process,
      double[] noise) {
    boolean b = label == VariantLabel.B;
    double half = (b ? -0.5 : 0.5) * deviation;
    boolean published = plan.protocol().equals("published");
    Margins margins = published ? Margins.PUBLISHED : Margins.LOCAL;
    double p50 =
        5_900_000 + process + half * noise[0] * margins.p50Nanos() + (b ? p50ShiftNanos : 0);
    double p95 =
        p50
            + 3_000_000
            + half * noise[1] * margins.p95Nanos()
            + (b ? p95ShiftNanos - p50ShiftNanos : 0);
    double cpu =
        60_000
            * Math.exp(half * noise[2] * Math.log1p(margins.cpuFraction()))
            * (b ? cpuFactor : 1);
    double mean = p50 + 150_000;
    double rate =
        stage.load() instanceof StageLoad.Open open
            ? open.ratePerSecond().orElseThrow()
            : ((StageLoad.Closed) stage.load()).virtualUsers() / (mean / 1e9);
    long requests = Math.round(rate * stage.windowNanos() / 1e9);
    double throughput = requests / (stage.windowNanos() / 1e9);
    boolean open = stage.load() instanceof StageLoad.Open;
    double busy = 0.85 * rate / CAPACITY;
    return new Trial(
        label,
        stage.index(),
        0,
        "local",
        first,
        startedAt,
        stage.windowNanos(),
        requests,
        wrongBodies > 0 ? Map.of(ErrorKind.BODY, wrongBodies) : Map.of(),
        Optional.of(
            new LatencySummary(
                mean,
                Math.round(p50),
                Math.round(0.3 * p50 + 0.7 * p95),
                Math.round(p95),
                Math.round(p95 + 2_000_000),
                Math.round(p95 + 9_000_000))),
        throughput * mean / 1e9,
        throughput,
        open ? OptionalDouble.of(throughput) : OptionalDouble.empty(),
        open ? OptionalDouble.of(throughput) : OptionalDouble.empty(),
        open ? OptionalDouble.of(20_000) : OptionalDouble.empty(),
        0,
        0,
        wrongBodies > 0 ? OptionalDouble.of(mean) : OptionalDouble.empty(),
        0,
        OptionalDouble.of(cpu * requests),
        new CpuShares(
            OptionalDouble.of(Math.min(busy, 0.6)),
            OptionalDouble.of(Math.min(busy, 0.6) / 2),
            OptionalDouble.of(Math.min(busy, 0.6) / 3),
            OptionalDouble.of(Math.min(busy, 0.6)),
            OptionalDouble.of(Math.min(busy, 0.6))),
        Optional.of(new PoolCounters(first ? 40 : 0, requests, 40, 0)),
        OptionalLong.of(4_000_000),
        wrongBodies > 0
            ? List.of("GET /svc01/v1/resource/1: expected path /api/echo/svc01 in the body")
            : List.of(),
        Optional.empty(),
        scope instanceof Scope.LocalModel
            ? Optional.empty()
            : Optional.of(Map.of("flex-1", requests / 2, "flex-2", requests - requests / 2)));
  }
}
