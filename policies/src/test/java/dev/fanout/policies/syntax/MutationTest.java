package dev.fanout.policies.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueRenderer;
import dev.fanout.diagnostics.SourceText;
import dev.fanout.policies.PolicyDocument;
import dev.fanout.policies.PolicyDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Broken documents, made from whole ones by a fixed seed. */
class MutationTest {
  private static final long SEED = 20261124L;
  private static final int INPUTS = 4_000;

  /** What a character may cost at most, look-ahead and expressions in vain included. */
  private static final int STEPS_PER_CHARACTER = 24;

  private static final List<String> PIECES =
      List.of(
          "<",
          ">",
          "/>",
          "</",
          "\"",
          "'",
          "=",
          "&",
          "&amp;",
          "&#x110000;",
          "&quot;",
          "@(",
          "@{",
          ")",
          "}",
          "<!--",
          "-->",
          "<![CDATA[",
          "]]>",
          "<?",
          "?>",
          "<!DOCTYPE",
          "${",
          "{{",
          "}}",
          " ",
          "\n",
          "\r",
          "\t",
          "\u0000",
          "\uD800",
          "\uFEFF",
          "é",
          "$\"{",
          "@\"",
          "//",
          "/*",
          "*/",
          " a=\"@(",
          "<a b=\"",
          "</policies>",
          "<inbound>",
          "<value>@(");

  private final Random random = new Random(SEED);

  @Test
  void nothing_breaks_the_reader() throws IOException {
    List<String> documents = documents();
    int withErrors = 0;
    for (int i = 0; i < INPUTS; i++) {
      String input = mutate(documents.get(i % documents.size()));
      try {
        withErrors += check(input) ? 1 : 0;
      } catch (RuntimeException | StackOverflowError | AssertionError e) {
        fail("seed " + SEED + ", input " + i + ":\n" + input, e);
      }
    }
    assertThat(withErrors).as("inputs that are broken").isGreaterThan(INPUTS / 2);
  }

  private static boolean check(String input) {
    SourceText source = SourceText.of("policy.xml", input);
    DocumentParser parser = new DocumentParser(source);
    ParsedPolicy parsed = parser.parse();
    assertThat(parsed.tree().text()).isEqualTo(input);
    TreeAssertions.assertLossless(parsed.tree());
    assertThat(parser.steps())
        .as("characters looked at")
        .isLessThan((long) STEPS_PER_CHARACTER * (input.length() + 2_000));
    PolicyDocument document = PolicyDocuments.read(source);
    int last = 0;
    for (Issue issue : document.issues()) {
      int start = issue.location().orElseThrow().start();
      if (start < last) {
        throw new AssertionError("not in order: " + issue);
      }
      last = start;
    }
    assertThat(IssueRenderer.render(document.issues())).isNotNull();
    return document.hasErrors();
  }

  private String mutate(String document) {
    StringBuilder text = new StringBuilder(document);
    int mutations = 1 + random.nextInt(4);
    for (int i = 0; i < mutations; i++) {
      int at = random.nextInt(text.length() + 1);
      int end = Math.min(text.length(), at + random.nextInt(12));
      switch (random.nextInt(4)) {
        case 0 -> text.delete(at, end);
        case 1 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        case 2 -> text.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
        default -> text.insert(at, text.substring(at, end));
      }
    }
    return text.toString();
  }

  private static List<String> documents() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/resources/diagnostics"))) {
      List<Path> documents = files.filter(file -> file.endsWith("policy.xml")).sorted().toList();
      return Stream.concat(Stream.of(""), documents.stream().map(MutationTest::read)).toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
