package dev.fanout.experiment;

import dev.fanout.experiment.RunningGateway.Endpoint;
import dev.fanout.experiment.process.EnvironmentFailure;
import dev.fanout.load.Limits;
import dev.fanout.load.LoadModel;
import dev.fanout.load.RequestMix;
import dev.fanout.load.TrialObserver;
import dev.fanout.load.TrialPlan;
import dev.fanout.load.TrialResult;
import dev.fanout.measurements.CpuReading;
import dev.fanout.measurements.run.CpuShares;
import dev.fanout.measurements.run.VariantLabel;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** Plays load against one variant and reads, over the same window, what it cost whom. */
final class LoadMeter {
  /**
   * Connections of an open trial, all opened before its first request. Four times what is in flight
   * at 10,000 per second over a 6 ms backend; beyond it a request waits, and its wait counts.
   */
  static final int MOST_IN_FLIGHT = 256;

  private static final Limits THROUGH_ERRORS =
      new Limits(
          Limits.DEFAULT.connectTimeout(),
          Limits.DEFAULT.requestTimeout(),
          Limits.DEFAULT.drain(),
          Integer.MAX_VALUE);

  private final LoadSource load;
  private final Target target;
  private final Map<VariantLabel, RequestMix> mixes;
  private final PauseSource pauses;
  private final Supplier<CoreLoad> cores;

  LoadMeter(
      LoadSource load,
      Target target,
      Map<VariantLabel, RequestMix> mixes,
      PauseSource pauses,
      Supplier<CoreLoad> cores) {
    this.cores = cores;
    this.load = load;
    this.target = target;
    this.pauses = pauses;
    this.mixes = Map.copyOf(mixes);
  }

  /** Who notices that the machine stands still. */
  interface PauseSource {
    PauseSource NONE =
        new PauseSource() {
          @Override
          public void reset() {}

          @Override
          public long longestNanos() {
            return 0;
          }
        };

    void reset();

    /** The longest pause since {@link #reset}. */
    long longestNanos();
  }

  /** Load, without saying against whom. */
  record Shape(LoadModel model, Duration settling, Duration window, long randomSeed) {
    static Shape open(double ratePerSecond, Duration settling, Duration window, long randomSeed) {
      return new Shape(
          new LoadModel.Open(ratePerSecond, MOST_IN_FLIGHT), settling, window, randomSeed);
    }
  }

  /**
   * What a window gave.
   *
   * @param gatewayCpuNanos of the process that serves the variant, JIT compilers excluded
   * @param cpu in the terms of a run
   * @param busiestOwnShare of the busiest core, counting only the processes of this run, 0 to 1
   * @param othersOnOurCores what no process of this run used of the core of which others took most,
   *     0 to 1; empty where it is not known who runs where
   * @param longestPauseNanos for which the machine stood still
   */
  record Reading(
      TrialResult result,
      OptionalDouble gatewayCpuNanos,
      CpuShares cpu,
      OptionalDouble busiestOwnShare,
      OptionalDouble othersOnOurCores,
      long longestPauseNanos) {
    OptionalDouble cpuPerRequestNanos() {
      return result.requests() == 0 || gatewayCpuNanos.isEmpty()
          ? OptionalDouble.empty()
          : OptionalDouble.of(gatewayCpuNanos.getAsDouble() / result.requests());
    }

    /** Two parts of one trial as one; shares of cores are means by time. */
    Reading plus(Reading next) {
      return new Reading(
          result.plus(next.result),
          sum(gatewayCpuNanos, next.gatewayCpuNanos),
          new CpuShares(
              mean(cpu.gatewayCores(), next, next.cpu.gatewayCores()),
              mean(cpu.generatorCores(), next, next.cpu.generatorCores()),
              mean(cpu.backendCores(), next, next.cpu.backendCores()),
              mean(cpu.generatorCore(), next, next.cpu.generatorCore()),
              mean(cpu.busiestCore(), next, next.cpu.busiestCore())),
          mean(busiestOwnShare, next, next.busiestOwnShare),
          mean(othersOnOurCores, next, next.othersOnOurCores),
          Math.max(longestPauseNanos, next.longestPauseNanos));
    }

    private OptionalDouble mean(OptionalDouble mine, Reading next, OptionalDouble others) {
      double myTime = result.windowNanos();
      double otherTime = next.result.windowNanos();
      return mine.isEmpty() || others.isEmpty()
          ? OptionalDouble.empty()
          : OptionalDouble.of(
              (mine.getAsDouble() * myTime + others.getAsDouble() * otherTime)
                  / (myTime + otherTime));
    }

    private static OptionalDouble sum(OptionalDouble mine, OptionalDouble others) {
      return mine.isEmpty() || others.isEmpty()
          ? OptionalDouble.empty()
          : OptionalDouble.of(mine.getAsDouble() + others.getAsDouble());
    }

    /** Whether the schedule was met: nothing left over, and no backlog at the end. */
    boolean keptUp() {
      double due = result.requests() / (result.windowNanos() / 1e9);
      return result.stopped().isEmpty()
          && result.unstarted() == 0
          && result.unfinished() == 0
          && result.failed() == 0
          && result.achievedRatePerSecond() >= 0.98 * due;
    }
  }

