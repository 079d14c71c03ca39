package dev.fanout.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.fanout.experiment.process.ChildProcess;
import dev.fanout.experiment.process.CorePlan;
import dev.fanout.experiment.process.JavaCommand;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Stops a process for a second by a signal, as a hypervisor may stop a machine. */
@DisabledOnOs(OS.WINDOWS)
class PauseWitnessTest {
  private static final long MOST_OF_A_SECOND = 900_000_000;

  @Test
  void sees_a_pause_and_forgets_it(@TempDir Path folder) throws Exception {
    List<String> command =
        JavaCommand.ofThisJvm(WitnessChild.class.getName()).with(64, 1, List.of());
    try (ChildProcess child =
        ChildProcess.start("witness", command, folder.resolve("err"), Duration.ofSeconds(20))) {
      ask(child, "reset");
      signal("-STOP", child.pid());
      Thread.sleep(1_000);
      signal("-CONT", child.pid());
      assertThat(ask(child, "longest")).isGreaterThan(MOST_OF_A_SECOND);
      ask(child, "reset");
      assertThat(ask(child, "longest")).isLessThan(MOST_OF_A_SECOND);
    }
  }

  @Test
  void watches_each_core_of_the_run(@TempDir Path folder) throws Exception {
    assumeThat(CorePlan.ofThisMachine().isPinned()).as("cores to pin to").isTrue();
    List<String> command =
        JavaCommand.ofThisJvm(WitnessChild.class.getName()).with(64, 1, List.of());
    try (ChildProcess child =
        ChildProcess.start("witness", command, folder.resolve("err"), Duration.ofSeconds(20))) {
      Set<String> cores = Set.of();
      for (int i = 0; i < 100 && cores.size() < 2; i++) {
        Thread.sleep(20); // the threads move by themselves
        cores = coresOfWitnesses(child.pid());
      }
      CorePlan plan = CorePlan.ofThisMachine();
      assertThat(cores)
          .containsExactlyInAnyOrder(
              Integer.toString(plan.gateway().getAsInt()),
              Integer.toString(plan.generator().getAsInt()));
    }
  }

  private static Set<String> coresOfWitnesses(long pid) throws IOException {
    Set<String> cores = new TreeSet<>();
    try (DirectoryStream<Path> tasks =
        Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "task"))) {
      for (Path task : tasks) {
        if (Files.readString(task.resolve("comm")).startsWith("fanout-pause-w")) {
          Files.readString(task.resolve("status"))
              .lines()
              .filter(line -> line.startsWith("Cpus_allowed_list:"))
              .map(line -> line.substring("Cpus_allowed_list:".length()).strip())
              .forEach(cores::add);
        }
      }
    }
    return cores;
  }

  private static long ask(ChildProcess child, String line) throws Exception {
    return child.ask(line, Duration.ofSeconds(10)).get("nanos").asLong();
  }

  private static void signal(String name, long pid) throws Exception {
    assertThat(new ProcessBuilder("kill", name, Long.toString(pid)).start().waitFor()).isZero();
  }
}
