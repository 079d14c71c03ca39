package dev.fanout.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The decision from the differences alone, before any audit (methodology, part 4).
 *
 * <p>At look k, for each row, with mean d̄ and standard deviation s of its n differences and margin
 * m: E_k = d̄ ± c^E_k s/√n, I_k = E_1 ∩ … ∩ E_k, D_k = d̄ ± c^D_k s/√n. A row is DIFFERENT when D_k
 * lies wholly beyond a margin, else EQUIVALENT when I_k lies strictly between the margins (two
 * one-sided tests: Schuirmann 1987; repeated intervals: Jennison &amp; Turnbull 2000, ch. 9). The
 * run is EQUIVALENT when every row is (intersection–union: Berger 1982), DIFFERENT when one row is
 * (Bonferroni over rows, in c^D).
 */
public final class DecisionProcedure {
  private final Boundaries boundaries;
  private final boolean mayBeEquivalent;

  /**
   * @param mayBeEquivalent false when every margin is coarse: then the run ends INCONCLUSIVE where
   *     it would end EQUIVALENT
   */
  public DecisionProcedure(Boundaries boundaries, boolean mayBeEquivalent) {
    this.boundaries = boundaries;
    this.mayBeEquivalent = mayBeEquivalent;
  }

  /**
   * Takes every look that {@code replicates} allows, up to the one that decides.
   *
   * @param replicates valid ones, in order of slots without a gap
   */
  public Decision decide(List<RowSeries> rows, int replicates) {
    List<LookOutcome> taken = new ArrayList<>();
    List<Optional<Interval>> before = new ArrayList<>();
    rows.forEach(row -> before.add(Optional.empty()));
    int last = boundaries.looks().size() - 1;
    for (int k = 0; k <= last && boundaries.looks().get(k).replicates() <= replicates; k++) {
      LookOutcome outcome = look(k, rows, before);
      taken.add(outcome);
      if (outcome.any(RowState.DIFFERENT)) {
        return new Decision(Decision.Outcome.DIFFERENT, taken);
      }
      if (outcome.all(RowState.EQUIVALENT) && mayBeEquivalent) {
        return new Decision(Decision.Outcome.EQUIVALENT, taken);
      }
      if (k == last) {
        return new Decision(Decision.Outcome.INCONCLUSIVE, taken);
      }
    }
    return new Decision(Decision.Outcome.UNDECIDED, taken);
  }

  private LookOutcome look(int k, List<RowSeries> rows, List<Optional<Interval>> before) {
    List<RowLook> results = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      RowSeries row = rows.get(i);
      RowLook result =
          row.errors().isPresent()
              ? errors(k, row, row.errors().get())
              : continuous(k, row, before.get(i));
      if (row.errors().isEmpty() && result.interval().isPresent()) {
        before.set(i, result.interval());
      }
      results.add(result);
    }
    return new LookOutcome(k, boundaries.looks().get(k), results);
  }

  private RowLook continuous(int k, RowSeries row, Optional<Interval> before) {
    int n = boundaries.looks().get(k).replicates();
    if (!row.complete(n)) {
      return RowLook.notEnough(Sample.of(new double[0], 0), "a replicate has no value");
    }
    Sample sample = Sample.of(row.differences(), n);
    double mean = sample.mean().orElseThrow();
    double spread = sample.standardDeviation().orElseThrow();
    if (spread == 0) {
      return RowLook.notEnough(sample, "all replicates show the same difference");
    }
    double error = spread / Math.sqrt(n);
    Interval own = Interval.around(mean, boundaries.equivalent(k) * error);
    Interval shown = before.map(own::intersect).orElse(own);
    Interval widened = Interval.around(mean, boundaries.different(k) * error);
    double margin = row.margin();
    if (shown.empty()) {
      return new RowLook(
          RowState.OPEN,
          0,
          sample,
          Optional.of(shown),
          Optional.of(widened),
          "the intervals of two looks exclude each other");
    }
    int sign = widened.beyond(margin);
    RowState state =
        sign != 0 ? RowState.DIFFERENT : shown.within(margin) ? RowState.EQUIVALENT : RowState.OPEN;
    return new RowLook(state, sign, sample, Optional.of(shown), Optional.of(widened), "");
  }

  private RowLook errors(int k, RowSeries row, RowSeries.Errors errors) {
    int n = boundaries.looks().get(k).replicates();
    if (!row.complete(n)) {
      return RowLook.notEnough(Sample.of(new double[0], 0), "a replicate has no value");
    }
    Sample sample = Sample.of(row.differences(), n);
    double spread = sample.standardDeviation().orElseThrow();
    double alpha = boundaries.looks().get(k).alpha();
    ErrorTally a = errors.pooledA(n);
    ErrorTally b = errors.pooledB(n);
    double upperA = a.upperBound(alpha);
    double upperB = b.upperBound(alpha);
    Interval bounds = new Interval(-upperB, upperA);
    Optional<Interval> widened =
        spread == 0
            ? Optional.empty()
            : Optional.of(
                Interval.around(
                    sample.mean().orElseThrow(), boundaries.different(k) * spread / Math.sqrt(n)));
    int sign = widened.map(interval -> interval.beyond(row.margin())).orElse(0);
    RowState state =
        sign != 0
            ? RowState.DIFFERENT
            : upperA <= row.margin() && upperB <= row.margin()
                ? RowState.EQUIVALENT
                : RowState.OPEN;
    return new RowLook(
        state, sign, sample, Optional.of(bounds), widened, Wording.bursts(a.burst(), b.burst()));
  }
}
