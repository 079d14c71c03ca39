package dev.fanout.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.catalog.Api;
import dev.fanout.catalog.Catalog;
import dev.fanout.catalog.Catalogs;
import dev.fanout.catalog.Operation;
import dev.fanout.catalog.Topology;
import dev.fanout.diagnostics.IssueRenderer;
import dev.fanout.diagnostics.SourceText;
import dev.fanout.policies.PolicyFormat;
import dev.fanout.policies.format.PolicyFormatter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The files in {@code golden/} are whole estates, one in a file. After a change that is meant, run
 * with {@code -Dfanout.golden=write} and read the difference.
 */
final class EstateGeneratorTest {
  private static final Path GOLDEN = Path.of("src/test/resources/dev/fanout/artifacts/golden");

  @TestFactory
  Stream<DynamicTest> writes_the_published_case_as_in_the_golden_file() {
    return Arrays.stream(Topology.values())
        .map(topology -> golden(topology.id(), Catalogs.published(3), topology));
  }

  @TestFactory
  Stream<DynamicTest> writes_versions_revisions_and_other_paths_as_in_the_golden_file() {
    return Stream.of(Topology.SHARED_BACKEND, Topology.PER_API, Topology.BASE_URL_NAMED_VALUE)
        .map(topology -> golden("special-" + topology.id(), SampleCatalogs.special(), topology));
  }

  @TestFactory
  Stream<DynamicTest> what_is_generated_is_read_back_as_the_catalog_says() {
    return Stream.iterate(1, seed -> seed + 1)
        .limit(40)
        .map(
            seed ->
                DynamicTest.dynamicTest(
                    "random seed " + seed,
                    () -> {
                      Random random = new Random(seed);
                      Catalog catalog = SampleCatalogs.random(random);
                      List<Topology> all = List.of(Topology.values());
                      Topology topology = all.get(random.nextInt(all.size()));
                      assertReadsBack(catalog, topology);
                    }));
  }

  @Nested
  class TwoRuns {
    @TempDir private Path folder;

    @Test
    void give_the_same_bytes() {
      for (Topology topology : Topology.values()) {
        assertThat(text(new EstateGenerator().generate(SampleCatalogs.special(), topology)))
            .isEqualTo(text(new EstateGenerator().generate(SampleCatalogs.special(), topology)));
      }
    }

    @Test
    void write_once_and_read_the_same_estate_from_disk() {
      SortedMap<String, byte[]> files =
          new EstateGenerator().generate(SampleCatalogs.special(), Topology.SHARED_BACKEND);
      new EstateWriter().write(files, folder).orThrow();
      assertThat(new EstateWriter().write(files, folder).orThrow().changedNothing()).isTrue();
      assertThat(describe(EstateReader.read(folder).orThrow()))
          .isEqualTo(describe(EstateReader.read(files).orThrow()));
    }

    @Test
    void of_other_topologies_in_one_folder_leave_nothing_behind() throws IOException {
      EstateGenerator generator = new EstateGenerator();
      Catalog catalog = SampleCatalogs.special();
      new EstateWriter().write(generator.generate(catalog, Topology.PER_API), folder).orThrow();
      SortedMap<String, byte[]> files = generator.generate(catalog, Topology.SERVICE_URL);
      new EstateWriter().write(files, folder).orThrow();
      try (Stream<Path> all = Files.walk(folder)) {
        assertThat(all.filter(Files::isRegularFile).count()).isEqualTo(files.size() + 1);
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> documents_are_in_the_form_of_fmt() {
    return Arrays.stream(Topology.values())
        .flatMap(
            topology ->
                Arrays.stream(PolicyFormat.values())
                    .map(
                        format ->
                            DynamicTest.dynamicTest(
                                topology.id() + " as " + format,
                                () -> assertFormatted(new EstateGenerator(format), topology))));
  }

  private static void assertFormatted(EstateGenerator generator, Topology topology) {
    int documents = 0;
    SortedMap<String, byte[]> files = generator.generate(SampleCatalogs.special(), topology);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      if (file.getKey().endsWith(".xml")) {
        String text = new String(file.getValue(), StandardCharsets.UTF_8);
        assertThat(PolicyFormatter.format(SourceText.of(file.getKey(), text)).text())
            .isEqualTo(text);
        documents++;
      }
    }
    assertThat(documents).isPositive();
  }

  @Test
  void the_xml_format_is_well_formed() throws Exception {
    SortedMap<String, byte[]> files =
        new EstateGenerator(PolicyFormat.XML)
            .generate(Catalogs.published(1), Topology.PUBLISHED_SHARED);
    byte[] fragment = files.get("policy fragments/shared-backend-rewrite/policy.xml");
    var document =
        javax.xml.parsers.DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new java.io.ByteArrayInputStream(fragment));
    assertThat(
            ((org.w3c.dom.Element) document.getElementsByTagName("rewrite-uri").item(0))
                .getAttribute("template"))
        .startsWith("@(\"/api/echo\" + context.Request.OriginalUrl.Path");
  }

