package dev.fanout.experiment;

import dev.fanout.experiment.LoadMeter.Reading;
import dev.fanout.experiment.LoadMeter.Shape;
import dev.fanout.experiment.process.EnvironmentFailure;
import dev.fanout.load.LoadModel;
import dev.fanout.load.TrialResult;
import dev.fanout.measurements.run.ErrorKind;
import dev.fanout.measurements.run.LatencySummary;
import dev.fanout.measurements.run.PoolCounters;
import dev.fanout.measurements.run.Stage;
import dev.fanout.measurements.run.StageLoad;
import dev.fanout.measurements.run.Trial;
import dev.fanout.measurements.run.VariantLabel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.IntToLongFunction;
import org.HdrHistogram.Histogram;

/** Runs one trial of one variant and says what a run keeps of it. */
final class TrialRunner {
  private final LoadMeter meter;
  private final TrialLog log;
  private final Clock clock;
  private final IntToLongFunction fewestRequests;

  /**
   * @param fewestRequests of a trial, by index of its stage; with fewer it is void
   */
  TrialRunner(LoadMeter meter, TrialLog log, Clock clock, IntToLongFunction fewestRequests) {
    this.meter = meter;
    this.log = log;
    this.clock = clock;
    this.fewestRequests = fewestRequests;
  }

  /** Which trial of a run it is. */
  record Place(int slot, int attempt, Stage stage, VariantLabel variant, boolean first) {}

  Trial run(RunningGateway gateway, Place place, long randomSeed)
      throws EnvironmentFailure, InterruptedException {
    Stage stage = place.stage();
    Shape shape =
        new Shape(
            model(stage.load()),
            Duration.ofNanos(stage.settlingNanos()),
            Duration.ofNanos(stage.windowNanos()),
            randomSeed);
    Optional<PoolCounters> before = counters(gateway, place.variant());
    Instant startedAt = clock.instant();
    Reading reading = meter.measure(gateway, place.variant(), shape);
    Optional<PoolCounters> after = counters(gateway, place.variant());
    log.write(place, startedAt, reading.result());
    return trial(gateway, place, startedAt, reading, since(before, after));
  }

  static LoadModel model(StageLoad load) {
    if (load instanceof StageLoad.Open open) {
      return new LoadModel.Open(
          open.ratePerSecond()
              .orElseThrow(() -> new IllegalStateException("the stage has no rate yet")),
          LoadMeter.MOST_IN_FLIGHT);
    }
    return new LoadModel.Closed(((StageLoad.Closed) load).virtualUsers());
  }

  private Trial trial(
      RunningGateway gateway,
      Place place,
      Instant startedAt,
      Reading reading,
      Optional<PoolCounters> pool) {
    TrialResult result = reading.result();
    boolean open = place.stage().load() instanceof StageLoad.Open;
    double seconds = result.windowNanos() / 1e9;
    double lagMean = result.sendLag().getTotalCount() == 0 ? 0 : result.sendLag().getMean();
    // The runner counts from the send, an open trial's latency from the intended start.
    double waiting = open ? lagMean * result.requests() / result.windowNanos() : 0;
    return new Trial(
        place.variant(),
        place.stage().index(),
        0,
        gateway.name(),
        place.first(),
        startedAt,
        result.windowNanos(),
        result.requests(),
        errors(result),
        latency(open ? result.responseTime() : result.serviceTime()),
        result.meanInFlight() + waiting,
        (result.passed() + result.failed()) / seconds,
        open ? OptionalDouble.of(result.requests() / seconds) : OptionalDouble.empty(),
        open
            ? OptionalDouble.of((result.requests() - result.unstarted()) / seconds)
            : OptionalDouble.empty(),
        open ? OptionalDouble.of(lagMean) : OptionalDouble.empty(),
        result.late(),
        result.unstarted(),
        result.overRange(),
        reading.gatewayCpuNanos(),
        reading.cpu(),
        pool,
        open ? OptionalLong.of(result.sendLag().getMaxValue()) : OptionalLong.empty(),
        result.errorSamples().stream()
            .limit(Trial.SAMPLES)
            .map(sample -> sample.kind() + " " + sample.target() + ": " + sample.detail())
            .toList(),
        whyVoid(gateway, place, result));
  }

  private Optional<String> whyVoid(RunningGateway gateway, Place place, TrialResult result) {
    if (!gateway.isAlive()) {
      return Optional.of("the gateway process ended during the trial");
    }
    if (result.stopped().isPresent()) {
      return Optional.of(result.stopped().get().message());
    }
    long fewest = fewestRequests.applyAsLong(place.stage().index());
    if (result.requests() < fewest) {
      return Optional.of("too few requests: " + result.requests() + ", at least " + fewest);
    }
    return Optional.empty();
  }

  private static Map<ErrorKind, Long> errors(TrialResult result) {
    Map<ErrorKind, Long> errors = new EnumMap<>(ErrorKind.class);
    result.errors().forEach((kind, count) -> errors.merge(kindOf(kind), count, Long::sum));
    return errors;
  }

  private static ErrorKind kindOf(dev.fanout.load.ErrorKind kind) {
    return switch (kind) {
      case CONNECT -> ErrorKind.CONNECT;
      case RESET -> ErrorKind.RESET;
      case TIMEOUT -> ErrorKind.TIMEOUT;
      case PROTOCOL -> ErrorKind.PROTOCOL;
      case STATUS -> ErrorKind.STATUS;
      case BODY -> ErrorKind.BODY;
    };
  }

  static Optional<LatencySummary> latency(Histogram histogram) {
    if (histogram.getTotalCount() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new LatencySummary(
            histogram.getMean(),
            histogram.getValueAtPercentile(50),
            histogram.getValueAtPercentile(90),
            histogram.getValueAtPercentile(95),
            histogram.getValueAtPercentile(99),
            histogram.getMaxValue()));
  }

  /** Empty when the gateway has died: that voids the trial, and does not end the run. */
  private static Optional<PoolCounters> counters(RunningGateway gateway, VariantLabel variant)
      throws EnvironmentFailure, InterruptedException {
    try {
      return gateway.isAlive() ? gateway.poolCounters(variant) : Optional.empty();
    } catch (EnvironmentFailure e) {
      if (gateway.isAlive()) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /** Peak is of the whole life: a pool does not forget it between trials. */
  private static Optional<PoolCounters> since(
      Optional<PoolCounters> before, Optional<PoolCounters> after) {
    if (before.isEmpty() || after.isEmpty()) {
      return Optional.empty();
    }
    PoolCounters then = before.get();
    PoolCounters now = after.get();
    return Optional.of(
        new PoolCounters(
            Math.max(0, now.opened() - then.opened()),
            Math.max(0, now.reused() - then.reused()),
            now.peak(),
            Math.max(0, now.refused() - then.refused())));
  }

  /** Keeps the histograms of a trial. */
  @FunctionalInterface
  interface TrialLog {
    TrialLog NONE = (place, startedAt, result) -> {};

    void write(Place place, Instant startedAt, TrialResult result) throws EnvironmentFailure;
  }
}
