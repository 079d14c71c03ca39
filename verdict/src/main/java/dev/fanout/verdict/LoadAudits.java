package dev.fanout.verdict;

import dev.fanout.measurements.run.LatencySummary;
import dev.fanout.measurements.run.Replicate;
import dev.fanout.measurements.run.Row;
import dev.fanout.measurements.run.RunPlan;
import dev.fanout.measurements.run.Stage;
import dev.fanout.measurements.run.Trial;
import dev.fanout.measurements.run.VariantLabel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Audits on the load: was the generator able to send it, and do its own figures agree. Both look at
 * all trials of a variant and stage together, and name the worst.
 */
final class LoadAudits {
  static final double GENERATOR_CORE_LIMIT = 0.70;
  static final double ANY_CORE_LIMIT = 0.85;
  static final double ACHIEVED_LEAST = 0.999;
  static final double LAG_SHARE_OF_MARGIN = 0.25;
  static final double LITTLE_TOLERANCE = 0.01;

  private LoadAudits() {}

  /**
   * Fails when the generator's core is more than 70 % busy or any core more than 85 %, when less
   * than 99.9 % of the offered load was sent, or when the mean send lags of A and B lie apart by
   * more than a quarter of a margin: wholly so, by the 95 % t interval of their differences over
   * replicates, since a lag that comes and goes is spread and no fault (methodology, part 5).
   */
  static AuditResult headroom(RunPlan plan, List<Replicate> replicates) {
    List<TrialGroup> groups = TrialGroup.of(plan.stages(), replicates);
    if (groups.isEmpty()) {
      return AuditResult.notDone(Audit.HEADROOM, "no trial was measured");
    }
    List<String> failures = new ArrayList<>();
    busy(groups, LoadAudits::generatorCore, GENERATOR_CORE_LIMIT, "the generator's core", failures);
    busy(groups, trial -> trial.cpu().busiestCore(), ANY_CORE_LIMIT, "the busiest core", failures);
    sent(groups, failures);
    plan.stages().forEach(stage -> lagApart(plan, stage, replicates, failures));
    boolean coresKnown =
        groups.stream().anyMatch(group -> group.mean(LoadAudits::generatorCore).isPresent());
    return AuditResult.of(
        Audit.HEADROOM,
        failures,
        coresKnown
            ? "the load was sent as planned, with cores to spare"
            : "the load was sent as planned; this platform does not tell how busy its cores are",
        groups.stream().map(LoadAudits::evidence).toList());
  }

  /**
   * Mean in flight = throughput × mean latency (Little 1961, "A proof for the queuing formula").
   * Fails beyond 1 %.
   */
  static AuditResult littlesLaw(RunPlan plan, List<Replicate> replicates) {
    List<String> evidence = new ArrayList<>();
    List<String> failures = List.of();
    double worst = LITTLE_TOLERANCE;
    for (TrialGroup group : TrialGroup.of(plan.stages(), replicates)) {
      OptionalDouble off = littleOff(group);
      if (off.isPresent()) {
        String line =
            Wording.format(
                "%s: mean in flight is %+.2f %% off throughput × mean latency",
                group.name(), off.getAsDouble() * 100);
        evidence.add(line);
        if (Math.abs(off.getAsDouble()) > worst) {
          worst = Math.abs(off.getAsDouble());
          failures = List.of(line);
        }
      }
    }
    if (evidence.isEmpty()) {
      return AuditResult.notDone(Audit.LITTLES_LAW, "no request was measured");
    }
    return AuditResult.of(
        Audit.LITTLES_LAW,
        failures,
        "mean in flight agrees with throughput × mean latency within 1 %",
        evidence);
  }

  private static OptionalDouble littleOff(TrialGroup group) {
    double inFlight = 0;
    double predicted = 0;
    for (Trial trial : group.trials()) {
      double passed = trial.requests() - trial.failed();
      double ofPassed = trial.latency().map(LatencySummary::meanNanos).orElse(0.0);
      inFlight += trial.meanInFlight() * trial.windowNanos();
      // A run from before failures were timed has only the others' mean.
      predicted +=
          passed * ofPassed + trial.failed() * trial.failedLatencyMeanNanos().orElse(ofPassed);
    }
    return predicted == 0 ? OptionalDouble.empty() : OptionalDouble.of(inFlight / predicted - 1);
  }

  private static void busy(
      List<TrialGroup> groups,
      Function<Trial, OptionalDouble> share,
      double limit,
      String what,
      List<String> failures) {
    groups.stream()
        .filter(group -> group.mean(share).isPresent())
        .max(Comparator.comparingDouble(group -> group.mean(share).getAsDouble()))
        .filter(worst -> worst.mean(share).getAsDouble() > limit)
        .ifPresent(worst -> failures.add(tooBusy(worst, share, limit, what)));
  }

