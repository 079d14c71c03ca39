package dev.fanout.verdict;

import dev.fanout.measurements.run.Row;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One row as the verdict leaves it.
 *
 * @param name for people: {@code p95 at 60%}
 * @param look the last look that was taken, or what little there is without one
 * @param a what variant A shows: a mean over replicates
 * @param coarse whether the margin is above what the gateway itself adds
 * @param needed what a new run would take; only for an open row of a run without an answer
 */
public record RowVerdict(
    Row row,
    String name,
    RowLook look,
    OptionalDouble a,
    OptionalDouble b,
    boolean coarse,
    Optional<Needed> needed) {
  public RowVerdict {
    Objects.requireNonNull(row, "row");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(look, "look");
    Objects.requireNonNull(a, "a");
    Objects.requireNonNull(b, "b");
    Objects.requireNonNull(needed, "needed");
  }

  public RowState state() {
    return look.state();
  }
}
