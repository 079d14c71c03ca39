package dev.fanout.policies.format;

import static org.assertj.core.api.Assertions.assertThat;

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
 * One folder a case: {@code policy.xml} and {@code expected.xml}, which a run with {@code
 * -Dfanout.accept=true} writes anew.
 */
class FormatCasesTest {
  static final Path CASES = Path.of("src/test/resources/format");

  @TestFactory
  Stream<DynamicTest> a_document_gets_the_expected_form() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      List<Path> cases = folders.sorted().toList();
      assertThat(cases).isNotEmpty();
      return cases.stream()
          .map(
              folder ->
                  DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
    }
  }

  private static void check(Path folder) throws IOException {
    SourceText source = SourceText.of("policy.xml", read(folder.resolve("policy.xml")));
    FormattedPolicy formatted = PolicyFormatter.format(source);
    Path expected = folder.resolve("expected.xml");
    if (Boolean.getBoolean("fanout.accept")) {
      Files.writeString(expected, formatted.text());
    }

    assertThat(formatted.errors()).isEmpty();
    assertThat(formatted.text()).isEqualTo(read(expected));
    FormatChecks.check(source);
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
