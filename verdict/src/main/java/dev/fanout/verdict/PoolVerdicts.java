package dev.fanout.verdict;

import dev.fanout.measurements.run.Run;
import dev.fanout.measurements.run.RunFile;
import dev.fanout.measurements.run.RunReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * The same question under both models of upstream connections. Whether APIM shares connections
 * between Backend entities of one authority is not documented; a conclusion must not rest on it.
 *
 * @param perAuthority one pool for each host and port
 * @param perEntity one pool for each Backend entity
 */
public record PoolVerdicts(Verdict perAuthority, Verdict perEntity) {
  /** Folder, in that of the first run, of the second. */
  public static final String SECOND_RUN = "per-entity";

  private static final String PER_ENTITY = "per-entity";

  public PoolVerdicts {
    Objects.requireNonNull(perAuthority, "perAuthority");
    Objects.requireNonNull(perEntity, "perEntity");
    if (model(perAuthority).equals(PER_ENTITY) || !model(perEntity).equals(PER_ENTITY)) {
      throw new IllegalArgumentException(
          "pool models are " + model(perAuthority) + " and " + model(perEntity));
    }
  }

  /**
   * The two runs of {@code fanout bench --pool both}; empty when the folder has no second one.
   *
   * @throws dev.fanout.diagnostics.IssueException a run cannot be read
   */
  public static Optional<PoolVerdicts> in(Path folder) {
    Path second = folder.resolve(SECOND_RUN);
    if (!Files.isRegularFile(second.resolve(RunFile.NAME))) {
      return Optional.empty();
    }
    Run first = RunReader.read(folder);
    return Optional.of(new PoolVerdicts(Judge.judge(first), Judge.judge(RunReader.read(second))));
  }

  /** Whether both say the same word. */
  public boolean agree() {
    return perAuthority.word() == perEntity.word();
  }

  /** One sentence, each word with its scope. */
  public String sentence() {
    return agree()
        ? "Under both pool models: " + perAuthority.scopedWord() + "."
        : "It depends on pooling: settle it on APIM. Pools per authority: "
            + perAuthority.scopedWord()
            + "; pools per entity: "
            + perEntity.scopedWord()
            + ".";
  }

  /** That of both where they agree, else that of an open question. */
  public int exitCode() {
    return agree() && perAuthority.exitCode() == perEntity.exitCode()
        ? perAuthority.exitCode()
        : VerdictWord.INCONCLUSIVE.exitCode();
  }

  private static String model(Verdict verdict) {
    return verdict.run().manifest().gateway().poolModel();
  }
}
