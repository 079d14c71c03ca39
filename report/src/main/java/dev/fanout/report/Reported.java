package dev.fanout.report;

import dev.fanout.verdict.Verdict;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * All that a report is made of.
 *
 * @param otherPool the verdict of a run of the same comparison under the other pool model
 */
public record Reported(Verdict verdict, Evidence evidence, Optional<Verdict> otherPool) {
  public Reported {
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(evidence, "evidence");
    Objects.requireNonNull(otherPool, "otherPool");
  }

  /** With what lies beside {@code run.json} in the folder. */
  public static Reported read(Path folder, Verdict verdict) {
    return new Reported(verdict, EvidenceReader.read(folder, verdict), Optional.empty());
  }

  /** From {@code run.json} alone. */
  public static Reported of(Verdict verdict) {
    return new Reported(verdict, Evidence.NONE, Optional.empty());
  }
}
