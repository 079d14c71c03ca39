package dev.fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedValueOptionTest {

  @Test
  void values_do_not_stay_in_a_recorded_command_line() {
    assertThat(
            NamedValueOption.hidden(
                List.of(
                    "bench",
                    "--named-value",
                    "key=a=b",
                    "--named-value=other=c",
                    "--quick",
                    "x=y")))
        .containsExactly(
            "bench",
            "--named-value",
            "key=(secret)",
            "--named-value=other=(secret)",
            "--quick",
            "x=y");
  }

  @Test
  void a_value_without_a_name_is_hidden_whole() {
    assertThat(NamedValueOption.hidden(List.of("--named-value", "s3cr3t", "--named-value=s3cr3t")))
        .containsExactly("--named-value", "(secret)", "--named-value=(secret)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bench", "diff"})
  void a_value_without_a_name_is_a_mistake_that_does_not_show_it(String command) {
    StringWriter err = new StringWriter();

    int exitCode =
        Fanout.run(new PrintWriter(err), new PrintWriter(err), command, "--named-value", "s3cr3t");

    assertThat(exitCode).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("--named-value takes NAME=VALUE").doesNotContain("s3cr3t");
  }
}
