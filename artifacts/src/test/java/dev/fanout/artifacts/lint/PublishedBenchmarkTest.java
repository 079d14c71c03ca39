package dev.fanout.artifacts.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.artifacts.EstateGenerator;
import dev.fanout.catalog.Catalogs;
import dev.fanout.catalog.Topology;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Side A of the published benchmark repeats the backend's path; side B does not. */
class PublishedBenchmarkTest {
  private static final String FRAGMENT = "policy fragments/shared-backend-rewrite/policy.xml";
  private static final String REPEATED = "REWRITE_DUPLICATES_BACKEND_PATH";
  private static final String MARKS = "QUERYSTRING_DOUBLE_QUESTION_MARK";

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    write(new EstateGenerator().generate(Catalogs.published(3), Topology.PUBLISHED_SHARED));
  }

  private void write(Map<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  private List<String> places() {
    return LintExample.places(Linter.lint(List.of(folder), LintOptions.DEFAULT).findings(), folder)
        .stream()
        .filter(place -> place.endsWith(REPEATED) || place.endsWith(MARKS))
        .toList();
  }

  private void rewrite(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }

  /** {@code line:column} of the first place of a piece of text. */
  private static String place(String text, String piece) {
    int at = text.indexOf(piece);
    assertThat(at).as(piece).isGreaterThanOrEqualTo(0);
    String before = text.substring(0, at);
    return before.chars().filter(c -> c == '\n').count()
        + 1
        + ":"
        + (at - before.lastIndexOf('\n'));
  }

  @Test
  void is_flagged_at_the_template_and_at_the_question_mark() throws IOException {
    String text = Files.readString(folder.resolve(FRAGMENT));
    assertThat(places())
        .containsExactly(
            FRAGMENT + ":" + place(text, "template=") + " " + REPEATED,
            FRAGMENT + ":" + place(text, "\"?\" +") + " " + MARKS);
  }

  @Test
  void its_other_side_is_not() throws IOException {
    try (var files = Files.walk(folder)) {
      files.filter(Files::isRegularFile).forEach(file -> file.toFile().delete());
    }
    write(new EstateGenerator().generate(Catalogs.published(3), Topology.PUBLISHED_PER_API));
    assertThat(places()).isEmpty();
  }

  @Test
  void neither_is_our_own_shared_backend() throws IOException {
    try (var files = Files.walk(folder)) {
      files.filter(Files::isRegularFile).forEach(file -> file.toFile().delete());
    }
    write(new EstateGenerator().generate(Catalogs.published(3), Topology.SHARED_BACKEND));
    assertThat(places()).isEmpty();
  }

  @Nested
  class ReformattedByHand {
    private void isFlagged(String text) throws IOException {
      rewrite(FRAGMENT, text);
      assertThat(places()).contains(FRAGMENT + ":" + place(text, "template") + " " + REPEATED);
    }

    @Test
    void with_single_quotes_and_line_breaks() throws IOException {
      isFlagged(
          """
          <fragment>

            <rewrite-uri
                copy-unmatched-params='false'
                template = '@(
                    "/api/echo"
                    + context.Request.OriginalUrl.Path)'/>
            <set-backend-service backend-id='SHARED-mock-backend'></set-backend-service>
          </fragment>
          """);
    }

    @Test
    void as_escaped_xml() throws IOException {
      isFlagged(
          """
          <fragment><set-backend-service backend-id="shared-mock-backend" />
            <rewrite-uri template="@(&quot;/api/echo&quot; + context.Request.OriginalUrl.Path)" />
          </fragment>
          """);
    }

    @Test
    void as_a_block_with_variables() throws IOException {
      isFlagged(
          """
          <fragment>
            <set-backend-service backend-id="shared-mock-backend" />
            <rewrite-uri template="@{
                var root = "/api/echo";
                var url = context.Request.OriginalUrl;
                return root + url.Path + url.QueryString;
            }" />
          </fragment>
          """);
    }

    @Test
    void as_an_interpolated_text() throws IOException {
      isFlagged(
          """
          <fragment>
            <set-backend-service backend-id="shared-mock-backend" />
            <rewrite-uri template="@($"/api/echo{context.Request.OriginalUrl.Path}")" />
          </fragment>
          """);
    }

    @Test
    void through_a_context_variable_and_a_branch() throws IOException {
      isFlagged(
          """
          <fragment>
            <set-variable name="root" value="/api/echo" />
            <set-backend-service backend-id="shared-mock-backend" />
            <choose>
              <when condition="@(context.Request.Method != "HEAD")">
                <rewrite-uri template="@((string)context.Variables["root"] + context.Request.OriginalUrl.Path)" />
              </when>
            </choose>
          </fragment>
          """);
    }

    @Test
    void as_a_literal() throws IOException {
      isFlagged(
          """
          <fragment>
            <set-backend-service backend-id="shared-mock-backend" />
            <rewrite-uri template="/api/echo/everything" />
          </fragment>
          """);
    }

    @Test
    void but_not_without_the_path_of_the_backend() throws IOException {
      rewrite(
          FRAGMENT,
          """
          <fragment>
            <set-backend-service backend-id="shared-mock-backend" />
            <rewrite-uri template="@("/api/echoes" + context.Request.OriginalUrl.Path)" />
          </fragment>
          """);
      assertThat(places()).isEmpty();
    }
  }

  @Test
  void is_flagged_under_other_names() throws IOException {
    Files.move(
        folder.resolve("backends/shared-mock-backend"), folder.resolve("backends/one-for-all"));
    Files.move(
        folder.resolve("policy fragments/shared-backend-rewrite"),
        folder.resolve("policy fragments/routing"));
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".xml")).toList()) {
        Files.writeString(
            file,
            Files.readString(file)
                .replace("shared-backend-rewrite", "routing")
                .replace("shared-mock-backend", "one-for-all"));
      }
    }
    String text = Files.readString(folder.resolve("policy fragments/routing/policy.xml"));
    assertThat(places())
        .contains(
            "policy fragments/routing/policy.xml:" + place(text, "template=") + " " + REPEATED);
  }
}
