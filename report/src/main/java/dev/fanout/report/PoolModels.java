package dev.fanout.report;

import dev.fanout.measurements.run.Run;
import dev.fanout.measurements.run.Scope;
import dev.fanout.verdict.Verdict;
import java.util.Optional;

/**
 * The verdict under both models of which upstream requests share connections: by authority, or by
 * Backend entity. Which one API Management follows is not documented.
 */
final class PoolModels {
  private final Verdict verdict;
  private final Optional<Verdict> other;

  private PoolModels(Verdict verdict, Optional<Verdict> other) {
    this.verdict = verdict;
    this.other = other;
  }

  static PoolModels of(Reported reported) {
    return new PoolModels(
        reported.verdict(),
        reported
            .otherPool()
            .filter(other -> !model(other.run()).equals(model(reported.verdict().run()))));
  }

  boolean disagree() {
    return other.isPresent() && other.get().word() != verdict.word();
  }

  /** One or two sentences. */
  String sentence(String command) {
    if (!(verdict.run().scope() instanceof Scope.LocalModel)) {
      return "Measured on APIM, whose own pooling is in the figures.";
    }
    if (other.isEmpty()) {
      String missing = model(verdict.run()).equals("per-entity") ? "per-authority" : "per-entity";
      return "Known only for pools "
          + model(verdict.run())
          + ": "
          + verdict.scopedWord()
          + ". How APIM pools is not documented; measure the other model with '"
          + command
          + " --pool "
          + missing
          + "', then 'fanout report RUN --other-pool OTHER'.";
    }
    String both =
        model(verdict.run())
            + ": "
            + verdict.scopedWord()
            + "; "
            + model(other.get().run())
            + ": "
            + other.get().scopedWord();
    return disagree()
        ? "It depends on pooling: settle it on APIM. Pools " + both + "."
        : "The same under both pool models. Pools " + both + ".";
  }

  private static String model(Run run) {
    return run.manifest().gateway().poolModel();
  }
}
