package dev.fanout.experiment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir Path folder;

  private ChildProcess start(String... arguments) throws Exception {
    return start(LONG, arguments);
  }

  private ChildProcess start(Duration readyWithin, String... arguments) throws Exception {
    List<String> command =
        JavaCommand.ofThisJvm(SpeakingChild.class.getName()).with(32, 1, List.of(arguments));
    return ChildProcess.start("gateway", command, folder.resolve("gateway.stderr"), readyWithin);
  }

  @Nested
  class WhenItIsReady {
    @Test
    void says_what_it_said() throws Exception {
      try (ChildProcess child = start()) {
        assertThat(child.ready().path("pid").asLong()).isEqualTo(child.pid());
      }
    }

    @Test
    void answers_line_by_line() throws Exception {
      try (ChildProcess child = start()) {
        assertThat(child.ask("stats", LONG).path("length").asInt()).isEqualTo(5);
        assertThat(child.ask("state", LONG).path("event").asText()).isEqualTo("state");
      }
    }

    @Test
    void exits_when_its_input_ends() throws Exception {
      ChildProcess child = start();
      child.close();
      assertThat(child.isAlive()).isFalse();
    }

    @Test
    void has_the_environment_that_was_made_for_it() throws Exception {
      List<String> command =
          JavaCommand.ofThisJvm(SpeakingChild.class.getName()).with(32, 1, List.of("variable"));
      try (ChildProcess child =
          ChildProcess.start(
              "gateway",
              command,
              environment -> environment.put("FANOUT_TEST_VARIABLE", "from the parent"),
              folder.resolve("gateway.stderr"),
              LONG)) {
        assertThat(child.ready().path("variable").asText()).isEqualTo("from the parent");
      }
    }

    @Test
    void writes_nothing_to_standard_error() throws Exception {
      start().close();
      assertThat(folder.resolve("gateway.stderr")).isEmptyFile();
    }
  }

  @Nested
  class WhenItDies {
    @Test
    void a_question_says_how() throws Exception {
      try (ChildProcess child = start()) {
        assertThatThrownBy(() -> child.ask("die", LONG))
            .isInstanceOf(EnvironmentFailure.class)
            .hasMessage("the gateway process ended with exit code 3");
      }
    }

    @Test
    void whoever_asked_to_know_is_told() throws Exception {
      CountDownLatch told = new CountDownLatch(1);
      try (ChildProcess child = start()) {
        child.onUnexpectedEnd(told::countDown);
        ProcessHandle.of(child.pid()).orElseThrow().destroyForcibly();
        assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(child.ended()).hasMessage("the gateway process was killed by signal 9");
      }
    }

    @Test
    void an_end_that_we_asked_for_is_not_unexpected() throws Exception {
      CountDownLatch told = new CountDownLatch(1);
      ChildProcess child = start();
      child.onUnexpectedEnd(told::countDown);
      child.close();
      assertThat(child.isAlive()).isFalse();
      assertThat(told.getCount()).isEqualTo(1);
    }
  }

  @Nested
  class WhenItNeverGetsReady {
    @Test
    void its_complaint_is_quoted() {
      assertThatThrownBy(() -> start("complain"))
          .isInstanceOf(EnvironmentFailure.class)
          .hasMessage("the gateway process ended with exit code 20: port 80 is taken");
    }

    @Test
    void a_complaint_of_an_earlier_process_is_not_quoted() throws Exception {
      Files.writeString(folder.resolve("gateway.stderr"), "an old complaint\n");
      try (ChildProcess child = start()) {
        assertThatThrownBy(() -> child.ask("die", LONG))
            .hasMessage("the gateway process ended with exit code 3");
      }
      assertThatThrownBy(() -> start("complain"))
          .hasMessage("the gateway process ended with exit code 20: port 80 is taken");
    }

    @Test
    void only_the_end_of_a_flood_of_complaints_is_read() {
      assertThatThrownBy(() -> start("flood"))
          .hasMessage("the gateway process ended with exit code 20");
    }

    @Test
    void the_wait_has_an_end() {
      assertThatThrownBy(() -> start(Duration.ofMillis(300), "mute"))
          .isInstanceOf(EnvironmentFailure.class)
          .hasMessage("the gateway process did not answer 'ready' within 300 ms");
    }

    @Test
    void a_missing_program_is_one_sentence() {
      assertThatThrownBy(
              () ->
                  ChildProcess.start(
                      "gateway", List.of("no-such-program"), folder.resolve("e"), LONG))
          .isInstanceOf(EnvironmentFailure.class)
          .hasMessageStartingWith("the gateway process could not be started: ");
    }
  }

  @Test
  void no_child_survives_a_killed_parent() throws Exception {
    Path pidFile = folder.resolve("pid");
    List<String> parent =
        JavaCommand.ofThisJvm(ParentOfChild.class.getName())
            .with(32, 1, List.of(pidFile.toString(), folder.resolve("child.stderr").toString()));
    Process process = new ProcessBuilder(parent).inheritIO().start();
    try {
      while (!Files.exists(pidFile) && process.isAlive()) {
        Thread.sleep(20);
      }
      ProcessHandle child =
          ProcessHandle.of(Long.parseLong(Files.readString(pidFile))).orElseThrow();
      assertThat(child.isAlive()).isTrue();
      process.destroyForcibly();
      child.onExit().get(30, TimeUnit.SECONDS);
      assertThat(child.isAlive()).isFalse();
    } finally {
      process.destroyForcibly();
    }
  }
}
