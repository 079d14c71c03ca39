package dev.fanout.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher runs to archive classes: it must end well, and be seen by nobody. */
class LoadClassesTest {
  @TempDir private Path folder;

  @Test
  void serves_and_asks_itself_without_a_word() throws Exception {
    FanoutProcess.Result result =
        new FanoutProcess(folder, Duration.ofSeconds(60)).run("load-classes");

    assertThat(result).isEqualTo(new FanoutProcess.Result(0, "", ""));
  }

  @Test
  void is_not_in_the_help() throws Exception {
    FanoutProcess.Result result = new FanoutProcess(folder, Duration.ofSeconds(60)).run("--help");

    assertThat(result.out()).contains("generate").doesNotContain("load-classes");
  }
}
