package dev.fanout.policies.liquid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fanout.expressions.ExpressionFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What DotLiquid made of templates. */
class LiquidVectorsTest {
  private static final Path VECTORS = Path.of("../../shared/oracle/liquid/vectors.json");

  @Test
  void every_template_comes_out_as_in_dotliquid() throws IOException {
    assumeTrue(Files.isRegularFile(VECTORS), "no ../shared");
    List<String> wrong = new ArrayList<>();
    int rows = 0;
    for (JsonNode row : new ObjectMapper().readTree(VECTORS.toFile())) {
      rows++;
      String template = row.get("template").asText();
      String wanted =
          row.has("text") ? row.get("text").asText() : "error " + row.get("error").asText();
      String given = outcome(template, row.get("body").asText());
      if (!given.equals(wanted)) {
        wrong.add(template + "\n  gave " + given + "\n  not  " + wanted);
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(rows).isPositive();
  }

  private static String outcome(String template, String body) {
    try {
      return LiquidTemplate.renderOver(template, body);
    } catch (ExpressionFailure e) {
      return "error " + e.typeName().substring(e.typeName().lastIndexOf('.') + 1);
    }
  }
}
