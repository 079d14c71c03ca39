package dev.fanout.report;

import dev.fanout.measurements.run.Replicate;
import dev.fanout.measurements.run.Run;
import dev.fanout.measurements.run.Stage;
import dev.fanout.measurements.run.Trial;
import dev.fanout.measurements.run.VariantLabel;
import dev.fanout.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/** The replicates on which a verdict rests, in order of slots: as many as it says. */
record Judged(Run run, List<Replicate> replicates) {
  Judged {
    replicates = List.copyOf(replicates);
  }

  static Judged of(Verdict verdict) {
    Run run = verdict.run();
    List<Replicate> judged = new ArrayList<>();
    for (int slot = 0; slot < run.plan().slots().size(); slot++) {
      int wanted = slot;
      run.replicates().stream()
          .filter(replicate -> replicate.slot() == wanted && replicate.whyVoid().isEmpty())
          .findFirst()
          .filter(found -> judged.size() < verdict.replicates())
          .ifPresent(judged::add);
    }
    return new Judged(run, judged);
  }

  boolean isEmpty() {
    return replicates.isEmpty();
  }

  /** In order of slots. */
  List<Trial> trials(VariantLabel label, Stage stage) {
    return replicates.stream()
        .flatMap(replicate -> replicate.trials().stream())
        .filter(trial -> trial.variant() == label && trial.stage() == stage.index())
        .toList();
  }

  List<Trial> trials(VariantLabel label) {
    return replicates.stream()
        .flatMap(replicate -> replicate.trials().stream())
        .filter(trial -> trial.variant() == label)
        .toList();
  }

  /** Whether A went first in the stage; empty stages count as B first. */
  static boolean aFirst(Replicate replicate, int stage) {
    return replicate.trials().stream()
        .anyMatch(
            trial -> trial.stage() == stage && trial.variant() == VariantLabel.A && trial.first());
  }
}
