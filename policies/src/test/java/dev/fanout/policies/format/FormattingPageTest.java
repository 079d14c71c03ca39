package dev.fanout.policies.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Each before and after on the page is a case of {@link FormatCasesTest}. After a change, {@code
 * -Dfanout.docs.write=true} writes them anew.
 */
class FormattingPageTest {
  private static final Path PAGE = Path.of("../docs/formatting.md");
  private static final Pattern CASE =
      Pattern.compile(
          "<!-- case: ([a-z-]+) -->\n```xml\n(.*?)```\n\n?```xml\n(.*?)```\n", Pattern.DOTALL);

  @Test
  void shows_cases_as_they_are() throws IOException {
    String page = Files.readString(PAGE);
    Matcher cases = CASE.matcher(page);
    StringBuilder expected = new StringBuilder();
    int count = 0;
    while (cases.find()) {
      cases.appendReplacement(expected, Matcher.quoteReplacement(block(cases.group(1))));
      count++;
    }
    cases.appendTail(expected);
    if (Boolean.getBoolean("fanout.docs.write")) {
      Files.writeString(PAGE, expected.toString());
    }

    assertThat(count).isGreaterThan(5);
    assertThat(Files.readString(PAGE)).isEqualTo(expected.toString());
  }

  private static String block(String name) {
    Path folder = FormatCasesTest.CASES.resolve(name);
    return "<!-- case: "
        + name
        + " -->\n```xml\n"
        + FormatCasesTest.read(folder.resolve("policy.xml"))
        + "```\n\n```xml\n"
        + FormatCasesTest.read(folder.resolve("expected.xml"))
        + "```\n";
  }
}
