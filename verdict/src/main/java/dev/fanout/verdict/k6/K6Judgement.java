package dev.fanout.verdict.k6;

import dev.fanout.verdict.AuditResult;
import dev.fanout.verdict.NaiveJudgement;
import dev.fanout.verdict.VerdictWord;
import java.util.List;

/**
 * What two summaries come out as. Always {@link VerdictWord#NOT_ENOUGH_DATA}: they are one pair of
 * runs.
 *
 * @param naive the published benchmark's rule, on the point estimates
 * @param findings what the figures themselves show, a sentence each without a full stop
 * @param absent what the summaries do not have, the weightiest first
 * @param audits none of them passes: each says what is missing for it
 */
public record K6Judgement(
    K6Summary a,
    K6Summary b,
    NaiveJudgement naive,
    List<String> findings,
    List<String> absent,
    List<AuditResult> audits) {
  public K6Judgement {
    findings = List.copyOf(findings);
    absent = List.copyOf(absent);
    audits = List.copyOf(audits);
  }

  public VerdictWord word() {
    return VerdictWord.NOT_ENOUGH_DATA;
  }

  /** Where the numbers hold; stands beside the word, as everywhere. */
  public String scope() {
    return "two k6 summaries, origin not in them";
  }

  /** One sentence: the word, its scope, the reason. */
  public String headline() {
    return word().text()
        + ", "
        + scope()
        + ": "
        + a.file()
        + " (A) and "
        + b.file()
        + " (B) are one pair of runs, n = 1, so no interval is possible.";
  }

  public int exitCode() {
    return word().exitCode();
  }
}
