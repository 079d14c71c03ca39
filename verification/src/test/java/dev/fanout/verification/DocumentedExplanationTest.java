package dev.fanout.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example in docs/explain.md is what the command prints. */
class DocumentedExplanationTest {
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "```sh\n\\./fanout (generate [^\n]*)\n```\n\n"
              + "```sh\n\\./fanout (explain [^\n]*)\n```\n\n```text\n(.*?)```",
          Pattern.DOTALL);

  @TempDir private Path folder;

  @Test
  void the_example_is_what_the_command_prints() throws Exception {
    Matcher example =
        EXAMPLE.matcher(FanoutProcess.text(FanoutProcess.ROOT.resolve("docs/explain.md")));
    assertThat(example.find()).as("the page has an example with its output").isTrue();
    FanoutProcess fanout = new FanoutProcess(folder, Duration.ofMinutes(1));

    assertThat(fanout.run(List.of(example.group(1).split(" "))).exitCode()).isZero();
    FanoutProcess.Result explained = fanout.run(List.of(example.group(2).split(" ")));

    assertThat(explained.exitCode()).as(explained.toString()).isZero();
    assertThat(explained.out()).isEqualTo(example.group(3));
  }
}
