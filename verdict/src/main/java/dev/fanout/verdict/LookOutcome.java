package dev.fanout.verdict;

import dev.fanout.measurements.run.Look;
import java.util.List;

/**
 * All rows at one look.
 *
 * @param index of the look, from 0
 * @param rows in the order of the plan
 */
public record LookOutcome(int index, Look look, List<RowLook> rows) {
  public LookOutcome {
    rows = List.copyOf(rows);
  }

  boolean any(RowState state) {
    return rows.stream().anyMatch(row -> row.state() == state);
  }

  boolean all(RowState state) {
    return rows.stream().allMatch(row -> row.state() == state);
  }
}
