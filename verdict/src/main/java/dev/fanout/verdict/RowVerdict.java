package dev.fanout.verdict;

import dev.fanout.measurements.run.Row;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One row as the verdict leaves it.
 *
 * @param name for people: {@code p95 at 60%}
 * @param look the last look that was taken, or what little there is without one
 * @param differences d of each judged replicate in order of slots, on the row's scale; NaN where a
 *     value is missing
 * @param a what variant A shows: a mean over replicates
 * @param coarse whether the margin is above what the gateway itself adds
 * @param needed what a new run would take; only for an open row of a run without an answer
 */
public record RowVerdict(
    Row row,
    String name,
    RowLook look,
    List<Double> differences,
    OptionalDouble a,
    OptionalDouble b,
    boolean coarse,
    Optional<Needed> needed) {
  public RowVerdict {
    Objects.requireNonNull(row, "row");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(look, "look");
    differences = List.copyOf(differences);
    Objects.requireNonNull(a, "a");
    Objects.requireNonNull(b, "b");
    Objects.requireNonNull(needed, "needed");
  }

  public RowState state() {
    return look.state();
  }
}