  RequestMix mix(VariantLabel variant) {
    RequestMix mix = mixes.get(variant);
    if (mix == null) {
      throw new IllegalArgumentException("no requests for variant " + variant);
    }
    return mix;
  }

  /** Requests that each backend instance has begun; empty where nobody counts. */
  Map<String, Long> backendRequests() throws EnvironmentFailure, InterruptedException {
    return target.backendRequests();
  }

  Reading measure(RunningGateway gateway, VariantLabel variant, Shape shape)
      throws InterruptedException {
    return measure(gateway, variant, mix(variant), shape);
  }

  /**
   * The same for a trial: failures are what it measures, so however many there are in a row do not
   * end it. A refused connection does.
   */
  Reading measureThroughErrors(RunningGateway gateway, VariantLabel variant, Shape shape)
      throws InterruptedException {
    return measure(gateway, variant, mix(variant), shape, THROUGH_ERRORS);
  }

  Reading measure(RunningGateway gateway, VariantLabel variant, RequestMix mix, Shape shape)
      throws InterruptedException {
    return measure(gateway, variant, mix, shape, Limits.DEFAULT);
  }

  private Reading measure(
      RunningGateway gateway, VariantLabel variant, RequestMix mix, Shape shape, Limits limits)
      throws InterruptedException {
    Endpoint endpoint = gateway.endpoint(variant);
    Edges edges = new Edges(gateway, variant);
    TrialResult result =
        load.run(
            new TrialPlan(
                endpoint.address(),
                endpoint.hostHeader(),
                shape.model(),
                mix,
                shape.settling(),
                shape.window(),
                shape.randomSeed(),
                limits),
            edges);
    return edges.reading(result);
  }

  /** The same load without a gateway before the backend; empty where the backend is not ours. */
  Optional<TrialResult> measureBackend(RequestMix direct, Shape shape) throws InterruptedException {
    Optional<InetSocketAddress> backend = target.backend();
    if (backend.isEmpty()) {
      return Optional.empty();
    }
    String host = "127.0.0.1:" + backend.get().getPort();
    return Optional.of(
        load.run(
            new TrialPlan(
                backend.get(),
                host,
                shape.model(),
                direct,
                shape.settling(),
                shape.window(),
                shape.randomSeed(),
                Limits.DEFAULT),
            TrialObserver.NONE));
  }

  /** Reads every clock at both edges of the window. */
  private final class Edges implements TrialObserver {
    private final RunningGateway gateway;
    private final VariantLabel variant;
    private Optional<CpuReading> gatewayBefore = Optional.empty();
    private OptionalLong backendBefore = OptionalLong.empty();
    private CoreLoad coresBefore = CoreLoad.UNKNOWN;
    private Optional<CpuReading> gatewayAfter = Optional.empty();
    private OptionalLong backendAfter = OptionalLong.empty();
    private CoreLoad coresAfter = CoreLoad.UNKNOWN;
    private long longestPauseNanos;

    Edges(RunningGateway gateway, VariantLabel variant) {
      this.gateway = gateway;
      this.variant = variant;
    }

