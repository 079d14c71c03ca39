package dev.fanout.expressions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.expressions.runtime.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Members of the library, one a line: {@code expression ==> text}. The text is what {@code
 * ToString()} gives, {@code null}, {@code throws Type[: message]} or {@code refused}; it may hold
 * escapes of four hexadecimal digits.
 */
class LibraryCasesTest {
  private static final String ARROW = " ==> ";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text",
        "numbers",
        "time",
        "system",
        "formats",
        "language",
        "json",
        "linq",
        "xml",
        "more-text"
      })
  void come_out_as_in_net(String file) throws IOException {
    List<String> wrong = new ArrayList<>();
    int cases = 0;
    for (String line : lines(file + ".cases")) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int arrow = line.lastIndexOf(ARROW.stripTrailing());
      String expression = line.substring(0, arrow).strip();
      String expected = unescaped(line.substring(arrow + ARROW.stripTrailing().length()).strip());
      String outcome = outcome(expression);
      boolean alike =
          outcome.equals(expected)
              || (expected.startsWith("refused") && isRefused(outcome, expected))
              || (expected.startsWith("throws ")
                  && !expected.contains(": ")
                  && outcome.startsWith(expected + ": "));
      if (!alike) {
        wrong.add(expression + "\n    expected " + expected + "\n    got      " + outcome);
      }
      cases++;
    }

    assertThat(cases).isPositive();
    assertThat(wrong).as("%d of %d cases of %s", wrong.size(), cases, file).isEmpty();
  }

  /** {@code refused} for any reason, or {@code refused CODE}. */
  private static boolean isRefused(String outcome, String expected) {
    return outcome.startsWith("refused")
        && outcome.contains(expected.substring("refused".length()).strip());
  }

  private static String outcome(String expression) {
    String text = expression.startsWith("{") ? "@" + expression : "@(" + expression + ")";
    Compilation compilation = TinyHost.compile(text, ExpressionTarget.OBJECT);
    if (compilation.expression().isEmpty()) {
      return "refused" + (compilation.issues().isEmpty() ? "" : reason(compilation));
    }
    try {
      Object value =
          compilation.expression().get().evaluate(TinyHost.of("name", java.util.Map.of()));
      return value == null ? "null" : Objects.requireNonNull(Text.of(value)).strip();
    } catch (ExpressionFailure e) {
      return "throws " + e.typeName() + ": " + e.getMessage();
    }
  }

  private static String reason(Compilation compilation) {
    return switch (compilation.issues().get(0).code()) {
      case "TYPE_NOT_ALLOWED", "MEMBER_NOT_FOUND" -> "";
      default -> " " + compilation.issues().get(0);
    };
  }

  private static String unescaped(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.startsWith("\\u", i)) {
        out.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
        i += 5;
      } else {
        out.append(text.charAt(i));
      }
    }
    return out.toString();
  }

  private static List<String> lines(String file) throws IOException {
    try (InputStream in = LibraryCasesTest.class.getResourceAsStream("library/" + file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    }
  }
}
