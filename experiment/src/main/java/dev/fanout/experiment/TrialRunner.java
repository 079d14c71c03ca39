package dev.fanout.experiment;

import dev.fanout.experiment.LoadMeter.Reading;
import dev.fanout.experiment.LoadMeter.Shape;
import dev.fanout.experiment.process.EnvironmentFailure;
import dev.fanout.load.LoadModel;
import dev.fanout.load.StopReason;
import dev.fanout.load.TrialResult;
import dev.fanout.measurements.run.ErrorKind;
import dev.fanout.measurements.run.LatencySummary;
import dev.fanout.measurements.run.PoolCounters;
import dev.fanout.measurements.run.Slot;
import dev.fanout.measurements.run.Stage;
import dev.fanout.measurements.run.StageLoad;
import dev.fanout.measurements.run.Trial;
import dev.fanout.measurements.run.VariantLabel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.IntToLongFunction;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Runs the trials of a stage and says what a run keeps of them. */
final class TrialRunner {
  /** A trial is this many times as long as the longest pause in it, or longer. */
  private static final long LONGEST_PAUSE_SHARE = 20;

  /** Of a core. The scheduler's ticks tell a trial's share within some hundredths. */
  private static final double MOST_OF_OTHERS = 0.2;

  private final LoadMeter meter;
  private final TrialLog log;
  private final Clock clock;
  private final IntToLongFunction fewestRequests;
  private final BooleanSupplier mayRepeat;

  /**
   * @param fewestRequests of a trial, by index of its stage; with fewer it is void
   * @param mayRepeat whether a replicate that is void can still be repeated; if not, a trial counts
   *     although the machine stood still
   */
  TrialRunner(
      LoadMeter meter,
      TrialLog log,
      Clock clock,
      IntToLongFunction fewestRequests,
      BooleanSupplier mayRepeat) {
    this.mayRepeat = mayRepeat;
    this.meter = meter;
    this.log = log;
    this.clock = clock;
    this.fewestRequests = fewestRequests;
  }

  /** Which trial of a run it is. */
  record Place(int slot, int attempt, Stage stage, VariantLabel variant, boolean first) {}

  /**
   * What one or both variants did under a stage.
   *
   * @param trials of the variants that had a window
   * @param stopped why the replicate goes no further although no trial says so
   */
  record Trials(List<Trial> trials, Optional<String> stopped) {
    Trials {
      trials = List.copyOf(trials);
    }
  }

  /**
   * One trial of one variant.
   *
   * @param first whether the other variant's trial of the same stage comes later
   */
  Trials run(
      RunningGateway gateway,
      Slot slot,
      int attempt,
      Stage stage,
      VariantLabel variant,
      boolean first,
      long randomSeed)
      throws EnvironmentFailure, InterruptedException {
    Turns turns =
        new Turns(gateway, new Place(slot.index(), attempt, stage, variant, first), randomSeed);
    Optional<String> stopped = Optional.empty();
    for (int i = 0; i < stage.turnCount() && stopped.isEmpty(); i++) {
      turns.take();
      stopped = turns.stopped();
    }
    return new Trials(turns.trial().map(List::of).orElse(List.of()), stopped);
  }

  /**
   * One trial of each variant, in turns. Both see the same arrivals, so that these cancel in the
   * difference.
   *
   * @return in the order of their first turns; after a turn that voids its trial there is none, so
   *     the other trial may be shorter, or missing
   */
  Trials runBoth(
      RunningGateway gateway,
      Slot slot,
      int attempt,
      Stage stage,
      VariantLabel first,
      long randomSeed)
      throws EnvironmentFailure, InterruptedException {
    Turns ofFirst =
        new Turns(gateway, new Place(slot.index(), attempt, stage, first, true), randomSeed);
    Turns ofOther =
        new Turns(
            gateway, new Place(slot.index(), attempt, stage, first.other(), false), randomSeed);
    Optional<String> stopped = Optional.empty();
    for (int i = 0; i < 2 * stage.turnCount() && stopped.isEmpty(); i++) {
      Turns next = Stage.firstHasTurn(i) ? ofFirst : ofOther;
      next.take();
      stopped = next.stopped();
      if (stopped.isEmpty() && ofFirst.onlyFailed() && ofOther.onlyFailed()) {
        stopped = Optional.of("neither variant answered a request as it should be");
      }
    }
    List<Trial> done = new ArrayList<>();
    ofFirst.trial().ifPresent(done::add);
    ofOther.trial().ifPresent(done::add);
    return new Trials(done, stopped);
  }

  /** A trial as far as it has come. */
  private final class Turns {
    private final RunningGateway gateway;
    private final Place place;
    private final long randomSeed;
    private final Instant startedAt = clock.instant();
    private int taken;
    private @Nullable Reading reading;
    private Optional<PoolCounters> pool = Optional.empty();
    private final Map<String, Long> instances = new TreeMap<>();

    Turns(RunningGateway gateway, Place place, long randomSeed) {
      this.gateway = gateway;
      this.place = place;
      this.randomSeed = randomSeed;
    }

    void take() throws EnvironmentFailure, InterruptedException {
      Stage stage = place.stage();
      Shape shape =
          new Shape(
              model(stage.load()),
              Duration.ofNanos(stage.settlingNanos()),
              Duration.ofNanos(stage.windowNanos() / stage.turnCount()),
              Seeds.derive(randomSeed, taken));
      Optional<PoolCounters> before = counters(gateway, place.variant());
      Map<String, Long> servedBefore = meter.backendRequests();
      Reading turn = meter.measureThroughErrors(gateway, place.variant(), shape);
      addServed(servedBefore, meter.backendRequests());
      Optional<PoolCounters> used = since(before, counters(gateway, place.variant()));
      pool = taken == 0 ? used : plus(pool, used);
      reading = reading == null ? turn : reading.plus(turn);
      taken++;
    }

