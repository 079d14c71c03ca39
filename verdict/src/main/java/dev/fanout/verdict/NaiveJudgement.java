package dev.fanout.verdict;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What the published benchmark's own rule says of the first pair of trials: three thresholds on
 * point estimates, no interval, no order, no repetition. Shown beside the verdict to make the
 * difference visible; never a verdict.
 *
 * @param checks one for each threshold and stage
 */
public record NaiveJudgement(List<Check> checks) {
  public NaiveJudgement {
    checks = List.copyOf(checks);
  }

  public boolean allSatisfied() {
    return checks.stream().allMatch(Check::satisfied);
  }

  /**
   * @param what such as {@code |Δp95| at 200 VUs}
   * @param difference as text with unit, or what is missing
   * @param threshold as text with unit
   * @param value the difference on the row's scale, when there is one
   */
  public record Check(
      String what, String difference, String threshold, OptionalDouble value, boolean satisfied) {}
}