    @Override
    public void windowOpened() {
      pauses.reset();
      coresBefore = cores.get();
      backendBefore = target.backendCpuNanos();
      gatewayBefore = gateway.cpu(variant);
    }

    @Override
    public void windowClosed() {
      longestPauseNanos = pauses.longestNanos();
      gatewayAfter = gateway.cpu(variant);
      backendAfter = target.backendCpuNanos();
      coresAfter = cores.get();
    }

    Reading reading(TrialResult result) {
      OptionalDouble gatewayNanos = gatewayNanos(CpuReading::workNanos);
      OptionalDouble gatewayCores = inCores(gatewayNanos, result);
      OptionalDouble backendCores = inCores(difference(backendBefore, backendAfter), result);
      OptionalDouble generatorCores =
          result
              .generatorCpuNanos()
              .map(nanos -> inCores(OptionalDouble.of(nanos), result))
              .orElse(OptionalDouble.empty());
      OptionalInt core = target.generatorCore();
      OptionalDouble generatorCore =
          core.isPresent()
              ? coresAfter.shareSince(coresBefore, core.getAsInt())
              : OptionalDouble.empty();
      CpuShares shares =
          new CpuShares(
              gatewayCores,
              generatorCores,
              backendCores,
              generatorCore,
              coresAfter.busiestSince(coresBefore));
      return new Reading(
          result,
          gatewayNanos,
          shares,
          busiest(gatewayCores, generatorCores, backendCores),
          others(gatewayCores, generatorCores, backendCores, result),
          longestPauseNanos);
    }

    private OptionalDouble busiest(
        OptionalDouble gatewayCores, OptionalDouble generatorCores, OptionalDouble backendCores) {
      if (gatewayCores.isEmpty()) {
        return OptionalDouble.empty();
      }
      double generator = generatorCores.orElse(0);
      double backend = backendCores.orElse(0);
      double beside =
          target.backendSharesGeneratorCore() ? generator + backend : Math.max(generator, backend);
      return OptionalDouble.of(Math.max(gatewayCores.getAsDouble(), beside));
    }

    /**
     * The gateway's compilers may be on either core and are taken off both, so that they are never
     * taken for others.
     */
    private OptionalDouble others(
        OptionalDouble gatewayCores,
        OptionalDouble generatorCores,
        OptionalDouble backendCores,
        TrialResult result) {
      OptionalInt gatewayCore = target.gatewayCore();
      OptionalInt generatorCore = target.generatorCore();
      OptionalDouble compilers = inCores(gatewayNanos(CpuReading::jitNanos), result);
      if (gatewayCore.isEmpty() || generatorCore.isEmpty() || compilers.isEmpty()) {
        return OptionalDouble.empty();
      }
      double beside =
          generatorCores.orElse(0)
              + (target.backendSharesGeneratorCore() ? backendCores.orElse(0) : 0);
      double onGateway =
          coresAfter.shareSince(coresBefore, gatewayCore.getAsInt()).orElse(0)
              - gatewayCores.orElse(0);
      double onGenerator =
          coresAfter.shareSince(coresBefore, generatorCore.getAsInt()).orElse(0) - beside;
      return OptionalDouble.of(
          Math.max(0, Math.max(onGateway, onGenerator) - compilers.getAsDouble()));
    }

    private OptionalDouble gatewayNanos(ToLongFunction<CpuReading> part) {
      return difference(part(gatewayBefore, part), part(gatewayAfter, part));
    }

    private static OptionalLong part(Optional<CpuReading> reading, ToLongFunction<CpuReading> of) {
      return reading.isPresent()
          ? OptionalLong.of(of.applyAsLong(reading.get()))
          : OptionalLong.empty();
    }

    private OptionalDouble difference(OptionalLong before, OptionalLong after) {
      return before.isEmpty() || after.isEmpty() || after.getAsLong() < before.getAsLong()
          ? OptionalDouble.empty()
          : OptionalDouble.of(after.getAsLong() - before.getAsLong());
    }

    private OptionalDouble inCores(OptionalDouble nanos, TrialResult result) {
      return nanos.isEmpty()
          ? nanos
          : OptionalDouble.of(nanos.getAsDouble() / result.windowNanos());
    }
  }
}
