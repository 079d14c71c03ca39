package dev.fanout.verdict;

import java.util.List;
import java.util.Optional;

/** What the differences say, before any audit. */
public record Decision(Outcome outcome, List<LookOutcome> looks) {
  public Decision {
    looks = List.copyOf(looks);
  }

  public Optional<LookOutcome> last() {
    return looks.isEmpty() ? Optional.empty() : Optional.of(looks.get(looks.size() - 1));
  }

  /** UNDECIDED: more replicates are to come, or would have come. */
  public enum Outcome {
    EQUIVALENT,
    DIFFERENT,
    INCONCLUSIVE,
    UNDECIDED
  }
}
