package dev.fanout.gateway.diff;

import dev.fanout.gateway.estate.SkippedPolicy;
import java.util.List;
import java.util.TreeSet;

/**
 * What a comparison found, operations in order of their routes.
 *
 * @param onlyInA operations that B has not
 * @param onlyInB operations that A has not
 * @param skippedInA policies that were left out; not empty means that a partial estate was compared
 * @param skippedInB likewise
 */
public record DiffResult(
    List<DiffRow> rows,
    List<PublicOperation> onlyInA,
    List<PublicOperation> onlyInB,
    List<SkippedPolicy> skippedInA,
    List<SkippedPolicy> skippedInB) {
  public DiffResult {
    rows = List.copyOf(rows);
    onlyInA = List.copyOf(onlyInA);
    onlyInB = List.copyOf(onlyInB);
    skippedInA = List.copyOf(skippedInA);
    skippedInB = List.copyOf(skippedInB);
  }

  /** Whether both estates have the same operations and do the same with every probe. */
  public boolean isSame() {
    return onlyInA.isEmpty() && onlyInB.isEmpty() && rows.stream().allMatch(DiffRow::isSame);
  }

  public boolean isPartial() {
    return !skippedInA.isEmpty() || !skippedInB.isEmpty();
  }

  /** Operations on both sides. */
  public int operations() {
    return new TreeSet<>(rows.stream().map(DiffRow::operation).toList()).size();
  }

  /** Operations on both sides with a difference. */
  public int differentOperations() {
    return new TreeSet<>(
            rows.stream().filter(row -> !row.isSame()).map(DiffRow::operation).toList())
        .size();
  }
}
