package dev.fanout.load.run;

import dev.fanout.load.StopReason;
import dev.fanout.measurements.MachineInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a run saw.
 *
 * @param transport {@code epoll} or {@code nio}; results of two transports are not compared
 * @param trials those that were played, in order
 * @param stopped why later trials were not played
 * @param interrupted whether {@link LoadRun#stop} ended it
 */
public record LoadResult(
    String name,
    String transport,
    MachineInfo machine,
    Instant startedAt,
    Instant endedAt,
    long randomSeed,
    List<LoadTrial> trials,
    Optional<StopReason> stopped,
    boolean interrupted) {
  public LoadResult {
    trials = List.copyOf(trials);
  }
}
