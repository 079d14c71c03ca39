package dev.fanout.load.summary;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A whole load.
 *
 * @param engine who sent it, and how: {@code fanout, epoll}; results of two engines are not
 *     compared
 * @param resolution of its clock
 * @param remarks what must be said of all its numbers, one sentence each
 * @param stopped why it ended early
 * @param interrupted whether somebody ended it
 */
public record LoadSummary(
    String name,
    String engine,
    Duration resolution,
    List<String> remarks,
    Instant startedAt,
    Instant endedAt,
    OptionalLong randomSeed,
    Optional<String> stopped,
    boolean interrupted,
    List<TrialSummary> trials) {
  public LoadSummary {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(engine, "engine");
    remarks = List.copyOf(remarks);
    trials = List.copyOf(trials);
  }

  public long passed() {
    return trials.stream().mapToLong(TrialSummary::passed).sum();
  }

  /** The targets in the order in which they first appear. */
  public List<String> targets() {
    return trials.stream().map(TrialSummary::target).distinct().toList();
  }
}
