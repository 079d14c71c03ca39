package dev.fanout.verdict;

import dev.fanout.measurements.run.Replicate;
import dev.fanout.measurements.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which replicates of a run count. */
final class ValidReplicates {
  private ValidReplicates() {}

  /** One for each slot from 0 up to the first slot that has none; in order of slots. */
  static List<Replicate> prefix(Run run) {
    List<Replicate> valid = new ArrayList<>();
    for (int slot = 0; slot < run.plan().slots().size(); slot++) {
      Optional<Replicate> found = of(run, slot);
      if (found.isEmpty()) {
        break;
      }
      valid.add(found.get());
    }
    return List.copyOf(valid);
  }

  /** The first attempt at a slot that is not void. */
  static Optional<Replicate> of(Run run, int slot) {
    return run.replicates().stream()
        .filter(replicate -> replicate.slot() == slot && replicate.whyVoid().isEmpty())
        .findFirst();
  }

  static List<Replicate> voided(Run run) {
    return run.replicates().stream().filter(r -> r.whyVoid().isPresent()).toList();
  }
}
