package dev.fanout.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.experiment.process.EnvironmentFailure;
import dev.fanout.measurements.run.Replicate;
import dev.fanout.measurements.run.RunFile;
import dev.fanout.measurements.run.RunReader;
import dev.fanout.measurements.run.Slot;
import dev.fanout.verdict.Judge;
import dev.fanout.verdict.NextStep;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLoopTest {
  @TempDir Path folder;

  private final List<String> ran = new ArrayList<>();
  private final List<Integer> looks = new ArrayList<>();

  /** Each replicate is named slot/attempt; those in {@code voids} are void. */
  private Replicate replicate(Slot slot, int attempt, Set<String> voids) {
    String name = slot.index() + "/" + attempt;
    ran.add(name);
    return new Replicate(
        slot.index(),
        attempt,
        Instant.EPOCH,
        List.of(),
        List.of(),
        voids.contains(name) ? Optional.of("the process died") : Optional.empty());
  }

  private RunFile run(int[] lookAt, Set<String> voids, int stopsAt) throws Exception {
    RunFile file = RunFile.create(folder, Fakes.run(Fakes.plan(lookAt)));
    RunEvents events =
        new RunEvents() {
          @Override
          public void looked(int replicates, boolean goesOn) {
            looks.add(replicates);
          }
        };
    new RunLoop(
            file,
            (slot, attempt) -> replicate(slot, attempt, voids),
            run -> {
              NextStep step = Judge.next(run);
              return ran.size() >= stopsAt && step instanceof NextStep.RunReplicate
                  ? new NextStep.Stop("enough")
                  : step;
            },
            events,
            file::update)
        .run();
    return file;
  }

  @Test
  void runs_the_slots_in_their_order_and_looks_after_each_segment() throws Exception {
    run(new int[] {2, 4, 6}, Set.of(), 99);
    assertThat(ran).containsExactly("0/0", "1/0", "2/0", "3/0", "4/0", "5/0");
    assertThat(looks).containsExactly(2, 4, 6);
  }

  @Test
  void stops_when_it_is_told_to() throws Exception {
    run(new int[] {2, 4, 6}, Set.of(), 4);
    assertThat(ran).containsExactly("0/0", "1/0", "2/0", "3/0");
    assertThat(looks).containsExactly(2, 4);
  }

  @Test
  void every_replicate_is_on_disk() throws Exception {
    run(new int[] {2}, Set.of(), 99);
    assertThat(RunReader.read(folder).replicates()).hasSize(2);
  }

  @Nested
  class WhenAReplicateIsVoid {
    @Test
    void it_is_repeated_in_the_same_order_at_the_end_of_its_segment() throws Exception {
      RunFile file = run(new int[] {2, 4}, Set.of("0/0"), 99);
      assertThat(ran).containsExactly("0/0", "1/0", "0/1", "2/0", "3/0");
      assertThat(looks).containsExactly(2, 4);
      assertThat(file.run().replicates()).hasSize(5);
    }

    @Test
    void a_repeat_may_be_void_too() throws Exception {
      run(new int[] {2, 4}, Set.of("0/0", "0/1"), 99);
      assertThat(ran).containsExactly("0/0", "1/0", "0/1", "0/2", "2/0", "3/0");
    }

    @Test
    void the_third_one_ends_the_run_and_all_are_kept() {
      assertThatThrownBy(() -> run(new int[] {4}, Set.of("0/0", "1/0", "2/0"), 99))
          .isInstanceOf(EnvironmentFailure.class)
          .hasMessage("3 replicates are void, the last one since the process died");
      assertThat(RunReader.read(folder).replicates()).hasSize(3);
    }
  }
}
