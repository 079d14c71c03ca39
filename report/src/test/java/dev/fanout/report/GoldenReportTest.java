package dev.fanout.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every form of a report is sealed: the same bytes under three locales, one of them with a decimal
 * comma. {@code -Dfanout.rewrite=true} writes the golden files again; read the diff before the
 * commit.
 */
class GoldenReportTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final List<Locale> LOCALES = List.of(Locale.ROOT, Locale.US, Locale.GERMANY);

  private final Locale before = Locale.getDefault();

  static Stream<Arguments> reports() {
    return Fixtures.NAMES.stream()
        .flatMap(name -> LOCALES.stream().map(locale -> Arguments.of(name, locale)));
  }

  private static Map<String, String> forms(Verdict verdict) {
    Map<String, String> forms = new TreeMap<>();
    for (Report.Form form : Report.Form.values()) {
      forms.put(form.fileName(), ReportTest.withoutParts(form.render(Reported.of(verdict))));
    }
    forms.put("terminal.txt", new TerminalReport(TerminalStyle.PLAIN).render(verdict));
    return forms;
  }

  @AfterEach
  void restore() {
    Locale.setDefault(before);
  }

  @ParameterizedTest
  @MethodSource("reports")
  void is_the_same_everywhere(String name, Locale locale) throws IOException {
    Locale.setDefault(locale);

    for (Map.Entry<String, String> form : forms(Fixtures.verdict(name)).entrySet()) {
      Path file = GOLDEN.resolve(name).resolve(form.getKey());
      if (Boolean.getBoolean("fanout.rewrite")) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, form.getValue());
      }
      assertThat(form.getValue()).as(name + "/" + form.getKey()).isEqualTo(Files.readString(file));
    }
  }
}
