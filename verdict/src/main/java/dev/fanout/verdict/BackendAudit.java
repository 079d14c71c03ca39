package dev.fanout.verdict;

import dev.fanout.measurements.run.Replicate;
import dev.fanout.measurements.run.Run;
import dev.fanout.measurements.run.Scope;
import dev.fanout.measurements.run.Trial;
import dev.fanout.measurements.run.VariantLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whether both variants were served by the same backend instances. Shares are compared within each
 * replicate, and not request by request: connections stay with an instance, so a chi-square test on
 * requests would reject nearly every fair run (methodology, part 5).
 */
final class BackendAudit {
  /** Of an instance's share, in either direction. */
  static final double LIMIT = 0.05;

  /** An instance that serves less than this of a variant does not serve it. */
  static final double ABSENT = 0.01;

  private BackendAudit() {}

  /** Requests by instance. */
  private record Counts(Map<String, Long> a, Map<String, Long> b) {
    static Counts none() {
      return new Counts(new TreeMap<>(), new TreeMap<>());
    }

    /** Empty when not every trial was counted, or a variant had no request. */
    static Optional<Counts> of(Replicate replicate) {
      Counts counts = none();
      for (Trial trial : replicate.trials()) {
        if (trial.backendInstances().isEmpty()) {
          return Optional.empty();
        }
        Map<String, Long> mine = trial.variant() == VariantLabel.A ? counts.a : counts.b;
        trial.backendInstances().get().forEach((i, count) -> mine.merge(i, count, Long::sum));
      }
      return total(counts.a) == 0 || total(counts.b) == 0 ? Optional.empty() : Optional.of(counts);
    }

    void add(Counts other) {
      other.a.forEach((instance, count) -> a.merge(instance, count, Long::sum));
      other.b.forEach((instance, count) -> b.merge(instance, count, Long::sum));
    }

    double shareOfA(String instance) {
      return share(a, instance);
    }

    double shareOfB(String instance) {
      return share(b, instance);
    }

    SortedSet<String> instances() {
      SortedSet<String> all = new TreeSet<>(a.keySet());
      all.addAll(b.keySet());
      return all;
    }

    private static double share(Map<String, Long> counts, String instance) {
      return (double) counts.getOrDefault(instance, 0L) / total(counts);
    }

    private static long total(Map<String, Long> counts) {
      return counts.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /**
   * Fails when the interval of an instance's difference of shares lies wholly beyond 5 points, or
   * when an instance served 5 % of one variant and less than 1 % of the other.
   */
  static AuditResult audit(Run run, List<Replicate> replicates) {
    List<Counts> counted = replicates.stream().map(Counts::of).flatMap(Optional::stream).toList();
    if (counted.isEmpty()) {
      return uncounted(run);
    }
    Counts pooled = Counts.none();
    counted.forEach(pooled::add);
    SortedSet<String> instances = pooled.instances();
    List<String> failures = new ArrayList<>();
    List<String> evidence = new ArrayList<>();
    for (String instance : instances) {
      double ofA = pooled.shareOfA(instance);
      double ofB = pooled.shareOfB(instance);
      String line =
          Wording.format(
              "instance %s served %.1f %% of A and %.1f %% of B", instance, ofA * 100, ofB * 100);
      evidence.add(line);
      double[] differences =
          counted.stream().mapToDouble(c -> c.shareOfA(instance) - c.shareOfB(instance)).toArray();
      boolean onlyOne = Math.max(ofA, ofB) >= LIMIT && Math.min(ofA, ofB) < ABSENT;
      if (onlyOne || apart(differences, EffectAudits.LEVEL / instances.size())) {
        failures.add(line);
      }
    }
    return AuditResult.of(
        Audit.SAME_BACKEND,
        failures,
        Wording.count(instances.size(), "backend instance") + " served both variants alike",
        evidence);
  }

  private static boolean apart(double[] differences, double level) {
    Sample sample = Sample.of(differences, differences.length);
    if (sample.n() < 2) {
      return false;
    }
    double half =
        StudentT.quantile(1 - level / 2, sample.n() - 1)
            * sample.standardDeviation().orElseThrow()
            / Math.sqrt(sample.n());
    return Interval.around(sample.mean().orElseThrow(), half).beyond(LIMIT) != 0;
  }

  private static AuditResult uncounted(Run run) {
    return run.scope() instanceof Scope.LocalModel
        ? AuditResult.of(
            Audit.SAME_BACKEND,
            List.of(),
            "one backend process on this machine served both variants",
            List.of())
        : AuditResult.notDone(
            Audit.SAME_BACKEND, "nobody counted which backend instances answered");
  }
}
