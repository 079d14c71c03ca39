package dev.fanout.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.experiment.process.ChildProcess;
import dev.fanout.experiment.process.JavaCommand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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

  private static long ask(ChildProcess child, String line) throws Exception {
    return child.ask(line, Duration.ofSeconds(10)).get("nanos").asLong();
  }

  private static void signal(String name, long pid) throws Exception {
    assertThat(new ProcessBuilder("kill", name, Long.toString(pid)).start().waitFor()).isZero();
  }
}
