package dev.fanout.verdict;

import dev.fanout.measurements.run.Metric;
import dev.fanout.measurements.run.Replicate;
import dev.fanout.measurements.run.Row;
import dev.fanout.measurements.run.Run;
import dev.fanout.measurements.run.Trial;
import dev.fanout.measurements.run.VariantLabel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Audits that chance takes part in: they are asked once, at the stop, and fail only when an
 * interval at {@value #LEVEL} ÷ rows lies wholly beyond its limit (methodology, part 5). With few
 * replicates they see little, so a pass says what they could have seen.
 */
public final class EffectAudits {
  /** What each of these audits may cost a sound run at most; its rows share it. */
  public static final double LEVEL = 0.0125;

  /** Of a row's margin. */
  static final double ORDER_LIMIT = 0.5;

  /** Of a row's margin, over the whole run. */
  static final double DRIFT_LIMIT = 1;

  private EffectAudits() {}

  /**
   * The rule of both audits alone, for simulations: whether order or drift would withhold.
   *
   * @param rows complete, without errors
   * @param aFirst for each row, whether A went first in each replicate
   * @param planned J, the number of judged rows
   */
  public static boolean withholds(List<RowSeries> rows, List<boolean[]> aFirst, int planned) {
    double level = LEVEL / planned;
    for (int i = 0; i < rows.size(); i++) {
      double[] differences = rows.get(i).differences();
      double margin = rows.get(i).margin();
      if (Effect.ofOrder(differences, aFirst.get(i))
              .filter(effect -> effect.beyond(ORDER_LIMIT * margin, level))
              .isPresent()
          || Effect.ofDrift(differences)
              .filter(effect -> effect.beyond(DRIFT_LIMIT * margin, level))
              .isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Whether going first was worth more than half a margin. */
  static AuditResult order(Run run, List<Replicate> replicates) {
    Findings findings = new Findings(Audit.ORDER, ORDER_LIMIT, run.plan().rows().size());
    for (Row row : judged(run)) {
      double[] differences = PairedValues.series(row, replicates).differences();
      boolean[] aFirst = new boolean[replicates.size()];
      boolean known = true;
      for (int i = 0; i < aFirst.length; i++) {
        Optional<Trial> a = trialOfA(row, replicates.get(i));
        known &= a.isPresent() && Double.isFinite(differences[i]);
        aFirst[i] = a.map(Trial::first).orElse(false);
      }
      findings.add(
          row,
          Wording.name(row, run.plan().stages()),
          known ? Effect.ofOrder(differences, aFirst) : Optional.empty());
    }
    return findings.result("going first moves", "no row depends on which variant went first");
  }

  /**
   * Whether a row's difference moved by more than its margin from the first replicate to the last.
   */
  static AuditResult drift(Run run, List<Replicate> replicates) {
    List<Replicate> inTime =
        replicates.stream().sorted(Comparator.comparing(Replicate::startedAt)).toList();
    Findings findings = new Findings(Audit.DRIFT, DRIFT_LIMIT, run.plan().rows().size());
    for (Row row : judged(run)) {
      RowSeries series = PairedValues.series(row, inTime);
      findings.add(
          row,
          Wording.name(row, run.plan().stages()),
          series.complete(inTime.size()) ? Effect.ofDrift(series.differences()) : Optional.empty());
    }
    return findings.result("over the run the difference moved in", "no row's difference drifted");
  }

  /** Errors have no stage, so no order, and mostly no spread. */
  private static List<Row> judged(Run run) {
    return run.plan().rows().stream().filter(row -> row.metric() != Metric.ERRORS).toList();
  }

  private static Optional<Trial> trialOfA(Row row, Replicate replicate) {
    return replicate.trials().stream()
        .filter(trial -> trial.variant() == VariantLabel.A)
        .filter(trial -> trial.stage() == row.stage().orElse(-1))
        .findFirst();
  }

  /** The rows of one audit. */
  private static final class Findings {
    private final Audit audit;
    private final double limitShare;
    private final double level;
    private final List<String> failures = new ArrayList<>();
    private final List<String> evidence = new ArrayList<>();
    private double leastSeen;

    Findings(Audit audit, double limitShare, int rows) {
      this.audit = audit;
      this.limitShare = limitShare;
      this.level = LEVEL / rows;
    }

    void add(Row row, String name, Optional<Effect> found) {
      if (found.isEmpty()) {
        return;
      }
      Effect effect = found.get();
      double margin = RowSeries.margin(row);
      Interval interval = effect.interval(level);
      double detectable = effect.detectable(limitShare * margin, level) / margin;
      leastSeen = Math.max(leastSeen, detectable);
      String line =
          name
              + " by "
              + Wording.difference(row, effect.estimate())
              + " "
              + Wording.differenceUnit(row)
              + ", interval "
              + Wording.interval(row, interval);
      evidence.add(line + Wording.format("; one of %.1f margins would have been seen", detectable));
      if (effect.beyond(limitShare * margin, level)) {
        failures.add(line);
      }
    }

    AuditResult result(String what, String passed) {
      if (evidence.isEmpty()) {
        return AuditResult.notDone(
            audit, "no row has the " + Effect.LEAST + " differences with spread that it takes");
      }
      List<String> told = failures.stream().map(failure -> what + " " + failure).toList();
      return AuditResult.of(
          audit,
          told,
          passed
              + Wording.format(
                  "; an effect of %.1f margins would have been seen in every row", leastSeen),
          evidence);
    }
  }
}
