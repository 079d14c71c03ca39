package dev.fanout.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The documentation says what the ledger says. After a new proof, {@code -Dfanout.rewrite=true}
 * writes the documentation again.
 */
class JudgeDocsTest {
  private static final Path DOCS = Path.of("../docs");

  @Test
  void tables_and_power_curve_are_those_of_the_ledger() throws IOException {
    JudgeDocs docs = new JudgeDocs(ledger());
    holds(DOCS.resolve("judge-proof.md"), docs.markdown());
    holds(DOCS.resolve("power-curve.svg"), docs.svg());
  }

  @Test
  void every_promise_in_the_ledger_is_kept() throws IOException {
    List<JsonNode> ledger = ledger();

    assertThat(ledger).hasSizeGreaterThan(100);
    for (JsonNode entry : ledger) {
      int count = entry.get("count").asInt();
      int limit = entry.path("limit").asInt();
      switch (entry.path("promise").asText("NONE")) {
        case "AT_MOST" -> assertThat(count).as(entry.toString()).isLessThanOrEqualTo(limit);
        case "AT_LEAST" -> assertThat(count).as(entry.toString()).isGreaterThanOrEqualTo(limit);
        default -> assertThat(count).as(entry.toString()).isBetween(0, entry.get("of").asInt());
      }
    }
  }

  private static List<JsonNode> ledger() throws IOException {
    List<JsonNode> entries = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("ledger/judge.jsonl"))) {
      entries.add(new ObjectMapper().readTree(line));
    }
    return entries;
  }

  private static void holds(Path file, String expected) throws IOException {
    if (Boolean.getBoolean("fanout.rewrite")) {
      Files.writeString(file, expected);
    }
    assertThat(Files.readString(file).replace("\r\n", "\n")).isEqualTo(expected);
  }
}
