package dev.fanout.expressions.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.expressions.ExpressionLimits;
import dev.fanout.expressions.runtime.Fence;
import dev.fanout.expressions.runtime.Meter;
import dev.fanout.expressions.runtime.Sequences;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Texts, tokens, messages and paths as Newtonsoft.Json has them; the rows stand in cases.tsv. */
class JsonCasesTest {
  private final Meter meter = Fence.begin(new ExpressionLimits(100_000_000, Duration.ofMinutes(1)));

  @AfterEach
  void ends_the_evaluation() {
    Fence.end(meter);
  }

  private static final String DOCUMENT =
      """
      {"store": {"name": "S", "books": [
        {"title": "A", "price": 8, "none": null},
        {"title": "B", "price": 9.5, "tag": "x"},
        {"title": "C", "price": 20}]},
       "limit": 10, "a": {"b.c": 1, "d'e": 2}}
      """;

  @Test
  void every_row_comes_out_as_written() throws IOException {
    List<String> wrong = new ArrayList<>();
    int rows = 0;
    for (String line : lines()) {
      if (line.startsWith("#")) {
        continue;
      }
      rows++;
      String[] cells = line.split("\t", -1);
      String given = run(cells[0], plain(cells[1]));
      if (!given.equals(plain(cells[2]))) {
        wrong.add(line + "\n    gave " + given);
      }
    }
    assertThat(wrong).as("%s rows", rows).isEmpty();
    assertThat(rows).isGreaterThan(150);
  }

  private static List<String> lines() throws IOException {
    try (InputStream in = JsonCasesTest.class.getResourceAsStream("cases.tsv")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    }
  }

  private static String plain(String cell) {
    return cell.replace("␀", "").replace('␊', '\n').replace('␍', '\r').replace('→', '\t');
  }

  private static String run(String verb, String input) {
    try {
      return switch (verb) {
        case "parse", "error" -> JToken.parse(input).toString(0);
        case "object", "object-error" -> JObject.parse(input).toString(0);
        case "array-error" -> JArray.parse(input).toString(0);
        case "indent" -> JToken.parse(input).toString(1);
        case "type" -> JTokenType.name(JToken.parse(input).type());
        case "select", "select-error" -> selected(input);
        case "path" -> Objects.requireNonNull(JToken.parse(DOCUMENT).selectToken(input)).path();
        default -> throw new IllegalArgumentException(verb);
      };
    } catch (ExpressionFailure e) {
      return e.toString();
    }
  }

  private static String selected(String path) {
    List<String> found = new ArrayList<>();
    Iterator<?> tokens = Sequences.iterator(JToken.parse(DOCUMENT).selectTokens(path));
    while (tokens.hasNext()) {
      found.add(((JToken) tokens.next()).toString(0));
    }
    return String.join(" ", found);
  }
}
