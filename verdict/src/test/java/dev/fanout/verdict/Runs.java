package dev.fanout.verdict;

import dev.fanout.measurements.run.CpuShares;
import dev.fanout.measurements.run.Design;
import dev.fanout.measurements.run.ErrorKind;
import dev.fanout.measurements.run.LatencySummary;
import dev.fanout.measurements.run.Replicate;
import dev.fanout.measurements.run.Run;
import dev.fanout.measurements.run.RunPlan;
import dev.fanout.measurements.run.Slot;
import dev.fanout.measurements.run.SteadyState;
import dev.fanout.measurements.run.Trial;
import dev.fanout.measurements.run.VariantLabel;
import dev.fanout.verdict.simulation.SyntheticRun;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** A sound run, and ways to spoil it. */
final class Runs {
  private Runs() {}

  static Run sound() {
    return SyntheticRun.of(PlanLength.QUICK, 7).spread(0.3).toTheEnd();
  }

  /** The run with each of its replicates changed. */
  static Run each(Run run, UnaryOperator<Replicate> change) {
    return new Run(
        run.schemaVersion(),
        run.manifest(),
        run.scope(),
        run.plan(),
        run.variants(),
        run.estate(),
        run.upstreamEquality(),
        run.smokeTest(),
        run.capacity(),
        run.overhead(),
        run.replicates().stream().map(change).toList(),
        run.notes(),
        run.end());
  }

  static Run withoutReplicates(Run run) {
    return new Run(
        run.schemaVersion(),
        run.manifest(),
        run.scope(),
        run.plan(),
        run.variants(),
        run.estate(),
        run.upstreamEquality(),
        run.smokeTest(),
        run.capacity(),
        run.overhead(),
        List.of(),
        run.notes(),
        Optional.empty());
  }

  static Run withoutEvidence(Run run) {
    return new Run(
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
        run.end());
  }

  static Run withDesign(Run run, Design design) {
    RunPlan plan = run.plan();
    return run.withPlan(
        new RunPlan(
            plan.name(),
            plan.protocol(),
            design,
            plan.looks(),
            plan.rows(),
            plan.stages(),
            plan.randomSeed(),
            plan.slots()));
  }

  static UnaryOperator<Replicate> trials(UnaryOperator<Trial> change) {
    return r ->
        new Replicate(
            r.slot(),
            r.attempt(),
            r.startedAt(),
            r.steadyStates(),
            r.trials().stream().map(change).toList(),
            r.voidReason());
  }

  static UnaryOperator<Replicate> gates(UnaryOperator<SteadyState> change) {
    return r ->
        new Replicate(
            r.slot(),
            r.attempt(),
            r.startedAt(),
            r.steadyStates().stream().map(change).toList(),
            r.trials(),
            r.voidReason());
  }

  /** A replicate of the slot that does not count. */
  static Replicate voided(Run like, Slot slot, int attempt) {
    return new Replicate(
        slot.index(),
        attempt,
        like.manifest().startedAt(),
        List.of(),
        List.of(),
        Optional.of("the gateway process died"));
  }

  static Replicate sound(Run like, Slot slot, int attempt) {
    Replicate model = like.replicates().get(slot.index());
    return new Replicate(
        slot.index(),
        attempt,
        model.startedAt(),
        model.steadyStates(),
        model.trials(),
        Optional.empty());
  }

  static Change of(Trial trial) {
    return new Change(trial);
  }

  /** A trial with some components replaced. */
  static final class Change {
    private final Trial trial;
    private int block;
    private String gateway;
    private long requests;
    private Map<ErrorKind, Long> errors;
    private Optional<LatencySummary> latency;
    private double meanInFlight;
    private OptionalDouble achieved;
    private OptionalDouble lag;
    private OptionalDouble gatewayCpu;
    private OptionalDouble failedMean;
    private CpuShares cpu;
    private Optional<Map<String, Long>> instances = Optional.empty();

    private Change(Trial trial) {
      this.trial = trial;
      block = trial.block();
      gateway = trial.gateway();
      requests = trial.requests();
      errors = trial.errors();
      latency = trial.latency();
      meanInFlight = trial.meanInFlight();
      achieved = trial.achievedPerSecond();
      lag = trial.sendLagMeanNanos();
      gatewayCpu = trial.gatewayCpuNanos();
      failedMean = trial.failedLatencyMeanNanos();
      cpu = trial.cpu();
    }

    Change place(String otherGateway, int otherBlock) {
      gateway = otherGateway;
      block = otherBlock;
      return this;
    }

    Change requests(long other) {
      requests = other;
      return this;
    }

    Change errors(ErrorKind kind, long count) {
      errors = Map.of(kind, count);
      return this;
    }

    /** Some requests that fail after a time, and were in flight as long. */
    Change fail(long count, double afterNanos) {
      double mean = latency.orElseThrow().meanNanos();
      meanInFlight += count * (afterNanos - mean) / trial.windowNanos();
      failedMean = OptionalDouble.of(afterNanos);
      return errors(ErrorKind.STATUS, count);
    }

    Change p50(long nanos) {
      LatencySummary old = latency.orElseThrow();
      latency =
          Optional.of(
              new LatencySummary(
                  old.meanNanos(),
                  nanos,
                  Math.max(nanos, old.p90Nanos()),
                  Math.max(nanos, old.p95Nanos()),
                  Math.max(nanos, old.p99Nanos()),
                  Math.max(nanos, old.maxNanos())));
      return this;
    }

    Change inFlightTimes(double factor) {
      meanInFlight *= factor;
      return this;
    }

    Change achievedTimes(double factor) {
      achieved = OptionalDouble.of(achieved.orElseThrow() * factor);
      return this;
    }

    Change lag(double nanos) {
      lag = OptionalDouble.of(nanos);
      return this;
    }

    Change instances(Map<String, Long> counts) {
      instances = Optional.of(counts);
      return this;
    }

    Change noGatewayCpu() {
      gatewayCpu = OptionalDouble.empty();
      return this;
    }

    Change cores(double generator, double busiest) {
      cpu =
          new CpuShares(
              cpu.gatewayCores(),
              cpu.generatorCores(),
              cpu.backendCores(),
              OptionalDouble.of(generator),
              OptionalDouble.of(busiest));
      return this;
    }

    Change coresUnknown() {
      cpu = CpuShares.UNKNOWN;
      return this;
    }

    Trial trial() {
      return new Trial(
          trial.variant(),
          trial.stage(),
          block,
          gateway,
          trial.first(),
          trial.startedAt(),
          trial.windowNanos(),
          requests,
          errors,
          latency,
          meanInFlight,
          trial.throughputPerSecond(),
          trial.offeredPerSecond(),
          achieved,
          lag,
          trial.late(),
          trial.unstarted(),
          failedMean,
          trial.dropped(),
          gatewayCpu,
          cpu,
          trial.pool(),
          OptionalLong.empty(),
          trial.errorSamples(),
          trial.voidReason(),
          instances);
    }

    boolean is(VariantLabel label) {
      return trial.variant() == label;
    }
  }
}
