package dev.fanout.experiment;

import dev.fanout.load.ApiResult;
import dev.fanout.load.BodyCheck;
import dev.fanout.load.ErrorKind;
import dev.fanout.load.ErrorSample;
import dev.fanout.load.LoadModel;
import dev.fanout.load.RequestMix;
import dev.fanout.load.RequestTemplate;
import dev.fanout.load.StopReason;
import dev.fanout.load.TrialObserver;
import dev.fanout.load.TrialPlan;
import dev.fanout.load.TrialResult;
import dev.fanout.measurements.CpuReading;
import dev.fanout.measurements.run.Design;
import dev.fanout.measurements.run.EstateSummary;
import dev.fanout.measurements.run.Look;
import dev.fanout.measurements.run.Manifest;
import dev.fanout.measurements.run.Metric;
import dev.fanout.measurements.run.PoolCounters;
import dev.fanout.measurements.run.Row;
import dev.fanout.measurements.run.Run;
import dev.fanout.measurements.run.RunPlan;
import dev.fanout.measurements.run.Scope;
import dev.fanout.measurements.run.Slot;
import dev.fanout.measurements.run.Stage;
import dev.fanout.measurements.run.StageLoad;
import dev.fanout.measurements.run.Variant;
import dev.fanout.measurements.run.VariantLabel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.IntConsumer;
import org.HdrHistogram.Histogram;

/** A machine in memory: no process, no socket, no waiting. */
final class Fakes {
  static final int PORT_A = 1;
  static final int PORT_B = 2;
  static final long CPU_PER_REQUEST_NANOS = 50_000;

  private Fakes() {}

  static RequestMix mix(String api) {
    return new RequestMix(
        List.of(RequestTemplate.get(api, "get", "/" + api + "/{id}", new BodyCheck.Anything())),
        RequestMix.Selection.UNIFORM);
  }

  static Map<VariantLabel, RequestMix> mixes() {
    return Map.of(VariantLabel.A, mix("orders"), VariantLabel.B, mix("orders"));
  }

  /** Two stages at 1,000 and 6,000 per second, looks at the given numbers of replicates. */
  static RunPlan plan(int... looks) {
    List<Stage> stages = List.of(stage(0, 1_000), stage(1, 6_000));
    List<Look> all = new ArrayList<>();
    for (int look : looks) {
      all.add(new Look(look, 0.05 / looks.length));
    }
    List<Slot> slots = new ArrayList<>();
    for (int i = 0; i < looks[looks.length - 1]; i++) {
      VariantLabel first = i % 2 == 0 ? VariantLabel.A : VariantLabel.B;
      slots.add(
          new Slot(
              i,
              1_000 + i,
              first,
              first.other(),
              List.of(new Slot.StageOrder(1, first), new Slot.StageOrder(0, first.other()))));
    }
    return new RunPlan(
        "quick",
        "standard",
        Design.ONE_PROCESS,
        all,
        List.of(new Row("p50@top", Metric.P50, OptionalInt.of(1), 25_000)),
        stages,
        7,
        slots);
  }

  /** The same with the stages at 10 and 60 % of a capacity that is not known yet. */
  static RunPlan planOfShares(int... looks) {
    RunPlan plan = plan(looks);
    return new RunPlan(
        plan.name(),
        plan.protocol(),
        plan.design(),
        plan.looks(),
        plan.rows(),
        List.of(share(0, 0.10), share(1, 0.60)),
        plan.randomSeed(),
        plan.slots());
  }

  /** The same with trials of {@code turns} turns. */
  static RunPlan inTurns(RunPlan plan, int turns) {
    return new RunPlan(
        plan.name(),
        plan.protocol(),
        plan.design(),
        plan.looks(),
        plan.rows(),
        plan.stages().stream()
            .map(
                s ->
                    new Stage(
                        s.index(),
                        s.name(),
                        s.load(),
                        s.settlingNanos(),
                        s.windowNanos(),
                        OptionalInt.of(turns)))
            .toList(),
        plan.randomSeed(),
        plan.slots());
  }

  private static Stage share(int index, double share) {
    return new Stage(
        index,
        Math.round(share * 100) + "%",
        new StageLoad.Open(OptionalDouble.of(share), OptionalDouble.empty()),
        100_000_000,
        1_000_000_000,
        OptionalInt.empty());
  }

  static Stage stage(int index, double rate) {
    return new Stage(
        index,
        rate + "/s",
        new StageLoad.Open(OptionalDouble.empty(), OptionalDouble.of(rate)),
        100_000_000,
        1_000_000_000,
        OptionalInt.empty());
  }

  static Run run(RunPlan plan) {
    return Run.planned(
        new Manifest(
            "test",
            Optional.empty(),
            List.of("fanout", "bench"),
            Instant.EPOCH,
            new Manifest.Jvm("17", "nobody", List.of()),
            new Manifest.Machine("Linux", "x86_64", "none", 2, 0),
            "nio",
            gatewaySettings(),
            List.of()),
        new Scope.LocalModel(),
        plan,
        List.of(
            new Variant(VariantLabel.A, "shared-backend", "a"),
            new Variant(VariantLabel.B, "per-api", "b")),
        new EstateSummary(1, 1, List.of()));
  }

