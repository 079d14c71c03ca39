package dev.fanout.experiment;

import dev.fanout.experiment.process.EnvironmentFailure;
import dev.fanout.measurements.run.Look;
import dev.fanout.measurements.run.Replicate;
import dev.fanout.measurements.run.Run;
import dev.fanout.measurements.run.RunFile;
import dev.fanout.measurements.run.Slot;
import dev.fanout.verdict.NextStep;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Replicate after replicate, each on disk before the next, until the judge says stop. */
final class RunLoop {
  private final RunFile file;
  private final ReplicateSource replicates;
  private final Function<Run, NextStep> next;
  private final RunEvents events;
  private final Consumer<UnaryOperator<Run>> update;

  /**
   * @param next {@link dev.fanout.verdict.Judge#next}, asked before each replicate
   * @param update changes {@code file}
   */
  RunLoop(
      RunFile file,
      ReplicateSource replicates,
      Function<Run, NextStep> next,
      RunEvents events,
      Consumer<UnaryOperator<Run>> update) {
    this.file = file;
    this.replicates = replicates;
    this.next = next;
    this.events = events;
    this.update = update;
  }

  /** Runs one replicate. */
  @FunctionalInterface
  interface ReplicateSource {
    Replicate run(Slot slot, int attempt) throws EnvironmentFailure, InterruptedException;
  }

  /**
   * @return why the run ended
   * @throws EnvironmentFailure too many replicates were void, or the environment failed in one
   */
  String run() throws EnvironmentFailure, InterruptedException {
    while (true) {
      NextStep step = next.apply(file.run());
      tellOfLook(step);
      if (step instanceof NextStep.Stop stop) {
        return stop.reason();
      }
      if (step instanceof NextStep.Fail fail) {
        throw new EnvironmentFailure(fail.reason());
      }
      runReplicate((NextStep.RunReplicate) step);
    }
  }

  private void runReplicate(NextStep.RunReplicate step)
      throws EnvironmentFailure, InterruptedException {
    events.replicateStarted(valid(), most());
    Replicate replicate = replicates.run(step.slot(), step.attempt());
    update.accept(run -> run.withReplicate(replicate));
    replicate.whyVoid().ifPresent(why -> events.note("this replicate is void: " + why));
    events.replicateFinished(replicate, valid(), most());
  }

  private void tellOfLook(NextStep step) {
    int valid = valid();
    boolean isLook =
        file.run().plan().looks().stream().mapToInt(Look::replicates).anyMatch(n -> n == valid);
    boolean wasVoid =
        file.run().replicates().stream()
            .reduce((first, second) -> second)
            .map(last -> last.whyVoid().isPresent())
            .orElse(true);
    if (isLook && !wasVoid) {
      events.looked(valid, step instanceof NextStep.RunReplicate);
    }
  }

  private int most() {
    return file.run().plan().slots().size();
  }

  private int valid() {
    return (int)
        file.run().replicates().stream().filter(replicate -> replicate.whyVoid().isEmpty()).count();
  }
}