  private static String tooBusy(
      TrialGroup group, Function<Trial, OptionalDouble> share, double limit, String what) {
    double busy = group.mean(share).orElseThrow();
    OptionalDouble own = group.mean(LoadAudits::generatorAndBackend);
    boolean others = limit == GENERATOR_CORE_LIMIT && own.orElse(busy) < busy / 2;
    return Wording.format(
            "%s was %.0f %% busy (%s), more than %.0f %%",
            what, busy * 100, group.name(), limit * 100)
        + (others
            ? Wording.format(
                ", though generator and backend took %.0f %% of a core: other work ran on this"
                    + " machine",
                own.orElseThrow() * 100)
            : "");
  }

  private static OptionalDouble generatorAndBackend(Trial trial) {
    OptionalDouble generator = trial.cpu().generatorCores();
    OptionalDouble backend = trial.cpu().backendCores();
    return generator.isPresent() && backend.isPresent()
        ? OptionalDouble.of(generator.getAsDouble() + backend.getAsDouble())
        : OptionalDouble.empty();
  }

  private static void sent(List<TrialGroup> groups, List<String> failures) {
    groups.stream()
        .filter(group -> achieved(group).isPresent())
        .min(Comparator.comparingDouble(group -> achieved(group).getAsDouble()))
        .filter(worst -> achieved(worst).getAsDouble() < ACHIEVED_LEAST)
        .ifPresent(
            worst ->
                failures.add(
                    Wording.format(
                        "only %.2f %% of the offered load was sent (%s)",
                        achieved(worst).getAsDouble() * 100, worst.name())));
  }

  private static void lagApart(
      RunPlan plan, Stage stage, List<Replicate> replicates, List<String> failures) {
    Optional<Row> narrowest = narrowestLatency(plan.rows(), stage);
    double[] differences =
        replicates.stream()
            .map(replicate -> lagDifference(plan, stage, replicate))
            .flatMapToDouble(OptionalDouble::stream)
            .toArray();
    if (narrowest.isEmpty() || differences.length < 2) {
      return;
    }
    Sample sample = Sample.of(differences, differences.length);
    double apart = sample.mean().orElseThrow();
    double half =
        StudentT.quantile(0.975, sample.n() - 1)
            * sample.standardDeviation().orElseThrow()
            / Math.sqrt(sample.n());
    double limit = narrowest.get().margin() * LAG_SHARE_OF_MARGIN;
    if (Interval.around(apart, half).beyond(limit) != 0) {
      failures.add(
          Wording.format(
              "at %s the mean send lags of A and B are %.1f µs apart, more than a quarter of the"
                  + " margin of %s (%.1f µs)",
              stage.name(),
              Math.abs(apart) / 1_000,
              Wording.name(narrowest.get(), plan.stages()),
              limit / 1_000));
    }
  }

  private static OptionalDouble lagDifference(RunPlan plan, Stage stage, Replicate replicate) {
    List<TrialGroup> groups = TrialGroup.of(plan.stages(), List.of(replicate));
    OptionalDouble a = lag(groups, stage, VariantLabel.A);
    OptionalDouble b = lag(groups, stage, VariantLabel.B);
    return a.isPresent() && b.isPresent()
        ? OptionalDouble.of(a.getAsDouble() - b.getAsDouble())
        : OptionalDouble.empty();
  }

  private static OptionalDouble lag(List<TrialGroup> groups, Stage stage, VariantLabel label) {
    return groups.stream()
        .filter(group -> group.stage().index() == stage.index() && group.variant() == label)
        .findFirst()
        .map(group -> group.mean(Trial::sendLagMeanNanos))
        .orElse(OptionalDouble.empty());
  }

  private static Optional<Row> narrowestLatency(List<Row> rows, Stage stage) {
    return rows.stream()
        .filter(row -> row.metric().latency() && row.stage().orElse(-1) == stage.index())
        .min(Comparator.comparingDouble(Row::margin));
  }

  /** The core where it is known, else the generator's own use, which one core must carry. */
  private static OptionalDouble generatorCore(Trial trial) {
    return trial.cpu().generatorCore().isPresent()
        ? trial.cpu().generatorCore()
        : trial.cpu().generatorCores();
  }

  private static OptionalDouble achieved(TrialGroup group) {
    double offered = 0;
    double sent = 0;
    for (Trial trial : group.trials()) {
      if (trial.offeredPerSecond().isPresent() && trial.achievedPerSecond().isPresent()) {
        offered += trial.offeredPerSecond().getAsDouble() * trial.windowNanos();
        sent += trial.achievedPerSecond().getAsDouble() * trial.windowNanos();
      }
    }
    return offered == 0 ? OptionalDouble.empty() : OptionalDouble.of(sent / offered);
  }

  private static String evidence(TrialGroup group) {
    return group.name()
        + ": generator's core "
        + percent(group.mean(LoadAudits::generatorCore))
        + ", busiest core "
        + percent(group.mean(trial -> trial.cpu().busiestCore()))
        + ", achieved "
        + percent(achieved(group))
        + ", send lag "
        + micros(group.mean(Trial::sendLagMeanNanos));
  }

  private static String percent(OptionalDouble share) {
    return share.isPresent() ? Wording.format("%.1f %%", share.getAsDouble() * 100) : "unknown";
  }

  private static String micros(OptionalDouble nanos) {
    return nanos.isPresent() ? Wording.format("%.1f µs", nanos.getAsDouble() / 1_000) : "none";
  }
}
