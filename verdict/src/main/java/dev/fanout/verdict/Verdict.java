package dev.fanout.verdict;

import dev.fanout.measurements.run.Run;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The answer, with all that it rests on.
 *
 * @param exploratory judged with other rows or margins than the plan's; never exits 0
 * @param headline one sentence: the word, its scope, both topologies, the reason
 * @param reasons further sentences, the weightiest first; may be empty
 * @param replicates valid ones that were judged
 * @param voidReplicates those that do not count
 * @param looks that were taken
 * @param audits in the order of {@link Audit}
 * @param naive for the published protocol with its pair complete
 */
public record Verdict(
    VerdictWord word,
    Run run,
    boolean exploratory,
    String headline,
    List<String> reasons,
    int replicates,
    int voidReplicates,
    List<LookOutcome> looks,
    List<RowVerdict> rows,
    List<AuditResult> audits,
    Optional<NaiveJudgement> naive) {
  private static final int EXPLORATORY_EXIT = VerdictWord.INCONCLUSIVE.exitCode();
  private static final int ENVIRONMENT_EXIT = 20;

  public Verdict {
    Objects.requireNonNull(word, "word");
    Objects.requireNonNull(run, "run");
    Objects.requireNonNull(headline, "headline");
    reasons = List.copyOf(reasons);
    looks = List.copyOf(looks);
    rows = List.copyOf(rows);
    audits = List.copyOf(audits);
    Objects.requireNonNull(naive, "naive");
  }

  /** The word with its scope, such as {@code EQUIVALENT, local model, partial estate}. */
  public String scopedWord() {
    return Headline.scopedWord(word, run, exploratory);
  }

  public boolean withheld() {
    return word == VerdictWord.WITHHELD;
  }

  /** Of {@code bench} and {@code report}: 0, 10, 11, 12, or 20 for an environment that failed. */
  public int exitCode() {
    if (word == VerdictWord.EQUIVALENT && exploratory) {
      return EXPLORATORY_EXIT;
    }
    return word.exitCode() == EXPLORATORY_EXIT && Headline.environmentFailed(run)
        ? ENVIRONMENT_EXIT
        : word.exitCode();
  }
}
