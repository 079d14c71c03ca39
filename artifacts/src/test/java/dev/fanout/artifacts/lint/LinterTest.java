package dev.fanout.artifacts.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.fanout.catalog.LintConfig;
import dev.fanout.catalog.LintConfigReader;
import dev.fanout.diagnostics.Severity;
import dev.fanout.diagnostics.SourceText;
import dev.fanout.policies.model.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinterTest {
  private static final Path SHARED = Path.of("../../shared");
  private static final String PLAIN =
      """
      <fragment>
          <set-backend-service base-url="http://legacy.contoso.com" />
      </fragment>
      """;

  @TempDir private Path folder;

  private LintReport lint(String name, String text) throws IOException {
    return lint(name, text, LintOptions.DEFAULT);
  }

  private LintReport lint(String name, String text, LintOptions options) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return Linter.lint(List.of(file), options);
  }

  private static LintOptions config(String yaml) {
    LintConfig config = LintConfigReader.read(SourceText.of("fanout-lint.yaml", yaml));
    return new LintOptions(Optional.empty(), config.ignored());
  }

  @Nested
  class Suppressed {
    @Test
    void by_a_comment_with_a_reason() throws IOException {
      LintReport report =
          lint(
              "a.xml",
              PLAIN.replace("<set", "<!-- fanout-ignore PLAIN_HTTP: in the network -->\n<set"));
      assertThat(report.findings()).isEmpty();
      assertThat(report.suppressed()).hasSize(1);
      assertThat(report.suppressed().get(0).reason()).isEqualTo("in the network");
      assertThat(report.suppressed().get(0).inSource()).isTrue();
    }

    @Test
    void not_by_a_comment_without_one() throws IOException {
      LintReport report =
          lint("a.xml", PLAIN.replace("<set", "<!-- fanout-ignore PLAIN_HTTP -->\n<set"));
      assertThat(report.byCode())
          .isEqualTo(
              new TreeMap<>(java.util.Map.of("PLAIN_HTTP", 1, "SUPPRESSION_WITHOUT_REASON", 1)));
    }

    @Test
    void with_a_hint_where_the_code_is_misspelt() throws IOException {
      LintReport report =
          lint(
              "a.xml",
              PLAIN.replace("<set", "<!-- fanout-ignore PLAIN_HTP: in the network -->\n<set"));
      assertThat(TextReport.render(report)).contains("did you mean 'PLAIN_HTTP'?");
    }

    @Test
    void with_a_hint_where_the_configuration_misspells_the_code() throws IOException {
      LintOptions options =
          config("ignore: [{code: PLAIN_HTPP, reason: in the network, paths: [a.xml]}]");
      assertThat(TextReport.render(lint("a.xml", PLAIN, options)))
          .contains("there is no finding PLAIN_HTPP in these files")
          .contains("did you mean 'PLAIN_HTTP'?");
    }

    @Test
    void by_the_configuration_for_some_files() throws IOException {
      LintOptions options =
          config(
              """
              ignore:
                - code: PLAIN_HTTP
                  reason: in the network
                  paths: ["legacy/**"]
              """);
      assertThat(lint("legacy/a.xml", PLAIN, options).findings()).isEmpty();
      assertThat(lint("modern/a.xml", PLAIN, options).byCode())
          .containsOnlyKeys("PLAIN_HTTP", "SUPPRESSION_UNUSED");
    }
  }

  @Nested
  class AnEstate {
    private void write(String name, String text) throws IOException {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }

    @Test
    void counts_and_reports_a_policy_whose_root_is_misspelt_once() throws IOException {
      write(
          "apis/a/apiInformation.json",
          "{\"properties\": {\"path\": \"a\", \"serviceUrl\": \"https://a.contoso.com\"}}");
      write(
          "apis/a/specification.json",
          "{\"openapi\": \"3.0.1\", \"info\": {\"title\": \"a\", \"version\": \"1\"}, \"paths\": {}}");
      write("apis/a/policy.xml", "<policys><inbound><base /></inbound></policys>");
      write("policy.xml", "no XML at all");

      LintReport report = Linter.lint(List.of(folder), LintOptions.DEFAULT);

      assertThat(LintExample.places(report.findings(), folder))
          .containsExactly(
              "apis/a/policy.xml:1:2 UNKNOWN_ROOT",
              "policy.xml:1:1 XML_NO_ROOT",
              "policy.xml:1:1 XML_TEXT_OUTSIDE_ROOT");
      assertThat(report.counts().documents()).isEqualTo(2);
      assertThat(report.counts().unreadable()).isEqualTo(2);
    }
  }

  @Nested
  class Secrets {
    @Test
    void are_not_printed_in_any_format() throws IOException {
      String secret = "Tr0ub4dor-and-3";
      LintReport report =
          lint(
              "a.xml",
              """
              <fragment>
                  <authentication-basic usernam="me" username="gateway" password="%s" />
              </fragment>
              """
                  .formatted(secret));
      assertThat(report.byCode()).containsOnlyKeys("SECRET_IN_PLAIN_TEXT", "UNKNOWN_ATTRIBUTE");
      assertThat(TextReport.render(report)).contains("***").doesNotContain(secret);
      assertThat(JsonReport.render(report)).doesNotContain(secret);
      assertThat(SarifReport.render(report, "1")).doesNotContain(secret);
    }

    @Test
    void are_no_placeholders_and_no_named_values() throws IOException {
      LintReport report =
          lint(
              "a.xml",
              """
              <fragment>
                  <authentication-basic username="gateway" password="{{password}}" />
                  <set-header name="api-key" exists-action="override">
                      <value>your-key-comes-here</value>
                  </set-header>
              </fragment>
              """);
      assertThat(report.findings()).isEmpty();
    }
  }

  @Test
  void a_folder_is_searched_for_policies_and_other_xml_is_passed_over() throws IOException {
    lint("a/one.xml", PLAIN);
    lint("a/pom.xml", "<project />");
    LintReport report = Linter.lint(List.of(folder), LintOptions.DEFAULT);
    assertThat(report.counts().documents()).isEqualTo(1);
    assertThat(report.counts().otherFiles()).isEqualTo(1);
    assertThat(report.hasAtLeast(Severity.INFO)).isTrue();
    assertThat(report.hasAtLeast(Severity.WARNING)).isFalse();
  }

  @Test
  void what_several_paths_name_is_looked_at_once() throws IOException {
    lint("a/b/one.xml", PLAIN);
    Path file = folder.resolve("a/b/../b/one.xml");
    LintReport report =
        Linter.lint(
            List.of(file, folder.resolve("a/b"), folder, folder.resolve("a")), LintOptions.DEFAULT);
    assertThat(report.counts().documents()).isEqualTo(1);
    assertThat(report.byCode()).isEqualTo(new TreeMap<>(java.util.Map.of("PLAIN_HTTP", 1)));
  }

  @Test
  void a_folder_that_cannot_be_looked_into_is_a_finding() throws IOException {
    lint("one.xml", PLAIN);
    Path closed = Files.createDirectory(folder.resolve("closed"));
    assumeTrue(closed.toFile().setExecutable(false) && closed.toFile().setReadable(false));
    assumeTrue(!Files.isReadable(closed), "this user may read everything");
    LintReport report = Linter.lint(List.of(folder), LintOptions.DEFAULT);
    assertThat(TextReport.render(report))
        .contains(closed + ":1:1: error: cannot be read: no permission [ARTIFACTS_FILE]");
  }

  @Test
  void a_summary_in_json_has_counts_only() throws IOException {
    String json = JsonReport.summary(lint("a.xml", PLAIN));
    assertThat(json)
        .contains("\"PLAIN_HTTP\" : 1")
        .doesNotContain("legacy.contoso.com", "findings\"");
  }

  @Test
  void broken_documents_and_expressions_are_counted() throws IOException {
    LintReport report =
        lint(
            "a.xml",
            """
            <fragment>
                <set-variable name="a" value="@(context.Nothing)" />
                <set-variable name="b" value="@(1 + 1)" />
            """);
    assertThat(report.counts()).isEqualTo(new LintCounts(1, 1, 0, 2, 1, 0));
    assertThat(report.byCode())
        .containsOnlyKeys("EXPRESSION_DOES_NOT_COMPILE", "XML_UNCLOSED_ELEMENT");
  }

  @Test
  void a_summary_has_the_worst_first_and_the_number_of_files() throws IOException {
    lint("a.xml", PLAIN + "more");
    lint("b.xml", PLAIN.replace("base-url", "bse-url"));
    lint("c.xml", PLAIN);
    assertThat(TextReport.summary(Linter.lint(List.of(folder), LintOptions.DEFAULT)))
        .isEqualTo(
            """
            documents                                        3
              unreadable                                     1
            expressions                                      0
              that do not compile                            0
              not checked                                    0
            findings                                         5
              MISSING_ATTRIBUTE                              1  error   in 1 file
              XML_TEXT_OUTSIDE_ROOT                          1  error   in 1 file
              UNKNOWN_ATTRIBUTE                              1  warning in 1 file
              PLAIN_HTTP                                     2  note    in 2 files
            suppressed                                       0
            """);
  }

  @Test
  void what_a_tier_does_not_have_is_found_for_that_tier_only() throws IOException {
    String text =
        """
        <fragment>
            <publish-to-dapr topic="orders">@(context.RequestId.ToString())</publish-to-dapr>
        </fragment>
        """;
    assertThat(lint("a.xml", text, new LintOptions(Optional.of(Tier.BASIC), List.of())).byCode())
        .containsOnlyKeys("POLICY_NOT_ON_TIER");
    assertThat(
            lint("a.xml", text, new LintOptions(Optional.of(Tier.PREMIUM), List.of())).findings())
        .isEmpty();
  }

  @Test
  void sarif_is_valid_by_its_schema() throws IOException {
    Path file = SHARED.resolve("oracle/schemas/sarif-2.1.0.schema.json");
    assumeTrue(Files.exists(file), "no ../shared");
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(Files.readString(file));
    lint("a/one.xml", PLAIN + "more");
    lint(
        "a/two.xml",
        PLAIN.replace("<set", "<!-- fanout-ignore PLAIN_HTTP: in the network -->\n<set"));
    for (List<Path> paths :
        List.of(List.of(folder), List.of(SHARED.resolve("corpus/policies")), List.<Path>of())) {
      String sarif = SarifReport.render(Linter.lint(paths, LintOptions.DEFAULT), "1.0");
      assertThat(schema.validate(sarif, InputFormat.JSON)).isEmpty();
    }
    assertThat(schema.validate("{\"version\": \"2.1.0\"}", InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void the_corpus_is_read_whole_and_not_drowned() throws IOException {
    Path corpus = SHARED.resolve("corpus/policies");
    assumeTrue(Files.isDirectory(corpus), "no ../shared");
    LintReport report = Linter.lint(List.of(corpus), LintOptions.DEFAULT);
    System.out.println(TextReport.summary(report));
    Path text = Files.createDirectories(Path.of("target")).resolve("corpus-lint.txt");
    Files.writeString(text, TextReport.render(report));
    assertThat(report.counts().documents()).isGreaterThanOrEqualTo(118);
    assertThat(report.counts().unreadable()).isZero();
  }
}
