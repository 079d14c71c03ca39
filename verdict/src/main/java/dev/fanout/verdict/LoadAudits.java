package dev.fanout.verdict;

import dev.fanout.measurements.run.Replicate;
import dev.fanout.measurements.run.Row;
import dev.fanout.measurements.run.RunPlan;
import dev.fanout.measurements.run.Stage;
import dev.fanout.measurements.run.Trial;
import dev.fanout.measurements.run.VariantLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Audits on the load: was the generator able to send it, and do its own figures agree. Both look at
 * all trials of a variant and stage together.
 */
final class LoadAudits {
  static final double GENERATOR_CORE_LIMIT = 0.70;
  static final double ANY_CORE_LIMIT = 0.85;
  static final double ACHIEVED_LEAST = 0.999;
  static final double LAG_SHARE_OF_MARGIN = 0.25;
  static final double LITTLE_TOLERANCE = 0.01;

  private LoadAudits() {}

  static AuditResult headroom(RunPlan plan, List<Replicate> replicates) {
    List<TrialGroup> groups = TrialGroup.of(plan.stages(), replicates);
    if (groups.isEmpty()) {
      return AuditResult.notDone(Audit.HEADROOM, "no trial was measured");
    }
    List<String> failures = new ArrayList<>();
    List<String> evidence = new ArrayList<>();
    boolean coresKnown = false;
    for (TrialGroup group : groups) {
      OptionalDouble generator = group.mean(LoadAudits::generatorCore);
      OptionalDouble busiest = group.mean(trial -> trial.cpu().busiestCore());
      coresKnown |= generator.isPresent() || busiest.isPresent();
      exceeds(generator, GENERATOR_CORE_LIMIT, group, "the generator's core", failures);
      exceeds(busiest, ANY_CORE_LIMIT, group, "the busiest core", failures);
      OptionalDouble achieved = achieved(group);
      if (achieved.isPresent() && achieved.getAsDouble() < ACHIEVED_LEAST) {
        failures.add(
            Wording.format(
                "%s: %.2f %% of the offered load was sent",
                group.name(), achieved.getAsDouble() * 100));
      }
      evidence.add(
          group.name()
              + ": generator's core "
              + percent(generator)
              + ", busiest core "
              + percent(busiest)
              + ", achieved "
              + percent(achieved)
              + ", send lag "
              + micros(group.mean(Trial::sendLagMeanNanos)));
    }
    lagApart(plan, groups, failures);
    return AuditResult.of(
        Audit.HEADROOM,
        failures,
        coresKnown
            ? "the load was sent as planned, with cores to spare"
            : "the load was sent as planned; this platform does not tell how busy its cores are",
        evidence);
  }

  /**
   * Mean in flight = throughput × mean latency (Little 1961, "A proof for the queuing formula").
   */
  static AuditResult littlesLaw(RunPlan plan, List<Replicate> replicates) {
    List<String> failures = new ArrayList<>();
    List<String> evidence = new ArrayList<>();
    for (TrialGroup group : TrialGroup.of(plan.stages(), replicates)) {
      double inFlight = 0;
      double predicted = 0;
      for (Trial trial : group.trials()) {
        if (trial.latency().isPresent()) {
          inFlight += trial.meanInFlight() * trial.windowNanos();
          predicted += trial.requests() * trial.latency().get().meanNanos();
        }
      }
      if (predicted > 0) {
        double off = inFlight / predicted - 1;
        String line =
            Wording.format(
                "%s: mean in flight is %+.2f %% off throughput × mean latency",
                group.name(), off * 100);
        evidence.add(line);
        if (Math.abs(off) > LITTLE_TOLERANCE) {
          failures.add(line);
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

  private static void lagApart(RunPlan plan, List<TrialGroup> groups, List<String> failures) {
    for (Stage stage : plan.stages()) {
      OptionalDouble a = lag(groups, stage, VariantLabel.A);
      OptionalDouble b = lag(groups, stage, VariantLabel.B);
      Optional<Row> narrowest = narrowestLatency(plan.rows(), stage);
      if (a.isPresent() && b.isPresent() && narrowest.isPresent()) {
        double apart = a.getAsDouble() - b.getAsDouble();
        double limit = narrowest.get().margin() * LAG_SHARE_OF_MARGIN;
        if (Math.abs(apart) > limit) {
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
    }
  }

  private static Optional<Row> narrowestLatency(List<Row> rows, Stage stage) {
    return rows.stream()
        .filter(row -> row.metric().latency() && row.stage().orElse(-1) == stage.index())
        .min((left, right) -> Double.compare(left.margin(), right.margin()));
  }

  private static OptionalDouble lag(List<TrialGroup> groups, Stage stage, VariantLabel label) {
    return groups.stream()
        .filter(group -> group.stage().index() == stage.index() && group.variant() == label)
        .findFirst()
        .map(group -> group.mean(Trial::sendLagMeanNanos))
        .orElse(OptionalDouble.empty());
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

  private static void exceeds(
      OptionalDouble share, double limit, TrialGroup group, String what, List<String> failures) {
    if (share.isPresent() && share.getAsDouble() > limit) {
      failures.add(
          Wording.format(
              "%s: %s was %.0f %% busy, more than %.0f %%",
              group.name(), what, share.getAsDouble() * 100, limit * 100));
    }
  }

  private static String percent(OptionalDouble share) {
    return share.isPresent() ? Wording.format("%.1f %%", share.getAsDouble() * 100) : "unknown";
  }

  private static String micros(OptionalDouble nanos) {
    return nanos.isPresent() ? Wording.format("%.1f µs", nanos.getAsDouble() / 1_000) : "none";
  }
}
