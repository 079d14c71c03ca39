package dev.fanout.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueException;
import dev.fanout.diagnostics.IssueRenderer;
import dev.fanout.diagnostics.SourceText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LintConfigReaderTest {
  @Test
  void an_empty_file_says_nothing() {
    assertThat(read("")).isEqualTo(LintConfig.NONE);
    assertThat(read("# later\n")).isEqualTo(LintConfig.NONE);
  }

  @Test
  void a_full_file_has_a_tier_a_limit_and_what_is_ignored_and_where() {
    LintConfig config =
        read(
            """
            tier: premium
            fail-on: error
            ignore:
              - code: PLAIN_HTTP
                reason: inside the network
              - code: JWT_WITHOUT_AUDIENCE
                reason: one API only
                paths: ["apis/legacy-*/**", "policy.xml"]
            """);

    assertThat(config.tier()).contains("premium");
    assertThat(config.failOn()).contains("error");
    assertThat(config.ignored())
        .extracting(LintConfig.Ignored::code)
        .containsExactly("PLAIN_HTTP", "JWT_WITHOUT_AUDIENCE");
    assertThat(config.ignored())
        .extracting(LintConfig.Ignored::reason)
        .containsExactly("inside the network", "one API only");
    assertThat(config.ignored())
        .extracting(LintConfig.Ignored::paths)
        .containsExactly(List.of(), List.of("apis/legacy-*/**", "policy.xml"));
    assertThat(config.ignored().get(1).place()).hasToString("fanout-lint.yaml:6:11");
  }

  @Nested
  class AMistake {
    @Test
    void is_shown_with_all_others_each_at_its_place() {
      assertThat(
              mistakes(
                  """
              teir: premium
              fail-on: warnings
              ignore:
                - code: PLAIN_HTTP
                - reason: no code
                - code: PLAIN_HTTP
                  reason: " "
                - PLAIN_HTTP
              """))
          .isEqualTo(
              """
              fanout-lint.yaml:1:1: error: 'teir' is not a key of fanout-lint.yaml [CATALOG_UNKNOWN_KEY]
                  1 | teir: premium
                    | ^^^^
                    = hint: did you mean 'tier'?
              fanout-lint.yaml:2:10: error: fail-on 'warnings' is not one of error, warning, info, never [CATALOG_BAD_VALUE]
                  2 | fail-on: warnings
                    |          ^^^^^^^^
                    = hint: did you mean 'warning'?
              fanout-lint.yaml:4:5: error: an entry of ignore has no 'reason' [CATALOG_MISSING_KEY]
                  4 |   - code: PLAIN_HTTP
                    |     ^
              fanout-lint.yaml:5:5: error: an entry of ignore has no 'code' [CATALOG_MISSING_KEY]
                  5 |   - reason: no code
                    |     ^
              fanout-lint.yaml:7:13: error: the reason is blank [CATALOG_BAD_VALUE]
                  7 |     reason: " "
                    |             ^^^
              fanout-lint.yaml:8:5: error: an entry of ignore must be a mapping, and this is a text [CATALOG_WRONG_TYPE]
                  8 |   - PLAIN_HTTP
                    |     ^^^^^^^^^^
              """);
    }

    @Test
    void of_yaml_ends_the_reading() {
      assertThat(mistakes("ignore: [")).contains("fanout-lint.yaml:").contains("[CATALOG_SYNTAX]");
    }

    @Test
    void of_the_name_of_the_file_is_said(@TempDir Path folder) {
      Path missing = folder.resolve("none.yaml");
      assertThatThrownBy(() -> LintConfigReader.read(missing))
          .isInstanceOf(IssueException.class)
          .hasMessageContaining("none.yaml");
    }
  }

  @Test
  void a_file_is_read_from_disk(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("lint.yaml"), "tier: basic\n");
    assertThat(LintConfigReader.read(file).tier()).isEqualTo(Optional.of("basic"));
  }

  @Nested
  class AGlob {
    @Test
    void without_others_is_for_every_file() {
      assertThat(ignored().isFor("any/where.xml")).isTrue();
    }

    @Test
    void is_for_files_whose_path_ends_as_it_says() {
      LintConfig.Ignored ignored = ignored("apis/a/policy.xml");
      assertThat(ignored.isFor("apis/a/policy.xml")).isTrue();
      assertThat(ignored.isFor("/extract/apis/a/policy.xml")).isTrue();
      assertThat(ignored.isFor("other-apis/a/policy.xml")).isFalse();
      assertThat(ignored.isFor("apis/a/policyxxml")).isFalse();
    }

    @Test
    void has_stars_within_a_folder_and_across_folders() {
      LintConfig.Ignored within = ignored("apis/legacy-*/policy.xml");
      assertThat(within.isFor("x/apis/legacy-1/policy.xml")).isTrue();
      assertThat(within.isFor("x/apis/legacy-1/operations/policy.xml")).isFalse();
      LintConfig.Ignored across = ignored("apis/legacy-*/**");
      assertThat(across.isFor("apis/legacy-1/operations/a/policy.xml")).isTrue();
      assertThat(across.isFor("apis/new/policy.xml")).isFalse();
      LintConfig.Ignored between = ignored("apis/**/policy.xml");
      assertThat(between.isFor("apis/policy.xml")).isTrue();
      assertThat(between.isFor("apis/a/b/policy.xml")).isTrue();
    }

    @Test
    void has_question_marks_and_takes_either_slash() {
      assertThat(ignored("apis/v?/policy.xml").isFor("apis\\v1\\policy.xml")).isTrue();
      assertThat(ignored("apis/v?/policy.xml").isFor("apis/v12/policy.xml")).isFalse();
    }

    private LintConfig.Ignored ignored(String... globs) {
      return new LintConfig.Ignored(
          "PLAIN_HTTP", "why", List.of(globs), SourceText.of("a", "").span(0, 0));
    }
  }

  private static String mistakes(String text) {
    IssueException thrown = catchThrowableOfType(IssueException.class, () -> read(text));
    List<Issue> issues = thrown.issues();
    return IssueRenderer.render(issues);
  }

  private static LintConfig read(String text) {
    return LintConfigReader.read(SourceText.of("fanout-lint.yaml", text));
  }
}
