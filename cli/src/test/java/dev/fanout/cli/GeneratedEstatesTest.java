package dev.fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.catalog.Topology;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code generate} writes, given to the commands that read policies. */
class GeneratedEstatesTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int fanout(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Fanout.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  private void generate(Topology topology) {
    assertThat(
            fanout("generate", "--apis=3", "--topology", topology.id(), "--out", folder.toString()))
        .isZero();
  }

  @ParameterizedTest
  @EnumSource(Topology.class)
  void have_nothing_to_format(Topology topology) {
    generate(topology);
    assertThat(fanout("fmt", "--check", folder.toString())).isZero();
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Topology.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"PUBLISHED_SHARED"})
  void have_nothing_to_find(Topology topology) {
    generate(topology);
    assertThat(fanout("lint", "--fail-on", "info", folder.toString())).as(out.toString()).isZero();
  }

  @Nested
  class OfThePublishedBenchmark {
    @Test
    void have_both_mistakes_and_the_exit_code_tells() {
      generate(Topology.PUBLISHED_SHARED);
      assertThat(fanout("lint", folder.toString())).isEqualTo(ExitCode.DIFFERENT);
      assertThat(out.toString())
          .contains("[REWRITE_DUPLICATES_BACKEND_PATH]", "[QUERYSTRING_DOUBLE_QUESTION_MARK]")
          .contains("0 errors, 2 warnings, 0 notes");
      assertThat(fanout("lint", "--fail-on", "error", folder.toString())).isZero();
      assertThat(fanout("lint", "--fail-on", "never", folder.toString())).isZero();
      assertThat(fanout("lint", "--summary", folder.toString())).isEqualTo(ExitCode.DIFFERENT);
      assertThat(out.toString()).contains("QUERYSTRING_DOUBLE_QUESTION_MARK");
      assertThat(fanout("lint", "--format", "sarif", folder.toString()))
          .isEqualTo(ExitCode.DIFFERENT);
      assertThat(out.toString()).contains("\"version\" : \"2.1.0\"");
    }
  }

  @Nested
  class WithAConfiguration {
    @Test
    void findings_with_a_reason_do_not_count() throws IOException {
      generate(Topology.PUBLISHED_SHARED);
      Path config =
          Files.writeString(
              folder.resolve("lint.yaml"),
              """
              ignore:
                - {code: REWRITE_DUPLICATES_BACKEND_PATH, reason: as published}
                - {code: QUERYSTRING_DOUBLE_QUESTION_MARK, reason: as published}
              """);
      assertThat(fanout("lint", "--config", config.toString(), folder.toString())).isZero();
    }

    @Test
    void an_unknown_tier_is_a_mistake_of_usage() throws IOException {
      generate(Topology.PER_API);
      Path config = Files.writeString(folder.resolve("lint.yaml"), "tier: platinum\n");
      assertThat(fanout("lint", "--config", config.toString(), folder.toString()))
          .isEqualTo(ExitCode.USAGE);
      assertThat(err.toString()).contains("'platinum'", "premium-v2");
    }
  }

  @Nested
  class WithABrokenDocument {
    @Test
    void explain_shows_the_mistakes_of_the_documents_that_it_explains() throws IOException {
      generate(Topology.PER_API);
      for (String api : new String[] {"svc02", "svc03"}) {
        Path policy = folder.resolve("apis/" + api + "/policy.xml");
        Files.writeString(policy, Files.readString(policy).replace("</inbound>", ""));
      }

      assertThat(fanout("explain", folder.toString(), "--api", "svc01")).isZero();
      assertThat(err.toString()).isEqualTo("2 errors in the folder; 'fanout lint' shows all\n");

      assertThat(fanout("explain", folder.toString(), "--api", "svc02")).isZero();
      assertThat(err.toString())
          .contains("apis/svc02/policy.xml:2:6: error: <inbound> is not closed")
          .doesNotContain("svc03")
          .endsWith("1 more error in the folder; 'fanout lint' shows all\n");
      assertThat(out.toString()).contains("set-backend-service");
    }
  }
}
