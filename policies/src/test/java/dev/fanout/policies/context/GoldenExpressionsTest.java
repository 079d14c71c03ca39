package dev.fanout.policies.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fanout.diagnostics.SourceText;
import dev.fanout.expressions.Compilation;
import dev.fanout.expressions.CompiledExpression;
import dev.fanout.expressions.ExpressionCompiler;
import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.expressions.ExpressionTarget;
import dev.fanout.expressions.runtime.RuntimeTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the real C# compiler and the real .NET say of some thousand expressions. An expression that
 * we refuse is not supported yet; one that we accept must come out exactly alike.
 */
class GoldenExpressionsTest {
  private static final Path GOLDEN = Path.of("../../shared/oracle/expressions");

  private final ExpressionCompiler compiler = new ExpressionCompiler(ContextTypes.hostTypes());

  @ParameterizedTest
  @CsvSource({
    "language.json, 161",
    "context.json, 152",
    "library.json, 143",
    "json-xml-linq.json, 15"
  })
  void accepted_means_alike(String file, int leastPassed) throws IOException {
    assumeTrue(Files.isDirectory(GOLDEN), "no ../shared");
    List<String> wrong = new ArrayList<>();
    Map<String, Integer> counts = new TreeMap<>();
    for (JsonNode row : new ObjectMapper().readTree(GOLDEN.resolve(file).toFile())) {
      String outcome = outcome(row);
      counts.merge(outcome.replaceAll(":.*", ""), 1, Integer::sum);
      if (outcome.startsWith("WRONG")) {
        wrong.add(row.get("id").asText() + " " + outcome + "\n  " + row.get("expression").asText());
      }
    }
    System.out.println("golden expressions, " + file + ": " + counts);
    assertThat(wrong).as("%s: %s", file, counts).isEmpty();
    assertThat(counts.getOrDefault("passed", 0)).isGreaterThanOrEqualTo(leastPassed);
  }

  private String outcome(JsonNode row) {
    String text = row.get("expression").asText();
    boolean mustRefuse = row.has("compileErrors") || row.has("forbidden");
    Compilation compilation;
    try {
      compilation = compiler.compile(SourceText.of("golden", text).span(), ExpressionTarget.OBJECT);
    } catch (RuntimeException | LinkageError e) {
      return "WRONG: the compiler threw " + e + " " + (e.getCause() == null ? "" : e.getCause());
    }
    if (compilation.expression().isEmpty()) {
      return mustRefuse
          ? "passed"
          : "unsupported: "
              + compilation.issues().get(0).code()
              + " "
              + compilation.issues().get(0).message();
    }
    if (mustRefuse) {
      return "WRONG: it must not compile " + row.path("compileErrors");
    }
    return evaluated(row, compilation.expression().get());
  }

  private static String evaluated(JsonNode row, CompiledExpression expression) {
    FixtureContext context =
        FixtureContext.read(GOLDEN.resolve("contexts/" + row.get("context").asText() + ".json"));
    Object value;
    try {
      value = expression.evaluate(context);
    } catch (ExpressionFailure e) {
      return row.has("throws") && row.get("throws").asText().equals(e.typeName())
          ? "passed"
          : "WRONG: threw " + e + " instead of " + row.path("throws") + row.path("value");
    } catch (RuntimeException e) {
      return "WRONG: threw " + e;
    }
    if (row.has("throws")) {
      return "WRONG: gave " + value + " instead of " + row.get("throws").asText();
    }
    String type = value == null ? "null" : RuntimeTypes.nameOf(value);
    String wantedType = row.get("type").isNull() ? "null" : row.get("type").asText();
    if (!type.equals(wantedType)) {
      return "WRONG: is a " + type + " (" + value + ") instead of " + wantedType;
    }
    if (value == null) {
      return "passed";
    }
    String wanted = row.has("json") ? row.get("json").asText() : row.path("value").asText();
    String given = row.has("json") ? json(value) : invariant(value);
    return given.equals(wanted) ? "passed" : "WRONG: gave " + given + " instead of " + wanted;
  }

  private static String invariant(Object value) {
    if (value instanceof byte[] bytes) {
      return Base64.getEncoder().encodeToString(bytes);
    }
    if (value instanceof Boolean b) {
      return b.toString();
    }
    if (value instanceof dev.fanout.expressions.runtime.DateTime time) {
      return time.toString("o");
    }
    return String.valueOf(dev.fanout.expressions.runtime.Text.of(value));
  }

  private static String json(Object value) {
    try {
      return new ObjectMapper().writeValueAsString(value);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Test
  void corpus_expressions_that_csharp_refuses_are_refused() throws IOException {
    assumeTrue(Files.isDirectory(GOLDEN), "no ../shared");
    int accepted = 0;
    int compiled = 0;
    List<String> wrong = new ArrayList<>();
    for (JsonNode row :
        new ObjectMapper().readTree(GOLDEN.resolve("corpus-compile.json").toFile())) {
      String text = row.get("expression").asText();
      boolean compiles = row.get("compiles").asBoolean();
      boolean ours =
          compiler
              .compile(SourceText.of("corpus", text).span(), ExpressionTarget.OBJECT)
              .expression()
              .isPresent();
      accepted += compiles ? 1 : 0;
      compiled += compiles && ours ? 1 : 0;
      if (!compiles && ours && !row.path("namedValues").asBoolean()) {
        wrong.add(text);
      }
    }
    System.out.printf(Locale.ROOT, "corpus expressions: %d of %d compile%n", compiled, accepted);
    assertThat(wrong).isEmpty();
    assertThat(compiled).isGreaterThanOrEqualTo(164);
  }
}
