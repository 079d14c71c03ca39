package dev.fanout.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.diagnostics.IssueRenderer;
import dev.fanout.diagnostics.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * One folder a case: {@code policy.xml} and {@code expected-issues.txt}, which a run with {@code
 * -Dfanout.accept=true} writes anew.
 */
class DiagnosticsTest {
  private static final Path CASES = Path.of("src/test/resources/diagnostics");

  @TestFactory
  Stream<DynamicTest> a_document_gives_the_expected_issues() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      List<Path> cases = folders.sorted().toList();
      assertThat(cases).isNotEmpty();
      return cases.stream()
          .map(
              folder ->
                  DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
    }
  }

  private static void check(Path folder) {
    SourceText source = SourceText.of("policy.xml", read(folder.resolve("policy.xml")));
    PolicyDocument document = PolicyDocuments.read(source);
    String issues = IssueRenderer.render(document.issues());
    Path expected = folder.resolve("expected-issues.txt");
    if (Boolean.getBoolean("fanout.accept")) {
      write(expected, issues);
    }
    assertThat(issues).isEqualTo(read(expected));
    assertThat(document.tree().text()).isEqualTo(source.text());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
