package dev.fanout.verdict;

import dev.fanout.measurements.run.Replicate;
import dev.fanout.measurements.run.Stage;
import dev.fanout.measurements.run.Trial;
import dev.fanout.measurements.run.VariantLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * All trials of one variant under one stage. Audits look at groups, so that one odd second of the
 * machine does not decide.
 */
record TrialGroup(VariantLabel variant, Stage stage, List<Trial> trials) {
  TrialGroup {
    trials = List.copyOf(trials);
  }

  /** Groups with a trial or more, by stage, A before B. */
  static List<TrialGroup> of(List<Stage> stages, List<Replicate> replicates) {
    List<TrialGroup> groups = new ArrayList<>();
    for (Stage stage : stages) {
      for (VariantLabel label : VariantLabel.values()) {
        List<Trial> trials =
            replicates.stream()
                .flatMap(replicate -> replicate.trials().stream())
                .filter(trial -> trial.stage() == stage.index() && trial.variant() == label)
                .toList();
        if (!trials.isEmpty()) {
          groups.add(new TrialGroup(label, stage, trials));
        }
      }
    }
    return groups;
  }

  String name() {
    return variant + " at " + stage.name();
  }

  /** The mean over the trials that tell; empty when none does. */
  OptionalDouble mean(Function<Trial, OptionalDouble> value) {
    return trials.stream()
        .map(value)
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .average();
  }
}
