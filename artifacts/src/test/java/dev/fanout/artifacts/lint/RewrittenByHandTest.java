package dev.fanout.artifacts.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.artifacts.EstateGenerator;
import dev.fanout.catalog.Catalogs;
import dev.fanout.catalog.Topology;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The published benchmark's shared backend under other names and as people might write it: each
 * file in {@code by-hand} lays files over the estate, with ⟦R⟧ where the repeated path and ⟦Q⟧
 * where the second question mark must be found. Adding one needs no Java.
 */
class RewrittenByHandTest {
  private static final Path VARIANTS =
      Path.of("src/test/resources/dev/fanout/artifacts/lint/by-hand");
  private static final Map<String, String> MARKS =
      Map.of(
          "⟦R⟧", "REWRITE_DUPLICATES_BACKEND_PATH",
          "⟦Q⟧", "QUERYSTRING_DOUBLE_QUESTION_MARK");
  private static final String API_POLICY =
      """
      <policies><!-- all go the same way -->
        <inbound>
          <base></base>
          <include-fragment
              fragment-id='&#82;outing' />
        </inbound>
        <backend><base/></backend> <outbound><base/></outbound> <on-error><base/></on-error>
      </policies>
      """;

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> is_flagged_where_it_is_marked() throws IOException {
    return variants("\n");
  }

  @TestFactory
  Stream<DynamicTest> is_flagged_with_other_line_ends() throws IOException {
    return variants("\r\n");
  }

  private Stream<DynamicTest> variants(String lineEnd) throws IOException {
    try (Stream<Path> files = Files.list(VARIANTS)) {
      List<Path> sorted = files.sorted().toList();
      assertThat(sorted).hasSizeGreaterThanOrEqualTo(14);
      return sorted.stream()
          .map(
              file ->
                  DynamicTest.dynamicTest(
                      String.valueOf(file.getFileName()), () -> isFlagged(file, lineEnd)));
    }
  }

  private void isFlagged(Path variant, String lineEnd) throws IOException {
    Path estate = Files.createDirectory(folder.resolve(String.valueOf(variant.getFileName())));
    renamed(estate);
    List<String> expected = new ArrayList<>();
    for (String section : Files.readString(variant).split("(?m)^=== ", -1)) {
      int lineFeed = section.indexOf('\n');
      if (lineFeed > 0) {
        String text = section.substring(lineFeed + 1).replace("\n", lineEnd);
        write(estate, section.substring(0, lineFeed), text, expected);
      }
    }
    LintReport report = Linter.lint(List.of(estate), LintOptions.DEFAULT);
    List<String> places =
        LintExample.places(report.findings(), estate).stream()
            .filter(place -> MARKS.values().stream().anyMatch(place::endsWith))
            .toList();
    assertThat(places).as(TextReport.render(report)).containsExactlyElementsOf(expected);
  }

  /** The generated estate with a fragment, a backend and API documents of other names and forms. */
  private static void renamed(Path estate) throws IOException {
    Map<String, byte[]> files =
        new EstateGenerator().generate(Catalogs.published(3), Topology.PUBLISHED_SHARED);
    for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
      String name =
          file.getKey()
              .replace("shared-backend-rewrite", "routing")
              .replace("shared-mock-backend", "one-for-all");
      Path path = estate.resolve(name);
      Files.createDirectories(path.getParent());
      if (name.matches("apis/[^/]+/policy\\.xml")) {
        Files.writeString(path, API_POLICY);
      } else {
        Files.write(path, file.getValue());
      }
    }
  }

  /** A star in the name is every API; documents with one text are reported at the first of them. */
  private static void write(Path estate, String name, String marked, List<String> expected)
      throws IOException {
    List<String> names = new ArrayList<>();
    if (name.startsWith("apis/*/")) {
      try (Stream<Path> apis = Files.list(estate.resolve("apis"))) {
        apis.sorted()
            .forEach(api -> names.add(name.replace("*", String.valueOf(api.getFileName()))));
      }
    } else {
      names.add(name);
    }
    expected.addAll(places(names.get(0), marked));
    String text = marked.replaceAll("⟦.⟧", "");
    for (String file : names) {
      Path path = estate.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text, StandardCharsets.UTF_8);
    }
  }

  private static List<String> places(String file, String marked) {
    List<String> places = new ArrayList<>();
    String rest = marked;
    for (int at = rest.indexOf('⟦'); at >= 0; at = rest.indexOf('⟦')) {
      String before = rest.substring(0, at);
      long line = before.chars().filter(c -> c == '\n').count() + 1;
      int column = at - before.lastIndexOf('\n');
      places.add(file + ":" + line + ":" + column + " " + MARKS.get(rest.substring(at, at + 3)));
      rest = before + rest.substring(at + 3);
    }
    return places;
  }
}