  static Manifest.GatewaySettings gatewaySettings() {
    return new Manifest.GatewaySettings(
        List.of(), "per-authority", 100, Optional.empty(), Optional.empty());
  }

  /** Serves both variants. */
  static final class FakeTarget implements Target {
    final List<String> events = new ArrayList<>();
    long cpuNanos;
    boolean alive = true;
    OptionalInt gatewayCore = OptionalInt.empty();
    IntConsumer onStart = starts -> {};
    private int starts;

    @Override
    public Scope scope() {
      return new Scope.LocalModel();
    }

    @Override
    public Design design() {
      return Design.ONE_PROCESS;
    }

    @Override
    public Manifest.GatewaySettings gatewaySettings() {
      return Fakes.gatewaySettings();
    }

    @Override
    public List<String> notes() {
      return List.of();
    }

    @Override
    public RunningGateway start(VariantLabel portFirst, List<String> injections) {
      events.add("start " + portFirst + (injections.isEmpty() ? "" : " " + injections));
      alive = true;
      onStart.accept(++starts);
      return new FakeGateway(this);
    }

    @Override
    public Optional<InetSocketAddress> backend() {
      return Optional.empty();
    }

    @Override
    public OptionalLong backendCpuNanos() {
      return OptionalLong.of(0);
    }

    @Override
    public OptionalInt gatewayCore() {
      return gatewayCore;
    }

    @Override
    public OptionalInt generatorCore() {
      return gatewayCore.isPresent() ? OptionalInt.of(1) : gatewayCore;
    }

    @Override
    public boolean backendSharesGeneratorCore() {
      return true;
    }

    @Override
    public void close() {
      events.add("close");
    }
  }

  private record FakeGateway(FakeTarget target) implements RunningGateway {
    @Override
    public String name() {
      return "fake";
    }

    @Override
    public Endpoint endpoint(VariantLabel variant) {
      int port = variant == VariantLabel.A ? PORT_A : PORT_B;
      return new Endpoint(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), "localhost:" + port);
    }

    @Override
    public Optional<CpuReading> cpu(VariantLabel variant) {
      return Optional.of(new CpuReading(0, target.cpuNanos, 0, true));
    }

    @Override
    public Optional<PoolCounters> poolCounters(VariantLabel variant) {
      return Optional.of(new PoolCounters(3, target.cpuNanos / CPU_PER_REQUEST_NANOS, 3, 0));
    }

    @Override
    public boolean isAlive() {
      return target.alive;
    }

    @Override
    public Optional<String> isolate() {
      target.events.add("isolate");
      return Optional.empty();
    }

    @Override
    public void close() {
      target.events.add("stop");
    }
  }

  /**
   * Answers every request after 6 ms, and says which variant it was asked for; the gateway spends
   * 50 µs of CPU on each.
   */
  static final class FakeLoad implements LoadSource {
    private final FakeTarget target;
    final List<TrialPlan> plans = new ArrayList<>();
    String failFrom = "";

    FakeLoad(FakeTarget target) {
      this.target = target;
    }

    @Override
    public TrialResult run(TrialPlan plan, TrialObserver observer) throws InterruptedException {
      if (Thread.interrupted()) {
        throw new InterruptedException("stopped");
      }
      plans.add(plan);
      double rate = plan.model() instanceof LoadModel.Open open ? open.ratePerSecond() : 2_000;
      String variant = plan.target().getPort() == PORT_A ? "A" : "B";
      String kind = plan.model() instanceof LoadModel.Open ? rate + "/s" : "closed";
      target.events.add(variant + " " + kind);
      long requests = Math.round(rate * plan.window().toMillis() / 1_000.0);
      boolean fails = (variant + " " + kind).equals(failFrom);
      observer.windowOpened();
      target.cpuNanos += requests * CPU_PER_REQUEST_NANOS;
      observer.windowClosed();
      return result(plan, requests, rate, fails);
    }
  }

  static TrialResult result(TrialPlan plan, long requests, double rate, boolean fails) {
    Histogram times = new Histogram(3);
    if (!fails) {
      times.recordValueWithCount(6_000_000, requests);
    }
    Histogram lag = new Histogram(3);
    lag.recordValueWithCount(50_000, requests);
    return new TrialResult(
        "nio",
        plan.window().toNanos(),
        requests,
        fails ? 0 : requests,
        fails ? Map.of(ErrorKind.STATUS, requests) : Map.of(),
        fails
            ? List.of(new ErrorSample(ErrorKind.STATUS, "orders", "/orders/1", "status 404"))
            : List.of(),
        0,
        0,
        0,
        rate * 0.006 - 2,
        2,
        rate,
        requests / (plan.window().toNanos() / 1e9),
        times,
        times,
        times,
        lag,
        lag,
        List.of(new ApiResult("orders", requests, requests, 0, times)),
        10,
        0,
        0,
        0,
        fails ? requests * 1_000_000 : 0,
        0,
        0,
        Optional.of(0L),
        fails
            ? Optional.of(new StopReason(ErrorKind.STATUS, "127.0.0.1 answers with status 404"))
            : Optional.empty());
  }
}