    private void addServed(Map<String, Long> before, Map<String, Long> after) {
      after.forEach(
          (instance, count) ->
              instances.merge(instance, count - before.getOrDefault(instance, 0L), Long::sum));
    }

    /** Whether it had a turn, and no request in it was answered as it should be. */
    boolean onlyFailed() {
      return reading != null && reading.result().requests() > 0 && reading.result().passed() == 0;
    }

    /** Why no further turn is worth taking. */
    Optional<String> stopped() {
      return whyVoid(gateway, taken().result()).or(() -> paused(place.stage(), taken()));
    }

    /** Empty when it was stopped before a window opened. */
    Optional<Trial> trial() throws EnvironmentFailure {
      if (reading == null || reading.result().windowNanos() == 0) {
        return Optional.empty();
      }
      log.write(place, startedAt, clock.instant(), reading.result());
      Trial trial = TrialRunner.this.trial(gateway, place, startedAt, reading, pool);
      return Optional.of(instances.isEmpty() ? trial : trial.withBackendInstances(instances));
    }

    private Reading taken() {
      if (reading == null) {
        throw new IllegalStateException("no turn was taken");
      }
      return reading;
    }
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
        result.meanInFlight() + result.acrossEdges() + waiting,
        (result.passed() + result.failed()) / seconds,
        open ? OptionalDouble.of(result.requests() / seconds) : OptionalDouble.empty(),
        open
            ? OptionalDouble.of((result.requests() - result.unstarted()) / seconds)
            : OptionalDouble.empty(),
        open ? OptionalDouble.of(lagMean) : OptionalDouble.empty(),
        result.late(),
        result.unstarted(),
        failedMean(result, open, lagMean),
        result.overRange(),
        reading.gatewayCpuNanos(),
        reading.cpu(),
        pool,
        OptionalLong.of(reading.longestPauseNanos()),
        result.errorSamples().stream()
            .limit(Trial.SAMPLES)
            .map(sample -> sample.kind() + " " + sample.target() + ": " + sample.detail())
            .toList(),
        whyVoid(gateway, result)
            .or(() -> paused(place.stage(), reading))
            .or(() -> disturbed(reading))
            .or(() -> tooFew(place, result)));
  }

  private static OptionalDouble failedMean(TrialResult result, boolean open, double lagMean) {
    if (result.failed() == 0) {
      return OptionalDouble.empty();
    }
    double response = (double) result.failedNanos() / result.failed();
    return OptionalDouble.of(open ? response : Math.max(0, response - lagMean));
  }

  private static Optional<String> whyVoid(RunningGateway gateway, TrialResult result) {
    if (!gateway.isAlive()) {
      return Optional.of("the gateway process ended during the trial");
    }
    return result.stopped().map(StopReason::message);
  }

  /** The tail of a trial would tell whether a pause fell into it (methodology, part 3). */
  private Optional<String> paused(Stage stage, Reading reading) {
    boolean tooLong = reading.longestPauseNanos() * LONGEST_PAUSE_SHARE > stage.windowNanos();
    return tooLong && mayRepeat.getAsBoolean()
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "the machine stood still for %.0f ms, more than a twentieth of a trial",
                reading.longestPauseNanos() / 1e6))
        : Optional.empty();
  }

  /** What else runs on the machine takes turns from both variants, but not in equal parts. */
  private Optional<String> disturbed(Reading reading) {
    double others = reading.othersOnOurCores().orElse(0);
    return others > MOST_OF_OTHERS && mayRepeat.getAsBoolean()
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "other work took %.0f %% of a core of this run, more than %.0f %%",
                others * 100,
                MOST_OF_OTHERS * 100))
        : Optional.empty();
  }

  private Optional<String> tooFew(Place place, TrialResult result) {
    long fewest = fewestRequests.applyAsLong(place.stage().index());
    return result.requests() < fewest
        ? Optional.of("too few requests: " + result.requests() + ", at least " + fewest)
        : Optional.empty();
  }

  /** Requests that were still without an answer when the drain ended have timed out. */
  private static Map<ErrorKind, Long> errors(TrialResult result) {
    Map<ErrorKind, Long> errors = new EnumMap<>(ErrorKind.class);
    if (result.unfinished() > 0) {
      errors.put(ErrorKind.TIMEOUT, result.unfinished());
    }
    result.errors().forEach((kind, count) -> errors.merge(kindOf(kind), count, Long::sum));
    return errors;
  }

  private static ErrorKind kindOf(dev.fanout.load.ErrorKind kind) {
    return switch (kind) {
      case CONNECT -> ErrorKind.CONNECT;
      case TLS -> ErrorKind.TLS;
      case RESET -> ErrorKind.RESET;
      case TIMEOUT -> ErrorKind.TIMEOUT;
      case PROTOCOL -> ErrorKind.PROTOCOL;
      case STATUS -> ErrorKind.STATUS;
      case BODY -> ErrorKind.BODY;
      case TRUNCATED -> ErrorKind.TRUNCATED;
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

  private static Optional<PoolCounters> plus(
      Optional<PoolCounters> earlier, Optional<PoolCounters> later) {
    return earlier.flatMap(
        one ->
            later.map(
                two ->
                    new PoolCounters(
                        one.opened() + two.opened(),
                        one.reused() + two.reused(),
                        two.peak(),
                        one.refused() + two.refused())));
  }

  /** Keeps the histograms of a trial. */
  @FunctionalInterface
  interface TrialLog {
    TrialLog NONE = (place, startedAt, endedAt, result) -> {};

    void write(Place place, Instant startedAt, Instant endedAt, TrialResult result)
        throws EnvironmentFailure;
  }
}
