package dev.fanout.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.fanout.diagnostics.IssueRenderer;
import dev.fanout.diagnostics.SourceText;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The files in {@code files/}: a {@code good-} one has no issue and is valid by the schema; a
 * {@code bad-} one has the issues listed beside it and is invalid; what a schema cannot say is in
 * {@code beyond-} files, which have issues too.
 */
final class CatalogFilesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(CatalogTemplate.schema());

  @TestFactory
  Stream<DynamicTest> reader_finds_what_the_list_says() {
    return files("").map(file -> DynamicTest.dynamicTest(name(file), () -> assertIssues(file)));
  }

  @TestFactory
  Stream<DynamicTest> schema_accepts_what_the_reader_accepts() {
    return files("good-")
        .map(
            file ->
                DynamicTest.dynamicTest(
                    name(file), () -> assertThat(schemaErrors(read(file))).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> schema_refuses_what_the_reader_refuses() {
    return files("bad-")
        .map(
            file ->
                DynamicTest.dynamicTest(
                    name(file), () -> assertThat(schemaErrors(read(file))).isNotEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> the_commented_file_is_valid() {
    return Stream.of(
        DynamicTest.dynamicTest(
            "by the schema", () -> assertThat(schemaErrors(CatalogTemplate.text())).isEmpty()),
        DynamicTest.dynamicTest(
            "by the reader",
            () -> {
              CatalogResult result =
                  CatalogReader.read(SourceText.of("fanout.yaml", CatalogTemplate.text()));
              assertThat(result.issues()).isEmpty();
              assertThat(result.orThrow().apis()).hasSize(100);
            }),
        DynamicTest.dynamicTest(
            "with all that is commented out",
            () -> {
              String all = withOptions(CatalogTemplate.text());
              assertThat(schemaErrors(all)).isEmpty();
              CatalogResult result = CatalogReader.read(SourceText.of("fanout.yaml", all));
              assertThat(IssueRenderer.render(result.issues())).isEmpty();
              assertThat(result.orThrow().apis()).hasSize(101);
              assertThat(result.orThrow().load().profile()).isPresent();
            }));
  }

  /** Every option of the commented file switched on, but for the second and third kind of load. */
  private static String withOptions(String template) {
    return template
        .lines()
        .takeWhile(line -> !line.contains("Or with the operations"))
        .map(line -> line.replaceFirst("^  # (- id| )", "  $1"))
        .collect(Collectors.joining("\n"))
        .concat("\n")
        .concat(
            template
                .substring(template.indexOf("# Variant A"))
                .replace("  # ofCapacity", "  ofCapacity")
                .replaceAll("  # (window|settling|p50|cpu|throughput|errors)", "  $1"));
  }

  private static void assertIssues(Path file) throws IOException {
    CatalogResult result = CatalogReader.read(SourceText.of(name(file), read(file)));
    List<String> found =
        result.issues().stream()
            .map(
                issue -> {
                  var position = issue.location().orElseThrow().position();
                  return position.line() + ":" + position.column() + " " + issue.code();
                })
            .toList();
    Path expected = file.resolveSibling(name(file).replace(".yaml", ".issues.txt"));
    assertThat(found)
        .as(IssueRenderer.render(result.issues()))
        .isEqualTo(Files.exists(expected) ? Files.readAllLines(expected) : List.of());
    assertThat(result.catalog().isPresent()).isEqualTo(name(file).startsWith("good-"));
  }

  private static List<String> schemaErrors(String yaml) throws IOException {
    Object data = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return SCHEMA.validate(JSON.writeValueAsString(data), InputFormat.JSON).stream()
        .map(Object::toString)
        .toList();
  }

  private static Stream<Path> files(String prefix) {
    try {
      Path folder = Path.of(CatalogFilesTest.class.getResource("files").toURI());
      try (Stream<Path> all = Files.list(folder)) {
        List<Path> found =
            all.filter(file -> name(file).endsWith(".yaml") && name(file).startsWith(prefix))
                .sorted()
                .toList();
        assertThat(found).isNotEmpty();
        return found.stream();
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file);
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
