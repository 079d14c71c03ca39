package dev.fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path note;

  @BeforeEach
  void write_a_document_with_a_note() throws IOException {
    note =
        Files.writeString(
            folder.resolve("note.xml"),
            "<fragment>\n    <set-backend-service base-url=\"http://legacy.contoso.com\" />\n"
                + "</fragment>\n");
  }

  private int lint(String... arguments) {
    List<String> all = new ArrayList<>(List.of("lint"));
    all.addAll(List.of(arguments));
    return Fanout.run(
        new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
  }

  @Nested
  class TheExitCode {
    @Test
    void is_0_below_the_limit_and_10_from_it_on() {
      assertThat(lint(note.toString())).isZero();
      assertThat(lint("--fail-on", "info", note.toString())).isEqualTo(ExitCode.DIFFERENT);
      assertThat(lint("--fail-on", "never", note.toString())).isZero();
    }

    @Test
    void is_2_for_a_path_that_is_not_there() {
      assertThat(lint(folder.resolve("nowhere").toString())).isEqualTo(ExitCode.USAGE);
      assertThat(err.toString()).contains("nowhere' does not exist");
    }

    @Test
    void is_10_for_a_folder_without_policies() throws IOException {
      Path empty = Files.createDirectory(folder.resolve("empty"));

      assertThat(lint(empty.toString())).isEqualTo(ExitCode.DIFFERENT);
      assertThat(out.toString()).contains("has no policy document").contains("ARTIFACTS_FOLDER");
    }

    @Test
    void is_2_for_an_unknown_tier_or_word() {
      assertThat(lint("--tier", "gold", note.toString())).isEqualTo(ExitCode.USAGE);
      assertThat(err.toString()).contains("tier 'gold' is none of").contains("premium-v2");
      assertThat(lint("--format", "xml", note.toString())).isEqualTo(ExitCode.USAGE);
      assertThat(lint("--summary", "--format", "sarif", note.toString())).isEqualTo(ExitCode.USAGE);
    }
  }

  @Nested
  class TheConfiguration {
    private Path config(String yaml) throws IOException {
      return Files.writeString(folder.resolve("lint.yaml"), yaml);
    }

    @Test
    void sets_the_limit_and_what_is_ignored() throws IOException {
      Path config = config("fail-on: info\n");
      assertThat(lint("--config", config.toString(), note.toString()))
          .isEqualTo(ExitCode.DIFFERENT);
      config = config("fail-on: info\nignore:\n  - code: PLAIN_HTTP\n    reason: in the network\n");
      assertThat(lint("--config", config.toString(), note.toString())).isZero();
      assertThat(out.toString())
          .endsWith("0 errors, 0 warnings, 0 notes, 1 suppressed in 1 document\n");
    }

    @Test
    void is_refused_with_all_its_mistakes() throws IOException {
      Path config = config("fail-on: often\nignore:\n  - code: PLAIN_HTTP\nrules: []\n");

      assertThat(lint("--config", config.toString(), note.toString())).isEqualTo(ExitCode.USAGE);

      assertThat(err.toString())
          .contains("lint.yaml:1:10: error:")
          .contains("lint.yaml:3:5: error:")
          .contains("lint.yaml:4:1: error:");
    }

    @Test
    void must_be_there_if_it_is_named() {
      assertThat(lint("--config", folder.resolve("no.yaml").toString(), note.toString()))
          .isEqualTo(ExitCode.USAGE);
      assertThat(err.toString()).contains("no.yaml");
    }
  }

  @Test
  void prints_counts_as_text_or_json() {
    assertThat(lint("--summary", note.toString())).isZero();
    assertThat(out.toString()).startsWith("documents ").contains("PLAIN_HTTP");
    assertThat(lint("--summary", "--format", "json", note.toString())).isZero();
    assertThat(out.toString()).contains("\"findingsByCode\"").doesNotContain("\"findings\"");
  }
}
