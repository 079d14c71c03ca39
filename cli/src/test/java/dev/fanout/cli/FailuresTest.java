package dev.fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class FailuresTest {
  private final StringWriter err = new StringWriter();

  private int exitCodeOf(Exception failure) {
    CommandLine commandLine = Fanout.commandLine(new PrintWriter(err), new PrintWriter(err));
    return new Failures()
        .handleExecutionException(failure, commandLine, commandLine.parseArgs("report", "x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GATEWAY_PORT",
        "GATEWAY_LOG",
        "RUN_NOT_WRITTEN",
        "REPORT_NOT_WRITTEN",
        "ARTIFACTS_DISK_FULL",
        "ARTIFACTS_WRITE"
      })
  void what_no_change_to_an_input_would_mend_is_the_environment(String code) {
    Issue issue = Issue.error(code, "cannot write report.md: No space left on device");

    assertThat(exitCodeOf(new IssueException(List.of(issue)))).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(err.toString()).contains("cannot write report.md: No space left on device");
  }

  @Test
  void a_mistake_in_an_input_is_not() {
    Issue issue = Issue.error("UNKNOWN_POLICY", "there is no policy 'set-heder'");

    assertThat(exitCodeOf(new IssueException(List.of(issue)))).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void a_full_disk_is_one_line() {
    IOException full = new FileSystemException("/runs/x", null, "No space left on device");

    assertThat(exitCodeOf(new UncheckedIOException(full))).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(err.toString().strip()).isEqualTo("fanout: /runs/x: No space left on device");
  }
}
