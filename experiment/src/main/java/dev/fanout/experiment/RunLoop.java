package dev.fanout.experiment;

import dev.fanout.experiment.process.EnvironmentFailure;
import dev.fanout.measurements.run.Look;
import dev.fanout.measurements.run.Replicate;
import dev.fanout.measurements.run.Run;
import dev.fanout.measurements.run.RunFile;
import dev.fanout.measurements.run.RunPlan;
import dev.fanout.measurements.run.Slot;
import java.util.ArrayList;
import java.util.List;

/**
 * Replicate after replicate, each on disk before the next, until a look says stop. A void replicate
 * is repeated in the same order at the end of its segment; the third void one ends the run.
 */
final class RunLoop {
  static final int MOST_REPEATS = 2;

  private final RunFile file;
  private final ReplicateSource replicates;
  private final StopRule rule;
  private final RunEvents events;
  private int repeats;

  RunLoop(RunFile file, ReplicateSource replicates, StopRule rule, RunEvents events) {
    this.file = file;
    this.replicates = replicates;
    this.rule = rule;
    this.events = events;
  }

  /** Runs one replicate. */
  @FunctionalInterface
  interface ReplicateSource {
    Replicate run(Slot slot, int attempt) throws EnvironmentFailure, InterruptedException;
  }

  /** Asked at each look, with all replicates of the run so far. */
  @FunctionalInterface
  interface StopRule {
    boolean goesOn(Run run);
  }

  void run() throws EnvironmentFailure, InterruptedException {
    RunPlan plan = file.run().plan();
    int done = 0;
    for (Look look : plan.looks()) {
      int end = Math.min(look.replicates(), plan.slots().size());
      segment(plan.slots().subList(done, end));
      done = end;
      boolean goesOn = rule.goesOn(file.run());
      events.looked(done, goesOn && done < plan.slots().size());
      if (!goesOn || done == plan.slots().size()) {
        return;
      }
    }
  }

  private void segment(List<Slot> slots) throws EnvironmentFailure, InterruptedException {
    List<Pending> pending = new ArrayList<>();
    slots.forEach(slot -> pending.add(new Pending(slot, 0)));
    for (int i = 0; i < pending.size(); i++) {
      Pending next = pending.get(i);
      Replicate replicate = run(next);
      if (replicate.whyVoid().isPresent()) {
        repeats++;
        if (repeats > MOST_REPEATS) {
          throw new EnvironmentFailure(
              "a third replicate is void, the run ends: " + replicate.whyVoid().get());
        }
        pending.add(new Pending(next.slot(), next.attempt() + 1));
      }
    }
  }

  private Replicate run(Pending next) throws EnvironmentFailure, InterruptedException {
    int most = file.run().plan().slots().size();
    events.replicateStarted(valid(), most);
    Replicate replicate = replicates.run(next.slot(), next.attempt());
    file.update(run -> run.withReplicate(replicate));
    replicate
        .whyVoid()
        .ifPresent(why -> events.note("replicate void, it will be repeated: " + why));
    events.replicateFinished(replicate, valid(), most);
    return replicate;
  }

  private int valid() {
    return (int)
        file.run().replicates().stream().filter(replicate -> replicate.whyVoid().isEmpty()).count();
  }

  private record Pending(Slot slot, int attempt) {}
}
