package dev.fanout.expressions.runtime.regex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.expressions.ExpressionLimits;
import dev.fanout.expressions.runtime.Fence;
import dev.fanout.expressions.runtime.Meter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The cases of {@code cases.tsv}: adding one needs no Java. */
class RegexCasesTest {
  private final Meter meter =
      Fence.begin(new ExpressionLimits(2_000_000_000L, Duration.ofMinutes(10)));

  @AfterEach
  void end() {
    Fence.end(meter);
  }

  private static final String LETTERS = "imnsxreb";
  private static final int[] OPTIONS = {
    Flags.IGNORE_CASE,
    Flags.MULTILINE,
    Flags.EXPLICIT_CAPTURE,
    Flags.SINGLELINE,
    Flags.IGNORE_WHITESPACE,
    Flags.RIGHT_TO_LEFT,
    Flags.ECMA_SCRIPT,
    Flags.NON_BACKTRACKING
  };

  @Test
  void every_case_matches_as_it_says() throws IOException {
    List<String> wrong = new ArrayList<>();
    int count = 0;
    for (String line : lines()) {
      if (line.isBlank() || line.startsWith("# ")) {
        continue;
      }
      String[] columns = line.split("\t", -1);
      assertThat(columns).as(line).hasSize(4);
      count++;
      String given = outcome(control(columns[0]), columns[1], control(columns[2]));
      String expected = control(columns[3]);
      boolean right =
          expected.startsWith("!") ? given.startsWith(expected) : given.equals(expected);
      if (!right) {
        wrong.add(line + "\n   gave " + given);
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(count).isGreaterThan(150);
  }

  private static List<String> lines() throws IOException {
    try (InputStream stream = RegexCasesTest.class.getResourceAsStream("cases.tsv")) {
      byte[] bytes = Objects.requireNonNull(stream).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static String control(String text) {
    return text.replace('␊', '\n').replace('␉', '\t').replace('␈', '\b');
  }

  private static int options(String letters) {
    int options = 0;
    for (char letter : letters.replace("-", "").toCharArray()) {
      options |= OPTIONS[LETTERS.indexOf(letter)];
    }
    return options;
  }

  private static String outcome(String pattern, String options, String input) {
    try {
      MatchCollection matches = Regex.create(pattern, options(options)).matches(input);
      List<String> all = new ArrayList<>();
      matches.forEach(match -> all.add(text(match)));
      return all.isEmpty() ? "none" : String.join("; ", all);
    } catch (ExpressionFailure e) {
      String message = e.getMessage();
      String start = "Invalid pattern '" + pattern + "' at offset ";
      if (!message.startsWith(start)) {
        return "! " + message;
      }
      String rest = message.substring(start.length());
      int dot = rest.indexOf(". ");
      return "! " + rest.substring(dot + 2) + " @" + rest.substring(0, dot);
    }
  }

  private static String text(Match match) {
    StringBuilder text = new StringBuilder(match.value() + "@" + match.index());
    for (int slot = 1; slot < match.groups().count(); slot++) {
      Group group = match.group(slot);
      List<String> captures = new ArrayList<>();
      group.captures().forEach(capture -> captures.add(capture.value()));
      text.append(' ').append(slot).append('=');
      text.append(group.success() ? String.join(",", captures) : "-");
    }
    return text.toString();
  }
}