  private static void assertReadsBack(Catalog catalog, Topology topology) {
    SortedMap<String, byte[]> files = new EstateGenerator().generate(catalog, topology);
    EstateResult result = EstateReader.read(files);
    assertThat(IssueRenderer.render(result.issues())).isEmpty();
    Estate estate = result.estate();
    for (Api api : catalog.apis()) {
      for (int revision = 1; revision <= api.revisions(); revision++) {
        String id = api.id() + (revision == 1 ? "" : ";rev=" + revision);
        ApiArtifact found = estate.api(id).orElseThrow();
        assertThat(found.path()).isEqualTo(api.publicPath());
        assertThat(found.version()).isEqualTo(api.version());
        assertThat(found.requestPrefix()).isEqualTo(api.requestPrefix());
        assertThat(found.revision()).isEqualTo(revision);
        assertThat(found.current()).isEqualTo(revision == 1);
        assertThat(found.operations().stream().map(o -> line(o.id(), o.method(), o.urlTemplate())))
            .containsExactlyInAnyOrderElementsOf(
                api.operations().stream().map(o -> line(o)).toList());
      }
    }
    int revisions = catalog.apis().stream().mapToInt(Api::revisions).sum();
    assertThat(estate.apis()).hasSize(revisions);
  }

  private static String line(Operation operation) {
    return line(operation.id(), operation.method(), operation.urlTemplate());
  }

  private static String line(String id, String method, String urlTemplate) {
    return id + " " + method + " " + urlTemplate;
  }

  /** Everything of an estate as text, documents with their source. */
  private static List<String> describe(Estate estate) {
    List<String> lines = new ArrayList<>();
    for (ApiArtifact api : estate.apis()) {
      lines.add(
          api.id()
              + " "
              + api.requestPrefix()
              + " "
              + api.version()
              + " "
              + api.serviceUrl()
              + " "
              + api.operations().stream()
                  .map(o -> line(o.id(), o.method(), o.urlTemplate()))
                  .toList()
              + api.policy().map(EstateGeneratorTest::describe));
    }
    estate.backends().values().forEach(backend -> lines.add(backend.toString()));
    estate.namedValues().values().forEach(value -> lines.add(value + "=" + value.value()));
    estate.fragments().forEach((id, fragment) -> lines.add(id + describe(fragment.policy())));
    return lines;
  }

  private static String describe(PolicyArtifact policy) {
    return policy.file() + ": " + policy.document().tree().text();
  }

  private static DynamicTest golden(String name, Catalog catalog, Topology topology) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          String actual = text(new EstateGenerator().generate(catalog, topology));
          Path file = GOLDEN.resolve(name + ".txt");
          if ("write".equals(System.getProperty("fanout.golden"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, actual);
          }
          assertThat(actual).isEqualTo(Files.readString(file));
        });
  }

  private static String text(Map<String, byte[]> files) {
    StringBuilder text = new StringBuilder();
    files.forEach(
        (path, bytes) ->
            text.append("=== ")
                .append(path)
                .append('\n')
                .append(new String(bytes, StandardCharsets.UTF_8)));
    return text.toString();
  }
}
